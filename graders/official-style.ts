import { z } from "zod";
import { number } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import kinds from "./official-style/kinds.json" with { type: "json" };
import { findStyleFindings, type StyleFinding } from "./official-style/style-findings.ts";
import { counted, germanNumber, quotedList } from "./text/style/german-count.ts";
import { styleObstacle } from "./text/style/german-only.ts";
import { readStyleText } from "./text/style/style-text.ts";

const options = z.strictObject({
  maximum: number()
    .pipe(z.number().min(0))
    .default(0.5)
    .describe("Größte Zahl der Fundstellen je Satz, die noch im Band liegt. Ohne Angabe: 0,5."),
});

/** Distance above the band at which the value is 0.5, in findings per sentence. */
const half = 1;

/**
 * Behördendeutsch in a German text: nominal chains, passive, duty without a doer (`ist
 * vorzulegen`), nested clauses, filler and paper words, double negation, subjunctive,
 * Funktionsverbgefüge, abbreviations that are not explained. Each finding has its place and kind.
 * The band is a number of findings per sentence (default at most 0.5); value 1 inside it, and
 * halved for each further finding per sentence. `measures` holds the rate of every kind per
 * sentence (`passivePerSentence`, …) and the whole (`findingsPerSentence`).
 *
 * Unscored: a text without a word, and an answer that is to be in another language. Quotations, web
 * addresses and placeholders are left out.
 *
 * It does not measure whether a text is right, clear in its order, or fit for its readers; some
 * passives are in place, which is why there is a band and not a ban. No parser: a verb far behind
 * an inserted clause is not seen, an adjective that looks like a participle may be taken for one.
 * Band and word lists are our own; no norm sets them.
 *
 * @example
 * officialStyle.grade({ answer: "Wir prüfen Ihren Antrag. Sie bekommen bald Post." }).score; // value 1
 */
export const officialStyle = defineGrader({
  name: "official-style",
  version: "4",
  title: "Behördendeutsch",
  needs: [],
  options,
  judge: judgeStyle,
});

function judgeStyle(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const obstacle = styleObstacle(answer, context.case);
  if (obstacle !== undefined) return { status: "unscored", reason: obstacle };
  const text = readStyleText(answer);
  const sentences = Math.max(1, text.sentences.length);
  const findings = findStyleFindings(text);
  const rate = findings.length / sentences;
  const { maximum } = context.options;
  const passed = rate <= maximum;
  return {
    status: "scored",
    value: 2 ** (-Math.max(0, rate - maximum) / half),
    passed,
    reason: `Fundstellen je Satz: ${germanNumber(rate)} (Band: höchstens ${germanNumber(maximum)}, ${passed ? "eingehalten" : "verfehlt"}) in ${counted(sentences, "Satz", "Sätzen")}. ${listed(answer, findings)}`,
    measures: measuresOf(findings, sentences),
    evidence: findings,
  };
}

function listed(answer: string, findings: readonly StyleFinding[]): string {
  if (findings.length === 0) return "Kein Behördendeutsch gefunden.";
  const parts = Object.entries(kinds).flatMap(([kind, { title }]) => {
    const own = findings.filter((finding) => finding.kind === kind);
    if (own.length === 0) return [];
    const passages = own.map(({ start, end }) => answer.slice(start, end));
    return [`${title}: ${own.length} (${quotedList(passages, 2)})`];
  });
  return `${parts.join("; ")}.`;
}

function measuresOf(findings: readonly StyleFinding[], sentences: number): Record<string, number> {
  const rates = Object.entries(kinds).map(([kind, { measure }]) => {
    const count = findings.filter((finding) => finding.kind === kind).length;
    return [`${measure}PerSentence`, count / sentences] as const;
  });
  return {
    sentences,
    findings: findings.length,
    findingsPerSentence: findings.length / sentences,
    ...Object.fromEntries(rates),
  };
}
