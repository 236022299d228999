import type { Procurement } from "../../core/findings-procurement.ts";
import { day, decimal } from "../sentences/numbers.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { descriptions } from "./descriptions.ts";
import { markup, type Html } from "./escape.ts";
import { costPart } from "./procurement-costs.ts";
import { criteriaPart, exclusionPart, overviewTable } from "./procurement-criteria.ts";
import { pricePerformance } from "./price-performance.ts";
import { figurePart } from "./procurement-figures.ts";
import { sectionPart } from "./section-part.ts";

/** What the requirements make of the run: exclusion, points, costs, figures and how sure they are. */
export function procurement(view: View): Html {
  const { procurement: found } = view.findings;
  if (found === undefined) return sectionPart(place, withoutRequirements);
  return markup`${sectionPart(
    place,
    markup`<p class="kern-body"><strong>${found.notes[0]}</strong></p>
      ${overviewTable(view, found)}`,
  )}${exclusionPart(view, found)} ${criteriaPart(view, found)} ${pricePerformance(view, found)}
  ${costPart(view, found)} ${figurePart(view, found)} ${basis(found)}`;
}

const place = { id: "beschaffung", title: "Vor den Anforderungen" };

const withoutRequirements = markup`<p class="kern-body">
  Dieser Lauf begann ohne Anforderungen. Ausschlusskriterien, Punkte und Kosten gibt es, wenn sie vor
  dem Lauf festgelegt sind: <code>npm run eval -- --requirements anforderungen.yaml</code>
</p>`;

function basis(found: Procurement): Html {
  const { priceBasis, notes, outOfScope } = found;
  const rest = [...notes.slice(1), ...outOfScope.map((text) => `Gilt nicht für: ${text}`)];
  return markup`<h3 class="kern-heading-medium">Grundlage</h3>
    ${rest.length === 0 ? "" : bulletList(rest)}
    ${descriptions([
      [
        "Anforderungen",
        markup`${found.title}, festgelegt am ${day(found.date)} (<code>${found.file}</code>)`,
      ],
      ["SHA-256", markup`<code class="hash">${found.sha256}</code>`],
      ["Betrachtungszeitraum", `${decimal(found.horizonYears)} Jahre`],
      [
        "Preise",
        priceBasis &&
          `${priceBasis.basis}, Stand ${day(priceBasis.asOf)}; ${priceBasis.vatPercent === 0 ? "Umsatzsteuer enthalten" : `zuzüglich ${decimal(priceBasis.vatPercent)} % Umsatzsteuer`}`,
      ],
      [
        "Nachweise",
        markup`<code>nachweise.json</code> und <code>nachweise.csv</code> im Ordner des Laufs`,
      ],
    ])}`;
}
