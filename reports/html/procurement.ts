import type { Say } from "../say.ts";
import type { Procurement } from "../../core/findings-procurement.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { descriptions } from "./descriptions.ts";
import { markup, type Html } from "./escape.ts";
import { costPart } from "./procurement-costs.ts";
import { criteriaPart, overviewTable } from "./procurement-criteria.ts";
import { exclusionPart } from "./procurement-exclusions.ts";
import { pricePerformance } from "./price-performance.ts";
import { figurePart } from "./procurement-figures.ts";
import { sectionPart } from "./section-part.ts";
import { fill } from "../fill.ts";

/** What the requirements make of the run: exclusion, points, costs, figures and how sure they are. */
export function procurement(view: View): Html {
  const { say } = view;
  const { procurement: found } = view.findings;
  if (found === undefined) return sectionPart(place(say), withoutRequirements(say));
  return markup`${sectionPart(
    place(say),
    markup`<p class="kern-body"><strong>${say.fromAnalysis(found.notes[0] ?? "")}</strong></p>
      ${overviewTable(view, found)}`,
  )}${exclusionPart(view, found)} ${criteriaPart(view, found)} ${pricePerformance(view, found)}
  ${costPart(view, found)} ${figurePart(view, found)} ${basis(say, found)}`;
}

function place({ text }: Say): { readonly id: string; readonly title: string } {
  return { id: "beschaffung", title: text.requirementsTitle };
}

function withoutRequirements({ text }: Say): Html {
  return markup`<p class="kern-body">
  ${text.requirementsWithout} <code>npm run eval -- --requirements anforderungen.yaml</code>
</p>`;
}

function basis(say: Say, found: Procurement): Html {
  const { priceBasis, notes, outOfScope } = found;
  const rest = [
    ...notes.slice(1).map(say.fromAnalysis),
    ...outOfScope.map((text) => markup`${say.text.notHoldFor} ${say.quoted(text)}`),
  ];
  return markup`<h3 class="kern-heading-medium">${say.text.basisTitle}</h3>
    ${rest.length === 0 ? "" : bulletList(rest)}
    ${descriptions([
      [
        say.text.requirements,
        markup`${say.quoted(found.title)}${fill(say.text.laidDown, say.day(found.date))} (<code>${found.file}</code>)`,
      ],
      [say.text.sha256, markup`<code class="hash">${found.sha256}</code>`],
      [say.text.period, say.yearsText(found.horizonYears)],
      [say.text.prices, priceBasis && priceLine(say, priceBasis)],
      [
        say.text.evidenceWord,
        markup`<code>nachweise.json</code> ${say.text.joinFiles} <code>nachweise.csv</code> ${say.text.evidenceFiles}`,
      ],
    ])}`;
}

function priceLine(say: Say, { basis: text, asOf, vatPercent }: PriceBasis): Html {
  const tax =
    vatPercent === 0 ? say.text.vatIncluded : fill(say.text.plusVat, say.decimal(vatPercent));
  return markup`${say.quoted(text)}, ${fill(say.text.asOfDay, say.day(asOf))}; ${tax}`;
}

type PriceBasis = NonNullable<Procurement["priceBasis"]>;
