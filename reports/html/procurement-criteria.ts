import type { Say } from "../say.ts";
import type { CriterionResult, OfferResult, Procurement } from "../../core/findings-procurement.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { badge } from "./notice.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";
import { fill } from "../fill.ts";

/** A line per model: exclusion, points, costs. */
export function overviewTable(view: View, { offers, maximum }: Procurement): Html {
  const { say } = view;
  const open = offers.filter(({ reasons }) => reasons.length > 0);
  return markup`${table<OfferResult>({
    caption: say.text.overviewCaption,
    columns: [
      { title: say.text.model, cell: ({ model }) => view.labels.model(model) },
      { title: say.text.exclusionAndMinimum, cell: ({ status }) => offerBadge(say, status) },
      {
        title: fill(say.text.maximumPoints, say.decimal(maximum)),
        cell: ({ performance }) =>
          performance === undefined ? say.text.notMeasured : say.measuredMean(performance),
        numeric: true,
      },
      {
        title: say.text.costPerYear,
        cell: ({ cost }) => (cost === undefined ? say.text.notKnown : say.wholeEuro(cost.perYear)),
        numeric: true,
      },
    ],
    rows: offers,
  })}${methodNote(
    say,
    offers.flatMap(({ performance }) => performance ?? []),
  )}
  ${
    open.length === 0
      ? nothing
      : bulletList(
          open.flatMap(({ model, reasons }) =>
            reasons.map(
              (reason) => markup`${view.labels.model(model)}: ${say.fromAnalysis(reason)}`,
            ),
          ),
        )
  }`;
}

/** Admitted, out or open, in a word. */
export function offerBadge(say: Say, status: OfferResult["status"]): Html {
  if (status === "admitted") return badge("success", say.text.met);
  if (status === "excluded") return badge("danger", say.text.notMet);
  return badge("warning", say.text.open);
}

interface CriterionRow extends CriterionResult {
  readonly model: string;
}

/** Points of every model, criterion by criterion. */
export function criteriaPart(view: View, { offers, pointScale }: Procurement): Html {
  const { say } = view;
  const count = offers[0]?.criteria.length ?? 0;
  const rows = Array.from({ length: count }, (_, at) =>
    offers.flatMap(({ model, criteria }): CriterionRow[] => {
      const own = criteria[at];
      return own === undefined ? [] : [{ ...own, model }];
    }),
  ).flat();
  const methods = rows.flatMap(({ measured }) => measured ?? []);
  return sectionPart(
    { id: "bewertungskriterien", title: say.text.performancePoints },
    markup`${table<CriterionRow>({
      caption: fill(say.text.criteriaCaption, say.decimal(pointScale)),
      columns: columnsOf(view),
      rows,
    })}${methodNote(say, methods)}`,
  );
}

function columnsOf({ labels, say }: View): Column<CriterionRow>[] {
  return [
    { title: say.text.criterion, cell: ({ id, title }) => markup`${id}: ${say.quoted(title)}` },
    { title: say.text.model, cell: ({ model }) => labels.model(model) },
    { title: say.text.weight, cell: ({ weight }) => say.decimal(weight), numeric: true },
    {
      title: say.text.scale,
      cell: ({ s0, s10 }) => fill(say.text.range, say.percent(s0), say.percent(s10)),
    },
    {
      title: say.text.minimumPoints,
      cell: ({ minimumPoints }) =>
        minimumPoints === undefined ? say.text.none : say.decimal(minimumPoints),
      numeric: true,
    },
    {
      title: say.text.n,
      cell: ({ measured }) => measured && say.decimal(measured.n),
      numeric: true,
    },
    { title: say.text.rate, cell: (row) => quote(say, row), numeric: true },
    {
      title: say.text.criterionPoints,
      cell: ({ measured }) => (measured ? say.fine(measured.points) : say.text.notMeasured),
      numeric: true,
    },
    {
      title: say.text.performancePoints,
      cell: ({ measured }) => measured && say.fine(measured.performance),
      numeric: true,
    },
  ];
}

function quote(say: Say, { measured }: CriterionRow): Part {
  if (measured === undefined) return "";
  return `${say.percent(measured.score)} (${say.percentRange(measured.low, measured.high)})`;
}
