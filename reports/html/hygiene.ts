import type { View } from "../view.ts";
import { markup, type Html } from "./escape.ts";
import { exposurePart } from "./exposure-part.ts";
import { leakPart } from "./leak-part.ts";
import { pricePart } from "./price-part.ts";
import { sectionPart } from "./section-part.ts";

/** Data hygiene in three numbers: what staff give away, what comes back, what hygiene costs. */
export function hygiene(view: View): Html {
  const { say } = view;
  const { exposure, leaks, hygienePrice } = view.findings;
  const empty = exposure.length + leaks.length + hygienePrice.length === 0;
  return sectionPart(
    { id: "datenhygiene", title: say.text.hygieneTitle },
    empty
      ? markup`<p class="kern-body">${say.text.hygieneNothing}</p>`
      : markup`<p class="kern-body">${say.text.hygieneLead}</p>
          ${exposurePart(view)}${leakPart(view)}${pricePart(view)}`,
  );
}
