import type { OfferResult, Procurement } from "../../core/findings-procurement.ts";
import type { ModelDescription } from "../../core/model.ts";
import { sampleSize } from "../sentences/measured.ts";
import { decimal, wholeEuro } from "../sentences/numbers.ts";
import type { View } from "../view.ts";
import { markup, type Html, type Part } from "./escape.ts";
import { offerBadge } from "./procurement-criteria.ts";
import { figureNumber } from "./procurement-figures.ts";
import { placesText } from "./rank-part.ts";
import type { Column } from "./table.ts";

type OfferColumn = Column<ModelDescription>;

/** Exclusion, points, cost, figure and rank; a column that no model has anything in is left out. */
export function offerColumns(_view: View, found: Procurement): OfferColumn[] {
  const { offers, maximum } = found;
  const offerOf = new Map(offers.map((offer) => [offer.model, offer]));
  const column = (
    title: Part,
    cell: (offer: OfferResult) => Part | undefined,
    missing = "nicht bekannt",
  ): OfferColumn[] => {
    const known = offers.some((offer) => cell(offer) !== undefined);
    const text = ({ id }: ModelDescription): Part => {
      const offer = offerOf.get(id);
      return (offer && cell(offer)) ?? missing;
    };
    return known ? [{ title, cell: text, numeric: true }] : [];
  };
  return [
    ...column(link("beschaffung", "Ausschluss"), ({ status }) => offerBadge(status)),
    ...column(link("bewertungskriterien", `Punkte (von ${decimal(maximum)})`), pointsCell),
    ...column(link("kosten", "Kosten je Jahr"), ({ cost }) => cost && wholeEuro(cost.perYear)),
    ...column(link("kennzahlen", "Kennzahl Z"), (offer) => figureCell(found, offer), "keine"),
    ...rankColumns(found).flatMap(([title, cell]) => column(title, cell, "keiner")),
  ];
}

function link(id: string, title: string): Html {
  return markup`<a href="#${id}">${title}</a>`;
}

function pointsCell({ performance }: OfferResult): Part | undefined {
  if (performance === undefined) return undefined;
  const { value, low, high, n } = performance;
  return markup`<strong>${decimal(value)}</strong><br><span class="aside"
      >${decimal(low)} bis ${decimal(high)}, ${sampleSize(n)}</span
    >`;
}

function figureCell({ methods }: Procurement, { model }: OfferResult): Part | undefined {
  const figures = methods.find(({ decisive }) => decisive)?.figures ?? [];
  const figure = figures.find((one) => one.model === model);
  if (figure === undefined) return undefined;
  return `${figureNumber(figure.z)}${figure.inside ? "" : " (außerhalb)"}`;
}

/** A rank only in a „wertende Teststellung“; the places that the data leave open always. */
function rankColumns({
  standings,
}: Procurement): [Part, (offer: OfferResult) => Part | undefined][] {
  const of = ({ model }: OfferResult) => standings.find((row) => row.model === model);
  const rank = (offer: OfferResult): Part | undefined => {
    const value = of(offer)?.rank;
    return value === undefined ? undefined : decimal(value);
  };
  const places = (offer: OfferResult): Part | undefined => {
    const row = of(offer);
    return row === undefined ? undefined : placesText(row);
  };
  return [
    [link("kennzahlen", "Rang"), rank],
    [link("kennzahlen", "mögliche Plätze"), places],
  ];
}
