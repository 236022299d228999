import type { Say } from "../say.ts";
import type { OfferResult, Procurement } from "../../core/findings-procurement.ts";
import type { ModelDescription } from "../../core/model.ts";
import type { View } from "../view.ts";
import { markup, type Html, type Part } from "./escape.ts";
import { offerBadge } from "./procurement-criteria.ts";
import type { Column } from "./table.ts";
import { fill } from "../fill.ts";

type OfferColumn = Column<ModelDescription>;

/** Exclusion, points, cost, figure and rank; a column that no model has anything in is left out. */
export function offerColumns({ say }: View, found: Procurement): OfferColumn[] {
  const { offers, maximum } = found;
  const offerOf = new Map(offers.map((offer) => [offer.model, offer]));
  const column = (
    title: Part,
    cell: (offer: OfferResult) => Part | undefined,
    missing = say.text.notKnown,
  ): OfferColumn[] => {
    const known = offers.some((offer) => cell(offer) !== undefined);
    const text = ({ id }: ModelDescription): Part => {
      const offer = offerOf.get(id);
      return (offer && cell(offer)) ?? missing;
    };
    return known ? [{ title, cell: text, numeric: true }] : [];
  };
  return [
    ...column(link("beschaffung", say.text.exclusion), ({ status }) => offerBadge(say, status)),
    ...column(link("bewertungskriterien", fill(say.text.pointsOf, say.decimal(maximum))), (row) =>
      pointsCell(say, row),
    ),
    ...column(
      link("kosten", say.text.costPerYear),
      ({ cost }) => cost && say.wholeEuro(cost.perYear),
    ),
    ...column(
      link("kennzahlen", say.text.figureZ),
      (offer) => figureCell(say, found, offer),
      say.text.none,
    ),
    ...rankColumns(say, found).flatMap(([title, cell]) => column(title, cell, say.text.noRank)),
  ];
}

function link(id: string, title: string): Html {
  return markup`<a href="#${id}">${title}</a>`;
}

function pointsCell(say: Say, { performance }: OfferResult): Part | undefined {
  if (performance === undefined) return undefined;
  const { value, low, high, n } = performance;
  return markup`<strong>${say.decimal(value)}</strong><br><span class="aside"
      >${fill(say.text.range, say.decimal(low), say.decimal(high))}, ${say.sampleSize(n)}</span
    >`;
}

function figureCell(say: Say, { methods }: Procurement, { model }: OfferResult): Part | undefined {
  const figures = methods.find(({ decisive }) => decisive)?.figures ?? [];
  const figure = figures.find((one) => one.model === model);
  if (figure === undefined) return undefined;
  return `${say.figureNumber(figure.z)}${figure.inside ? "" : say.text.outside}`;
}

/** A rank only in a „wertende Teststellung“; the places that the data leave open always. */
function rankColumns(
  say: Say,
  { standings }: Procurement,
): [Part, (offer: OfferResult) => Part | undefined][] {
  const of = ({ model }: OfferResult) => standings.find((row) => row.model === model);
  const rank = (offer: OfferResult): Part | undefined => {
    const value = of(offer)?.rank;
    return value === undefined ? undefined : say.decimal(value);
  };
  const places = (offer: OfferResult): Part | undefined => {
    const row = of(offer);
    return row === undefined ? undefined : say.placesText(row);
  };
  return [
    [link("kennzahlen", say.text.rank), rank],
    [link("kennzahlen", say.text.places), places],
  ];
}
