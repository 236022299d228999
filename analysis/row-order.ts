import type { CellPlace } from "./measured-run.ts";
import { sortVariants } from "./measured-run.ts";

/** In which order rows stand: suites as in the manifest, models by rank. */
export interface RowOrder {
  readonly suites: readonly string[];
  /** Model ids, the best first, baselines last. */
  readonly models: readonly string[];
}

/** Sorts by suite, model, variant (trained first) and input (raw first). */
export function orderedCells<Place extends CellPlace>(
  places: readonly Place[],
  order: RowOrder,
): Place[] {
  const variants = sortVariants(places.map(({ variant }) => variant));
  return places.toSorted(
    (a, b) =>
      order.suites.indexOf(a.suite) - order.suites.indexOf(b.suite) ||
      order.models.indexOf(a.model) - order.models.indexOf(b.model) ||
      variants.indexOf(a.variant) - variants.indexOf(b.variant) ||
      inputPlace(a.input) - inputPlace(b.input),
  );
}

function inputPlace(input: CellPlace["input"]): number {
  return input === "raw" ? 0 : 1;
}
