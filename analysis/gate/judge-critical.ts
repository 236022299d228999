import type { GateCritical } from "../../core/findings-gate.ts";
import { compareTexts } from "../compare-texts.ts";
import { keyOf, type GateTrial } from "./gate-side.ts";
import type { CriticalAsking } from "./critical-noise.ts";

/** The gate asks a critical case three times and is red when two of them fail. */
const usualAttempts = 3;

/** Failures that turn a critical case red: two of three, and two thirds of more. */
export function failuresNeeded(attempts: number): number {
  return Math.ceil((2 * Math.max(usualAttempts, attempts)) / 3 - 1e-9);
}

/**
 * Judges the critical cases of one suite and place. Each prompt style counts for itself. A case is
 * `broken` when every attempt of the baseline passed and enough of the candidate's failed; what is not
 * asked often enough, or not answered, is open and never a pass.
 */
export function judgeCritical(
  before: readonly GateTrial[],
  after: readonly GateTrial[],
  critical: ReadonlySet<string>,
): GateCritical[] {
  const [old, present] = [before, after].map((trials) =>
    Map.groupBy(
      trials.filter(({ case: id }) => critical.has(id)),
      ({ case: id, variant }) => keyOf(id, styleOf(variant)),
    ),
  );
  const keys = new Set([...(old?.keys() ?? []), ...(present?.keys() ?? [])]);
  return [...keys].toSorted(compareTexts).flatMap((key) => {
    const [a, b] = [old?.get(key) ?? [], present?.get(key) ?? []];
    const [first] = b.length > 0 ? b : a;
    return first === undefined ? [] : [judgeOne(first, count(a), count(b))];
  });
}

/** How the cases that can turn the gate red were asked. */
export function askingsOf(rows: readonly GateCritical[]): CriticalAsking[] {
  return rows
    .filter(({ before }) => before.failed === 0 && before.passed > 0)
    .map(({ before, after, needed }) => ({
      before: before.passed,
      after: Math.max(usualAttempts, total(after)),
      needed,
    }));
}

type Attempts = GateCritical["before"];

function judgeOne(place: GateTrial, before: Attempts, after: Attempts): GateCritical {
  const { suite, model, variant, input } = place;
  const needed = failuresNeeded(total(after));
  const row = { suite, case: place.case, model, variant, input, before, after, needed };
  return { ...row, status: statusOf(before, after, needed) };
}

function statusOf(before: Attempts, after: Attempts, needed: number): GateCritical["status"] {
  if (before.failed > 0) return "failed-before";
  if (before.passed === 0) return "too-few-attempts";
  if (after.failed >= needed) return "broken";
  if (after.failed + after.missing >= needed || after.passed + after.failed === 0) {
    return "not-measured";
  }
  const open = Math.max(0, usualAttempts - total(after));
  return after.failed > 0 && after.failed + after.missing + open >= needed
    ? "too-few-attempts"
    : "held";
}

function count(trials: readonly GateTrial[]): Attempts {
  const of = (wanted: GateTrial["result"]): number =>
    trials.filter(({ result }) => result === wanted).length;
  return { passed: of("passed"), failed: of("failed"), missing: of("missing") };
}

function total({ passed, failed, missing }: Attempts): number {
  return passed + failed + missing;
}

function styleOf(variant: string): string {
  return variant.startsWith("untrained-") ? variant : "";
}
