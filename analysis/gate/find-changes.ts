import {
  longestGateAnswer,
  mostGateChanges,
  type GateChange,
  type GateFindings,
} from "../../core/findings-gate.ts";
import { compareWeight } from "../compare-weight.ts";
import { beginningOf } from "../excerpt.ts";
import { keyOf, type GateCase, type GateTrial } from "./gate-side.ts";

type Changes = Pick<GateFindings, "worse" | "better" | "worseTotal" | "betterTotal">;

/** The same question before and after. */
interface AnswerPair {
  readonly before: GateTrial;
  readonly after: GateTrial;
}

/**
 * Answers whose verdict turned over, the gravest first: critical, then by severity. `slots` are the
 * trials of places that are compared, already matched.
 */
export function findChanges(
  pairs: readonly AnswerPair[],
  cases: ReadonlyMap<string, GateCase>,
): Changes {
  const turned = (from: "passed" | "failed", to: "passed" | "failed"): GateChange[] =>
    pairs
      .filter(({ before, after }) => before.result === from && after.result === to)
      .map((pair) => describe(pair, cases.get(keyOf(pair.after.suite, pair.after.case))))
      .toSorted(compareChanges);
  const [worse, better] = [turned("passed", "failed"), turned("failed", "passed")];
  return {
    worse: worse.slice(0, mostGateChanges),
    better: better.slice(0, mostGateChanges),
    worseTotal: worse.length,
    betterTotal: better.length,
  };
}

/** Pairs trials of one suite and pair of places by case, attempt and, where both have them, style. */
export function pairAnswers(
  before: readonly GateTrial[],
  after: readonly GateTrial[],
): AnswerPair[] {
  const variants = new Set(before.map(({ variant }) => variant));
  const slot = ({ case: id, attempt, variant }: GateTrial): string =>
    keyOf(id, attempt, variants.has(variant) ? variant : "");
  const named = new Map(before.map((trial) => [slot(trial), trial]));
  const any = new Map(before.map((trial) => [bareSlot(trial), trial]));
  return after.flatMap((trial) => {
    const old = variants.has(trial.variant) ? named.get(slot(trial)) : any.get(bareSlot(trial));
    return old === undefined ? [] : [{ before: old, after: trial }];
  });
}

function bareSlot({ case: id, attempt }: GateTrial): string {
  return keyOf(id, attempt, "");
}

function describe({ before, after }: AnswerPair, known: GateCase | undefined): GateChange {
  const { suite, case: id, model, variant, input, attempt } = after;
  return {
    suite,
    case: id,
    model,
    variant,
    input,
    attempt,
    critical: known?.critical ?? false,
    severity: known?.severity ?? 2,
    ...(known?.question !== undefined && { question: known.question }),
    before: {
      ...(before.answer !== undefined && { answer: beginningOf(before.answer, longestGateAnswer) }),
      ...(before.class !== undefined && { class: before.class }),
    },
    after: {
      ...(after.answer !== undefined && { answer: beginningOf(after.answer, longestGateAnswer) }),
      ...(after.class !== undefined && { class: after.class }),
      reasons: [...after.reasons],
      cached: after.cached,
    },
  };
}

function compareChanges(a: GateChange, b: GateChange): number {
  return compareWeight(a, b) || a.attempt - b.attempt;
}
