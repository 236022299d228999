import type { Competence, Need } from "../../core/findings-training-need.ts";
import type { Failure } from "../../core/findings.ts";
import type { Burden } from "./burdens.ts";

const mostExamples = 3;

/**
 * The strongest failures for a competence: severity ÷ detectability, critical ones first among
 * equals; one of each case.
 */
export function strongestExamples(
  burdens: readonly Burden[],
  competence: Competence,
  failures: ReadonlyMap<string, Failure>,
): Need["examples"] {
  return burdens
    .flatMap((burden) => {
      const found = (burden.trials.get(competence) ?? []).flatMap(
        (trialId) => failures.get(trialId) ?? [],
      );
      const [failure] = found;
      return failure === undefined ? [] : [{ burden, failure }];
    })
    .toSorted(
      (a, b) =>
        strength(b.burden) - strength(a.burden) ||
        Number(b.failure.critical) - Number(a.failure.critical),
    )
    .slice(0, mostExamples)
    .map(({ burden: { severity, detectability }, failure }) => ({
      anchor: failure.anchor,
      suite: failure.suite,
      case: failure.case,
      variant: failure.variant,
      severity,
      detectability,
      reason: failure.reason,
    }));
}

function strength({ severity, detectability }: Burden): number {
  return severity / detectability;
}
