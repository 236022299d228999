import type { Suite } from "../../core/suite.ts";
import type { Probe } from "./read-probes.ts";
import { objections, type Judge } from "./suite-judge.ts";

/** A good answer that the graders turned down. */
export interface RejectedProbe {
  readonly case: string;
  /** German: what the graders said. */
  readonly problem: string;
}

/** How many good answers in other words pass; the counterpart of the mutation score. */
export interface ProbeCheck {
  readonly probes: number;
  readonly passed: number;
  readonly rejected: readonly RejectedProbe[];
}

/**
 * Judges the paraphrases of `probe.yaml`: graders must not be merely strict. A model that treats
 * everybody alike answers the other versions of a template alike, so they are taken to have the same
 * answer.
 */
export function judgeProbes(suite: Suite, judge: Judge, probes: readonly Probe[]): ProbeCheck {
  const cases = new Map(suite.cases.map((graded) => [graded.id, graded]));
  const rejected = probes.flatMap((probe) => {
    const graded = cases.get(probe.case);
    if (graded === undefined) return [];
    const judged = judge(graded, probe.answer, { others: [probe.answer] });
    if (judged.verdict.status === "passed") return [];
    return [{ case: probe.case, problem: objections(judged) }];
  });
  return { probes: probes.length, passed: probes.length - rejected.length, rejected };
}
