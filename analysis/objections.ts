import type { FailureClass } from "../core/failure-class.ts";
import type { Completed } from "../core/outcome.ts";
import type { Evidence } from "../core/score.ts";
import { answerFailures, defaultClass, type GraderRoles } from "../core/verdict.ts";
import type { JudgedTrial } from "./read-verdicts.ts";

/** Why a trial failed, by one grader or by the answer itself. */
export interface Objection {
  /** Name of the grader; `answer` for what shows before any grader reads it. */
  readonly grader: string;
  readonly class: FailureClass;
  /** German. */
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/** The name under which objections to the answer itself stand among those of graders. */
export const answerObjection = "answer";

/** Everything that speaks against an answer: its own failures first, then graders in their order. */
export function readObjections(
  { scores }: JudgedTrial,
  outcome: Completed,
  graders: GraderRoles,
): Objection[] {
  const own = answerFailures(outcome).map((name) => ({
    grader: answerObjection,
    class: name,
    reason: ownReasons[name] ?? "Die Antwort ist nicht verwertbar.",
    evidence: [],
  }));
  const deciding = [...new Set([...graders.must, ...graders.guard])];
  const byGraders = deciding.flatMap((grader) => {
    const record = scores.get(grader);
    if (record?.score.status !== "scored" || record.score.passed) return [];
    const { reason, evidence } = record.score;
    const failureClass = record.failureClass ?? defaultClass(grader);
    return [{ grader, class: failureClass, reason, evidence }];
  });
  return [...own, ...byGraders];
}

const ownReasons: Partial<Record<FailureClass, string>> = {
  empty: "Die Antwort ist leer.",
  refused: "Das Modell hat die Antwort verweigert, oder ein Inhaltsfilter hat sie unterdrückt.",
  truncated: "Die Antwort ist abgeschnitten: Die höchste Länge war erreicht.",
  unparseable: "Die Antwort ist länger als 200.000 Zeichen und wurde nicht gelesen.",
};
