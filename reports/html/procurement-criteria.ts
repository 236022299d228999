import type {
  CriterionResult,
  ExclusionResult,
  OfferResult,
  Procurement,
} from "../../core/findings-procurement.ts";
import { measuredMean, outOf } from "../sentences/measured.ts";
import { decimal, percent, percentRange, sharpPercent, wholeEuro } from "../sentences/numbers.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { failureLinks } from "./failure-links.ts";
import { methodNote } from "./method-note.ts";
import { badge } from "./notice.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";

/** A line per model: exclusion, points, costs. */
export function overviewTable(view: View, { offers, maximum }: Procurement): Html {
  const open = offers.filter(({ reasons }) => reasons.length > 0);
  return markup`${table<OfferResult>({
    caption: "Modelle vor den Anforderungen",
    columns: [
      { title: "Modell", cell: ({ model }) => view.labels.model(model) },
      { title: "Ausschluss und Mindestpunkte", cell: ({ status }) => offerBadge(status) },
      {
        title: `Leistungspunkte (höchstens ${decimal(maximum)})`,
        cell: ({ performance }) =>
          performance === undefined ? "nicht gemessen" : measuredMean(performance),
        numeric: true,
      },
      {
        title: "Kosten je Jahr",
        cell: ({ cost }) => (cost === undefined ? "nicht bekannt" : wholeEuro(cost.perYear)),
        numeric: true,
      },
    ],
    rows: offers,
  })}${methodNote(offers.flatMap(({ performance }) => performance ?? []))}
  ${
    open.length === 0
      ? nothing
      : bulletList(
          open.flatMap(({ model, reasons }) =>
            reasons.map((reason) => `${view.labels.model(model)}: ${reason}`),
          ),
        )
  }`;
}

/** Admitted, out or open, in a word. */
export function offerBadge(status: OfferResult["status"]): Html {
  if (status === "admitted") return badge("success", "erfüllt");
  if (status === "excluded") return badge("danger", "nicht erfüllt");
  return badge("warning", "offen");
}

interface ExclusionRow extends ExclusionResult {
  readonly model: string;
}

/** Every exclusion criterion at every model, with its exact bound. */
export function exclusionPart(view: View, { offers }: Procurement): Html {
  const rows = offers.flatMap(({ model, exclusions }) =>
    exclusions.map((one): ExclusionRow => ({ ...one, model })),
  );
  if (rows.length === 0) return nothing;
  const links = failureLinks(view);
  return sectionPart(
    { id: "ausschlusskriterien", title: "Ausschlusskriterien" },
    markup`${table<ExclusionRow>({
      caption: "Ausschlusskriterien je Modell",
      columns: [
        { title: "Kriterium", cell: ({ id, wording }) => `${id}: ${wording}` },
        { title: "Modell", cell: ({ model }) => view.labels.model(model) },
        { title: "Regel", cell: ({ rule }) => rule },
        {
          title: "Verstöße",
          cell: ({ measured }) => measured && outOf(measured.violations, measured.n),
          numeric: true,
        },
        {
          title: "Grenze",
          cell: ({ measured }) => measured && sharpPercent(measured.bound),
          numeric: true,
        },
        {
          title: "Ergebnis",
          cell: (row) => markup`${exclusionBadge(row.status)} ${row.note ?? ""}`,
        },
        { title: "Beispiele", cell: ({ anchors }) => links(anchors) },
      ],
      rows,
    })}${methodNote(rows.flatMap(({ measured }) => measured ?? []))}`,
  );
}

function exclusionBadge(status: ExclusionResult["status"]): Html {
  if (status === "met") return badge("success", "erfüllt");
  if (status === "missed") return badge("danger", "nicht erfüllt");
  return badge("warning", "nicht entscheidbar");
}

interface CriterionRow extends CriterionResult {
  readonly model: string;
}

/** Points of every model, criterion by criterion. */
export function criteriaPart(view: View, { offers, pointScale }: Procurement): Html {
  const count = offers[0]?.criteria.length ?? 0;
  const rows = Array.from({ length: count }, (_, at) =>
    offers.flatMap(({ model, criteria }): CriterionRow[] => {
      const own = criteria[at];
      return own === undefined ? [] : [{ ...own, model }];
    }),
  ).flat();
  return sectionPart(
    { id: "bewertungskriterien", title: "Leistungspunkte" },
    markup`${table<CriterionRow>({
      caption: `Bewertungskriterien je Modell, Skala 0 bis ${decimal(pointScale)}`,
      columns: [
        { title: "Kriterium", cell: ({ id, title }) => `${id}: ${title}` },
        { title: "Modell", cell: ({ model }) => view.labels.model(model) },
        { title: "Gewicht", cell: ({ weight }) => decimal(weight), numeric: true },
        { title: "Skala", cell: ({ s0, s10 }) => `${percent(s0)} bis ${percent(s10)}` },
        {
          title: "Mindestpunkte",
          cell: ({ minimumPoints }) =>
            minimumPoints === undefined ? "keine" : decimal(minimumPoints),
          numeric: true,
        },
        { title: "n", cell: ({ measured }) => measured && decimal(measured.n), numeric: true },
        { title: "Quote", cell: quote, numeric: true },
        {
          title: "Bewertungspunkte",
          cell: ({ measured }) => (measured ? decimalPoints(measured.points) : "nicht gemessen"),
          numeric: true,
        },
        {
          title: "Leistungspunkte",
          cell: ({ measured }) => measured && decimalPoints(measured.performance),
          numeric: true,
        },
      ],
      rows,
    })}${methodNote(rows.flatMap(({ measured }) => measured ?? []))}`,
  );
}

function quote({ measured }: CriterionRow): Part {
  if (measured === undefined) return "";
  return `${percent(measured.score)} (${percentRange(measured.low, measured.high)})`;
}

const twoDecimals = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });

function decimalPoints(value: number): string {
  return twoDecimals.format(value);
}
