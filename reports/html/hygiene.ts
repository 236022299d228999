import type { View } from "../view.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { exposurePart } from "./exposure-part.ts";
import { leakPart } from "./leak-part.ts";
import { pricePart } from "./price-part.ts";

/** Data hygiene in three numbers: what staff give away, what comes back, what hygiene costs. */
export function hygiene(view: View): Html {
  const { exposure, leaks, hygienePrice } = view.findings;
  const empty = exposure.length + leaks.length + hygienePrice.length === 0;
  return chapter(
    chapters.hygiene,
    empty
      ? markup`<p class="kern-body">Dieser Lauf enthält keine Ergebnisse zu geschützten Angaben; zur Datenhygiene sagt er nichts.</p>`
      : markup`${exposurePart(view)}${leakPart(view)}${pricePart(view)}`,
  );
}
