import { compareTexts } from "../compare-texts.ts";
import { keyOf, type GateTrial } from "./gate-side.ts";

/** A case on both sides, over the attempts that both have measured. */
export interface UnitPair {
  readonly id: string;
  /** Right when the majority of its attempts is. */
  readonly before: boolean;
  readonly after: boolean;
}

/** A case without an attempt that both sides have measured. */
export interface MissingUnit {
  readonly id: string;
  readonly side: "baseline" | "candidate";
  readonly because: "infrastructure" | "grader-error" | "no-trial";
}

export interface PairedUnits {
  readonly pairs: readonly UnitPair[];
  readonly missing: readonly MissingUnit[];
}

/**
 * Pairs the trials of one suite and place by case. Both sides are judged on the same attempts: a
 * majority of three against a single attempt would favour one side without any difference. A case
 * (with several versions or prompt styles: their mean) is right when more than half of it is.
 */
export function pairUnits(before: readonly GateTrial[], after: readonly GateTrial[]): PairedUnits {
  const sameStyles = stylesOf(before) === stylesOf(after);
  const slot = ({ case: id, variant, attempt }: GateTrial): string =>
    keyOf(id, sameStyles ? variant : "", attempt);
  const [old, present] = [before, after].map((trials) => Map.groupBy(trials, ({ unit }) => unit));
  const ids = [...new Set([...(old?.keys() ?? []), ...(present?.keys() ?? [])])];
  const pairs: UnitPair[] = [];
  const missing: MissingUnit[] = [];
  for (const id of ids.toSorted(compareTexts)) {
    const [a, b] = [old?.get(id) ?? [], present?.get(id) ?? []];
    const [x, y] = [shares(a, slot), shares(b, slot)];
    const common = [...x.keys()].filter((key) => y.has(key));
    if (common.length > 0) {
      pairs.push({ id, before: isRight(x, common), after: isRight(y, common) });
    } else missing.push({ id, ...whyMissing({ a, b }, y.size > 0) });
  }
  return { pairs, missing };
}

/** Share of passed answers for each slot that was measured. */
function shares(
  trials: readonly GateTrial[],
  slot: (trial: GateTrial) => string,
): Map<string, number> {
  const measured = trials.filter(({ result }) => result !== "missing");
  return new Map(
    [...Map.groupBy(measured, slot)].map(([key, own]) => [
      key,
      own.filter(({ result }) => result === "passed").length / own.length,
    ]),
  );
}

function isRight(values: ReadonlyMap<string, number>, keys: readonly string[]): boolean {
  const sum = keys.reduce((total, key) => total + (values.get(key) ?? 0), 0);
  return sum / keys.length > 0.5 + 1e-9;
}

function whyMissing(
  { a, b }: { readonly a: readonly GateTrial[]; readonly b: readonly GateTrial[] },
  candidateMeasured: boolean,
): Omit<MissingUnit, "id"> {
  const [side, trials] = candidateMeasured
    ? (["baseline", a] as const)
    : (["candidate", b] as const);
  if (trials.length === 0) return { side, because: "no-trial" };
  const graderError = trials.some(({ because }) => because === "grader-error");
  return { side, because: graderError ? "grader-error" : "infrastructure" };
}

/** The untrained styles of a place, so that each is paired with itself where both sides have them. */
function stylesOf(trials: readonly GateTrial[]): string {
  return [...new Set(trials.map(({ variant }) => variant))].toSorted(compareTexts).join(" ");
}
