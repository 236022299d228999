import type { InputKind } from "../../core/case.ts";
import type { FailureClass } from "../../core/failure-class.ts";
import type { GateFindings } from "../../core/findings-gate.ts";

/** One trial as the gate sees it. */
export interface GateTrial {
  readonly suite: string;
  readonly case: string;
  /** What is paired: the template that the case is a version of, else the case. */
  readonly unit: string;
  readonly model: string;
  readonly variant: string;
  readonly input: InputKind;
  readonly attempt: number;
  readonly result: "passed" | "failed" | "missing";
  /** Why it is missing. */
  readonly because?: "infrastructure" | "grader-error";
  readonly class?: FailureClass | undefined;
  /** German; empty when it passed. */
  readonly reasons: readonly string[];
  /** Absent where none is kept. */
  readonly answer?: string | undefined;
  readonly cached: boolean;
  /** Empty where it is not known. */
  readonly callHash: string;
}

/** A case of the test set. */
export interface GateCase {
  readonly id: string;
  /** Beginning of the case hash; empty when not known. */
  readonly hash: string;
  readonly critical: boolean;
  readonly severity: number;
  readonly template?: string | undefined;
  readonly question?: string | undefined;
}

export interface GateSuite {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly hash: string;
  /** Version of each deciding grader, where known. */
  readonly graders: Readonly<Record<string, string>>;
  /** False when the list was made from the trials, so that a case that was not asked is not in it. */
  readonly isListed: boolean;
  readonly cases: readonly GateCase[];
}

/** One side of the comparison, from a run folder or a baseline file. */
export interface GateSide {
  readonly head: GateFindings["baseline"];
  readonly seed: number;
  readonly models: readonly {
    readonly id: string;
    readonly name?: string | undefined;
    readonly revision?: string | undefined;
  }[];
  readonly suites: readonly GateSuite[];
  readonly trials: readonly GateTrial[];
}

/** Where a trial stands, as a text. */
export function keyOf(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}
