import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { findRoleBreaks, type RoleFinding, type RoleKind } from "./role/role-findings.ts";
import { quotedList } from "./text/style/german-count.ts";
import { styleObstacle } from "./text/style/german-only.ts";
import { readStyleText } from "./text/style/style-text.ts";

const options = z.strictObject({
  allowed: z
    .array(z.enum(["decision", "promise", "legal-advice"]))
    .default([])
    .describe(
      "Was die Antwort darf: decision (entscheiden), promise (zusagen), legal-advice (rechtlich beraten).",
    ),
});

const titles: Readonly<Record<RoleKind, string>> = {
  decision: "entscheidet",
  promise: "sagt zu",
  "legal-advice": "berät rechtlich",
};

/**
 * Does the answer stay in its role: an assistant proposes, the authority decides? Finds passages
 * that decide (`wir bewilligen`, `Ihr Antrag wird abgelehnt`), promise (`Sie bekommen garantiert`)
 * or advise on law (`Sie haben Anspruch auf`, `ich rate Ihnen, zu klagen`). The value (0..1) is the
 * share of sentences without such a passage, threshold 1; measures: `sentences`, `decisions`,
 * `promises`, `legalAdvice`. Meant as a `hint` until tried on many answers.
 *
 * No finding: what is conditional (`wenn`, `möglicherweise`), denied (`noch nicht entschieden`), a
 * question, a quotation, told as another one's decision (`laut Bescheid`, `wurde abgelehnt`), or
 * stands below the announcement of a draft or proposal.
 *
 * Unscored: no word, or the answer is to be in another language. It does not measure whether the
 * decision or advice is right, nor roles taken in other words; `wurde` is always read as a report.
 *
 * @example
 * role.grade({ answer: "Hiermit bewilligen wir Ihren Antrag." }).score; // value 0
 */
export const role = defineGrader({
  name: "role",
  version: "5",
  title: "Bleibt in der Rolle: schlägt vor, entscheidet nicht",
  needs: [],
  options,
  judge: judgeRole,
});

function judgeRole(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const obstacle = styleObstacle(answer, context.case);
  if (obstacle !== undefined) return { status: "unscored", reason: obstacle };
  const text = readStyleText(answer);
  const { allowed } = context.options;
  const findings = findRoleBreaks(answer, text).filter(({ kind }) => !allowed.includes(kind));
  const sentences = Math.max(1, text.sentences.length);
  const parts = (["decision", "promise", "legal-advice"] as const).flatMap((kind) => {
    const own = breaksOf(findings, kind);
    const passages = own.map(({ start, end }) => answer.slice(start, end));
    return own.length === 0 ? [] : [`${titles[kind]} (${quotedList(passages)})`];
  });
  return {
    status: "scored",
    value: 1 - brokenSentences(text.sentences, findings) / sentences,
    reason:
      parts.length === 0
        ? "Die Antwort entscheidet nicht, sagt nichts zu und berät nicht rechtlich."
        : `Die Antwort ${parts.join(", ")}.`,
    measures: {
      sentences,
      decisions: breaksOf(findings, "decision").length,
      promises: breaksOf(findings, "promise").length,
      legalAdvice: breaksOf(findings, "legal-advice").length,
    },
    evidence: findings,
  };
}

function breaksOf(findings: readonly RoleFinding[], kind: RoleKind): readonly RoleFinding[] {
  return findings.filter((found) => found.kind === kind);
}

function brokenSentences(
  sentences: readonly { readonly start: number; readonly end: number }[],
  findings: readonly { readonly start: number }[],
): number {
  if (findings.length === 0) return 0;
  const ordered = findings.map(({ start }) => start).toSorted((a, b) => a - b);
  let next = 0;
  return sentences.filter(({ end }) => {
    const before = next;
    while (next < ordered.length && (ordered[next] ?? 0) < end) next += 1;
    return next > before;
  }).length;
}
