import type { Say } from "../say.ts";
import type { BreakEven, OfferResult, Procurement } from "../../core/findings-procurement.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { fill } from "../fill.ts";

/** What each model costs, where that is known, and from when one of one's own pays off. */
export function costPart(view: View, { offers, horizonYears, breakEven }: Procurement): Html {
  const { say } = view;
  const priced = offers.filter(({ cost }) => cost !== undefined);
  const open = offers.flatMap(({ model, costMissing }) =>
    costMissing === undefined
      ? []
      : [markup`${view.labels.model(model)}: ${say.fromAnalysis(costMissing)}`],
  );
  return sectionPart(
    { id: "kosten", title: fill(say.text.costTitle, say.yearsText(horizonYears)) },
    markup`${priced.length === 0 ? nothing : costTable(view, priced)}
      ${open.length === 0 ? nothing : bulletList(open)} ${breakEvenList(view, breakEven)}`,
  );
}

function costTable(view: View, rows: readonly OfferResult[]): Html {
  const { say } = view;
  return markup`${table<OfferResult>({
    caption: say.text.costCaption,
    columns: [
      { title: say.text.model, cell: ({ model }) => view.labels.model(model) },
      { title: say.text.operation, cell: ({ cost }) => cost && say.costKinds[cost.kind] },
      {
        title: say.text.fixedPerYear,
        cell: (row) => fixedCell(say, row),
        numeric: true,
      },
      { title: say.text.tokensPerYear, cell: (row) => tokenCell(say, row), numeric: true },
      {
        title: say.text.togetherPerYear,
        cell: ({ cost }) => cost && say.wholeEuro(cost.perYear),
        numeric: true,
      },
      {
        title: say.text.overPeriod,
        cell: ({ cost }) => cost && say.wholeEuro(cost.overHorizon),
        numeric: true,
      },
    ],
    rows,
  })}${methodNote(
    say,
    rows.flatMap(({ cost }) => cost?.tokensPerYear ?? []),
  )}`;
}

function fixedCell(say: Say, { cost }: OfferResult): string {
  if (cost === undefined) return "";
  return cost.fixedPerYear === 0 ? say.text.noneNamed : say.wholeEuro(cost.fixedPerYear);
}

function tokenCell(say: Say, { cost }: OfferResult): string {
  const tokens = cost?.tokensPerYear;
  if (cost === undefined || tokens === undefined) return say.text.flatRate;
  const answers = cost.purposes.reduce((sum, purpose) => sum + purpose.answers, 0);
  const { value, low, high } = tokens;
  const range =
    low === undefined || high === undefined
      ? ""
      : `${fill(say.text.range, say.wholeEuro(low), say.wholeEuro(high))}; `;
  return `${say.wholeEuro(value)} (${range}${say.answersText(answers)})`;
}

function breakEvenList(view: View, rows: readonly BreakEven[]): Html {
  const { say } = view;
  if (rows.length === 0) return nothing;
  return markup`<h4 class="kern-heading-small">${say.text.breakEvenTitle}</h4>
    ${bulletList(rows.map((row) => say.breakEvenSentence(row, view.labels.model)))}
    <p class="kern-body kern-body--small kern-body--muted note">
      ${say.text.breakEvenNote}
    </p>`;
}
