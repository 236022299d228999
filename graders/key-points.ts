import { z } from "zod";
import { number } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { indexAnswer } from "./facts/answer-index.ts";
import { findPoint } from "./key-points/find-point.ts";
import { orderedCount } from "./key-points/ordered-count.ts";
import type { PointFinding } from "./key-points/point-finding.ts";
import { readPoints } from "./key-points/read-points.ts";

const options = z.strictObject({
  share: number()
    .pipe(z.number().gt(0).max(1))
    .default(0.7)
    .describe("Welcher Anteil der Wörter eines Kernpunkts genügt, wenn alle seine Werte da sind."),
  order: z
    .enum(["show", "judge"])
    .default("show")
    .describe("Zählt die Reihenfolge der Kernpunkte (judge), oder wird sie nur gezeigt (show)?"),
});

/**
 * Does the summary carry the authored key points (`expected.keyPoints`)? The value (0..1) is the
 * share it carries, less the share it contradicts; threshold 0.8.
 *
 * A key point is written like a fact (grader `facts`): a short phrase or sentence, ` / ` between
 * equivalents. It is carried when the fact is met, or when all of its values and `share` of its
 * words stand in one sentence or two that follow each other. It is contradicted when its words are
 * there but denied, or with another value. `measures`: `points`, `carried`, `contradicted`, and
 * `inOrder`, the share (0..1) of the carried points that stand in the authored order; with
 * `order: judge` a point out of order counts half. Other languages: values and literal words only.
 *
 * Unscored: a case without `expected.keyPoints`. Not measured: synonyms nobody wrote down, whether
 * the rest is right or superfluous (graders `unsupported`, `focus`), style, weight of the points.
 *
 * @example
 * keyPoints.grade({
 *   answer: "Der Rat erhöht die Hundesteuer auf 120 Euro.",
 *   case: { expected: { keyPoints: ["Hundesteuer 120 Euro", "ab 1. Januar 2027"] } },
 * }).score; // value 0.5
 */
export const keyPoints = defineGrader({
  name: "key-points",
  version: "6",
  title: "Trägt die Kernpunkte",
  needs: ["expected.keyPoints"],
  options,
  threshold: 0.8,
  judge: judgeKeyPoints,
});

const none: readonly string[] = [];

interface LookedPoint {
  readonly point: string;
  readonly finding: PointFinding;
}

function judgeKeyPoints(
  answer: string,
  context: GraderContext<z.output<typeof options>>,
): Judgement {
  const { expected = {}, input } = context.case;
  const index = indexAnswer(answer, (input?.question ?? "").normalize("NFC"));
  const isGerman = (expected.language ?? "de") === "de";
  const search = { share: context.options.share, isGerman };
  const looked = readPoints(expected.keyPoints ?? none).map(({ point, phrases }): LookedPoint => {
    return { point, finding: findPoint(index, phrases, search) };
  });
  const evidence: Span[] = [];
  const carried = addSpans(evidence, looked, "carried");
  const ordered = orderedCount(evidence.map(({ start }) => start));
  const contradicted = addSpans(evidence, looked, "contradicted");
  const outOfOrder = carried - ordered;
  const points = carried - (context.options.order === "judge" ? outOfOrder / 2 : 0);
  return {
    status: "scored",
    value: Math.max(0, points - contradicted) / Math.max(1, looked.length),
    reason: reasonOf(looked, { carried, outOfOrder, isGerman }),
    measures: {
      points: looked.length,
      carried,
      contradicted,
      inOrder: carried === 0 ? 0 : ordered / carried,
    },
    evidence,
  };
}

/** Adds where points are carried or contradicted, and returns how many are. */
function addSpans(
  spans: Span[],
  looked: readonly LookedPoint[],
  kind: "carried" | "contradicted",
): number {
  const before = spans.length;
  for (const { point, finding } of looked) {
    if (finding.status !== kind || finding.place === undefined) continue;
    const { start, end } = finding.place;
    spans.push({ start, end, kind, rule: point });
  }
  return spans.length - before;
}

function reasonOf(
  looked: readonly LookedPoint[],
  found: { readonly carried: number; readonly outOfOrder: number; readonly isGerman: boolean },
): string {
  const missing = quoteAll(looked, "missing");
  const contradicted = quoteAll(looked, "contradicted");
  let reason = `${found.carried} von ${looked.length} Kernpunkten enthalten.`;
  if (missing !== "") reason += ` Es fehlt: ${missing}.`;
  if (contradicted !== "") reason += ` Widerspricht: ${contradicted}.`;
  if (found.outOfOrder > 0) reason += " Nicht in der vorgegebenen Reihenfolge.";
  if (!found.isGerman) {
    reason += " Antwort in anderer Sprache: nur Werte und wörtlich vorgegebene Begriffe geprüft.";
  }
  return reason;
}

function quoteAll(looked: readonly LookedPoint[], status: PointFinding["status"]): string {
  let quotes = "";
  for (const { point, finding } of looked) {
    if (finding.status === status) quotes += `${quotes === "" ? "" : ", "}„${point}“`;
  }
  return quotes;
}
