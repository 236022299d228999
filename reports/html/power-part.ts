import type { Detectable } from "../../core/findings-power.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import type { Column } from "./table.ts";

/** What names a comparison, in a table of differences and in the findings on power. */
export type ComparedPlace = Pick<Detectable, "kind" | "a" | "b" | "suite" | "within">;

/**
 * Two columns for a table of differences: from which size a difference would have been noticed, and
 * how many cases the observed one needs. Left out for findings made before these numbers existed.
 */
export function powerColumns<Row>(
  { findings, say }: View,
  placeOf: (row: Row) => ComparedPlace,
): Column<Row>[] {
  if (findings.detectable.length === 0) return [];
  const known = new Map(findings.detectable.map((row) => [keyOf(row), row]));
  const cell = (row: Row, text: (found: Detectable) => string): string => {
    const found = known.get(keyOf(placeOf(row)));
    return found === undefined ? say.text.notApplicable : text(found);
  };
  return [
    {
      title: say.text.noticedFromPoints,
      cell: (row) => cell(row, ({ smallest }) => say.smallestText(smallest)),
      numeric: true,
    },
    {
      title: say.text.casesNeeded,
      cell: (row) => cell(row, (found) => say.casesNeededText(found.casesNeeded)),
      numeric: true,
    },
  ];
}

/** What the run could have seen, and whether its intervals hold against a second way. */
export function powerPart({ findings, say }: View): Html {
  const { detectable, intervalCheck } = findings;
  if (detectable.length === 0 && intervalCheck === undefined) return nothing;
  const blind = detectable.filter(({ smallest }) => smallest === undefined).length;
  return sectionPart(
    { id: "nachweisgrenze", title: say.text.powerTitle },
    markup`<p class="kern-body">${say.powerSentence({ rows: detectable.length, blind })}</p>
      ${methodNote(say, detectable)}
      ${
        intervalCheck === undefined
          ? nothing
          : markup`<p class="kern-body">${say.intervalCheckSentence(intervalCheck)}</p>
            ${methodNote(say, [intervalCheck])}`
      }`,
  );
}

function keyOf({ kind, a, b, suite, within }: ComparedPlace): string {
  return JSON.stringify([kind, a, b, suite, within]);
}
