import type { BreakEven, OfferResult, Procurement } from "../../core/findings-procurement.ts";
import words from "../words/procurement.json" with { type: "json" };
import { breakEvenSentence } from "../sentences/procurement-sentences.ts";
import { decimal, wholeEuro } from "../sentences/numbers.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";

/** What each model costs, where that is known, and from when one of one's own pays off. */
export function costPart(view: View, { offers, horizonYears, breakEven }: Procurement): Html {
  const priced = offers.filter(({ cost }) => cost !== undefined);
  const open = offers.flatMap(({ model, costMissing }) =>
    costMissing === undefined ? [] : [`${view.labels.model(model)}: ${costMissing}`],
  );
  return sectionPart(
    { id: "kosten", title: `Kosten über ${decimal(horizonYears)} Jahre` },
    markup`${priced.length === 0 ? nothing : costTable(view, priced)}
      ${open.length === 0 ? nothing : bulletList(open)} ${breakEvenList(view, breakEven)}`,
  );
}

function costTable(view: View, rows: readonly OfferResult[]): Html {
  return markup`${table<OfferResult>({
    caption: "Gesamtkosten mit Umsatzsteuer",
    columns: [
      { title: "Modell", cell: ({ model }) => view.labels.model(model) },
      { title: "Betrieb", cell: ({ cost }) => cost && words.costKinds[cost.kind] },
      {
        title: "fest je Jahr",
        cell: fixedCell,
        numeric: true,
      },
      { title: "Token je Jahr", cell: tokenCell, numeric: true },
      {
        title: "zusammen je Jahr",
        cell: ({ cost }) => cost && wholeEuro(cost.perYear),
        numeric: true,
      },
      {
        title: "im Zeitraum",
        cell: ({ cost }) => cost && wholeEuro(cost.overHorizon),
        numeric: true,
      },
    ],
    rows,
  })}${methodNote(rows.flatMap(({ cost }) => cost?.tokensPerYear ?? []))}`;
}

function fixedCell({ cost }: OfferResult): string {
  if (cost === undefined) return "";
  return cost.fixedPerYear === 0 ? "keine genannt" : wholeEuro(cost.fixedPerYear);
}

function tokenCell({ cost }: OfferResult): string {
  const tokens = cost?.tokensPerYear;
  if (cost === undefined || tokens === undefined) return "pauschal";
  const answers = cost.purposes.reduce((sum, purpose) => sum + purpose.answers, 0);
  const { value, low, high } = tokens;
  const range =
    low === undefined || high === undefined ? "" : `${wholeEuro(low)} bis ${wholeEuro(high)}; `;
  return `${wholeEuro(value)} (${range}${decimal(answers)} Antworten)`;
}

function breakEvenList(view: View, rows: readonly BreakEven[]): Html {
  if (rows.length === 0) return nothing;
  return markup`<h4 class="kern-heading-small">Ab wann lohnt sich ein eigenes Modell?</h4>
    ${bulletList(rows.map((row) => breakEvenSentence(row, view.labels.model)))}
    <p class="kern-body kern-body--small kern-body--muted note">
      Verglichen werden nur Kosten, mit dem Verbrauch an Token aus diesem Lauf. Ob die eigene Anlage so
      viele Anfragen schafft und ob die Leistung reicht, sagt die Zahl nicht.
    </p>`;
}
