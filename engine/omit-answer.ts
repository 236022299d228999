import { createHash } from "node:crypto";
import { isUnanswered } from "../core/grader.ts";
import type { Outcome } from "../core/outcome.ts";
import type { Score } from "../core/score.ts";
import type { ScoreRecord, TrialRecord } from "../core/trial.ts";

/**
 * A finished trial without the text of its answer: kept are its SHA-256, its length and whether it was
 * blank (docs/decisions/0051-runs-without-answers.md). One without an answer stays as it is.
 */
export function omitAnswer(trial: TrialRecord): TrialRecord {
  const { outcome } = trial;
  if (outcome.status === "failed" || outcome.omitted !== undefined) return trial;
  const { answer } = outcome;
  const sha256 = createHash("sha256").update(answer, "utf8").digest("hex");
  const omitted = { sha256, length: answer.length, blank: isUnanswered(answer) };
  return { ...trial, outcome: { ...outcome, answer: "", omitted } };
}

/**
 * A grader's score without its words, which may quote the answer: value, measures, class and places of
 * the evidence stay. It is the same however often it is applied.
 */
export function omitWording(record: ScoreRecord): ScoreRecord {
  return { ...record, score: withoutWording(record.score) };
}

/** True for an answer that was given and not kept. */
export function isOmitted(outcome: Outcome): boolean {
  return outcome.status === "completed" && outcome.omitted !== undefined;
}

function withoutWording(score: Score): Score {
  if (score.status === "unscored") return { ...score, reason: `Kein Urteil. ${notKept}` };
  const evidence = score.evidence.map((span) => ({ ...span, quote: "" }));
  const reason = `${score.passed ? "Bestanden" : "Nicht bestanden"}. ${notKept}`;
  return { ...score, reason, evidence };
}

const notKept = "Die Begründung wurde mit der Antwort nicht aufbewahrt.";
