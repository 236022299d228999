import type { View } from "../view.ts";
import { markup, type Html } from "./escape.ts";
import { exposurePart } from "./exposure-part.ts";
import { leakPart } from "./leak-part.ts";
import { pricePart } from "./price-part.ts";
import { sectionPart } from "./section-part.ts";

/** Data hygiene in three numbers: what staff give away, what comes back, what hygiene costs. */
export function hygiene(view: View): Html {
  const { exposure, leaks, hygienePrice } = view.findings;
  const empty = exposure.length + leaks.length + hygienePrice.length === 0;
  return sectionPart(
    { id: "datenhygiene", title: "Datenhygiene" },
    empty
      ? markup`<p class="kern-body">Dieser Lauf enthält keine Ergebnisse zu geschützten Angaben; zur Datenhygiene sagt er nichts.</p>`
      : markup`<p class="kern-body">Drei Zahlen: was Beschäftigte preisgeben, was mit der Antwort zurückkommt, was Pseudonymisieren an Qualität kostet.</p>
          ${exposurePart(view)}${leakPart(view)}${pricePart(view)}`,
  );
}
