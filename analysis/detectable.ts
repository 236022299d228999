import type { Detectable } from "../core/findings-power.ts";
import type { ComparedRow } from "./compare-pairs.ts";
import { tidy } from "./estimate.ts";
import type { MeasuredGain } from "./gains.ts";
import { detectableText } from "./method-texts.ts";
import { casesToTell, smallestDetectable } from "./statistics/detectable.ts";
import type { Sample } from "./statistics/resampler.ts";
import { sharesOf } from "./statistics/shares.ts";

/**
 * What this run could have seen: for every comparison and for the decision contrasts and
 * interactions the smallest difference it would have found with 80 % power; and where nothing was
 * found, with how many cases the observed difference would be. Rows 0 by construction have none.
 */
export function findDetectable(
  compared: readonly ComparedRow[],
  gains: readonly MeasuredGain[],
): Detectable[] {
  const comparisons = compared
    .filter(({ comparison }) => !comparison.byConstruction)
    .map(({ comparison, samples }) => {
      const { kind, a, b, suite, within, n, difference, distinguishable } = comparison;
      const names = { kind, a, b, suite, within: [...within], n };
      return rowOf(names, samples, distinguishable ? undefined : difference);
    });
  const contrasts = gains
    .filter(({ gain }) => gain.kind === "decision-contrast" || gain.kind === "interaction")
    .map(({ gain, samples }) => {
      const { kind, small, large = "", suite, n, value, low, high } = gain;
      const names = { kind, a: small, b: large, suite, within: [], n };
      return rowOf(names, samples, low > 0 || high < 0 ? undefined : value);
    });
  return [...comparisons, ...contrasts];
}

/** `open` is the difference that was observed and not found. */
function rowOf(
  names: Omit<Detectable, "smallest" | "casesNeeded" | "method">,
  samples: readonly Sample[],
  open: number | undefined,
): Detectable {
  const values = samples.map((sample) => sample.values);
  const shares = sharesOf(samples);
  const smallest = smallestDetectable(values, shares);
  const casesNeeded = open === undefined ? undefined : casesToTell(values, open, shares);
  return {
    ...names,
    ...(smallest !== undefined && { smallest: tidy(Math.min(2, smallest)) }),
    ...(casesNeeded !== undefined && { casesNeeded }),
    method: detectableText,
  };
}
