import type { Say } from "../say.ts";
import type { OfferResult, Procurement } from "../../core/findings-procurement.ts";
import { scatter, type RayLine, type ScatterPoint } from "../charts/scatter.ts";
import { upwardScale } from "../charts/scale.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { fill } from "../fill.ts";

interface Priced extends ScatterPoint {
  readonly name: string;
  readonly offer: OfferResult;
}

/** Points over cost: the line of the highest figure, the corridor below it, and every priced model. */
export function pricePerformance(view: View, found: Procurement): Html {
  const { say } = view;
  const points = pricedPoints(view, found);
  if (points.length === 0) return nothing;
  const rays = figureLines(found, points);
  return sectionPart(
    { id: "preis-leistung", title: say.text.pictureTitle },
    markup`<p class="kern-body">${say.priceSentenceOf(points.length, rays.length)}</p>
      <figure class="figure">
        <figcaption class="kern-title kern-title--small">
          ${say.text.pictureAxes}
        </figcaption>
        ${scatter({
          points,
          rays,
          x: { ...upwardScale(points.map(({ x }) => x)), format: say.wholeNumber },
          y: { ...upwardScale(points.map(({ high }) => high)), format: say.wholeNumber },
        })}
        <p class="legend" aria-hidden="true">${legend(say, found, rays)}</p>
      </figure>
      ${pointTable(say, points)}`,
  );
}

function pointTable(say: Say, points: readonly Priced[]): Html {
  return table<Priced>({
    caption: say.text.pictureCaption,
    columns: [
      { title: say.text.model, cell: ({ letter, name }) => `${letter}: ${name}` },
      { title: say.text.performancePoints, cell: (row) => pointsCell(say, row), numeric: true },
      { title: say.text.costPerYear, cell: ({ x }) => say.wholeEuro(x), numeric: true },
    ],
    rows: points,
  });
}

function pointsCell(say: Say, { offer }: Priced): string {
  return offer.performance === undefined ? "" : say.measuredMean(offer.performance);
}

function pricedPoints(view: View, { offers, methods }: Procurement): Priced[] {
  const figures = methods.find(({ decisive }) => decisive)?.figures ?? [];
  const priced = offers.filter(({ cost, performance }) => cost && performance);
  return priced.flatMap((offer, at): Priced[] => {
    const { cost, performance, model } = offer;
    if (cost === undefined || performance === undefined) return [];
    const { value: y, low, high } = performance;
    const inside = figures.find((one) => one.model === model)?.inside ?? false;
    const letter = String.fromCodePoint(65 + (at % 26));
    const cheaper = priced.filter((other) => (other.cost?.perYear ?? 0) < cost.perYear).length;
    const side = cheaper % 2 === 0 ? "left" : "right";
    return [
      {
        name: view.labels.model(model),
        offer,
        letter,
        side,
        x: cost.perYear,
        y,
        low,
        high,
        inside,
      },
    ];
  });
}

/** Only methods whose figure is points by price have straight lines of the same figure. */
function figureLines({ methods, corridor }: Procurement, points: readonly Priced[]): RayLine[] {
  const decisive = methods.find((one) => one.decisive);
  if (decisive?.method !== "einfach" && decisive?.method !== "erweitert") return [];
  const ids = new Set(decisive.figures.map(({ model }) => model));
  const slopes = points.filter(({ offer }) => ids.has(offer.model)).map(({ x, y }) => y / x);
  const steepest = Math.max(...slopes);
  if (slopes.length === 0 || steepest <= 0) return [];
  const figure: RayLine = { slope: steepest, kind: "figure" };
  if (decisive.method === "einfach" || corridor === undefined) return [figure];
  return [figure, { slope: steepest * (1 - corridor.chosen / 100), kind: "corridor" }];
}

function legend(say: Say, { corridor }: Procurement, rays: readonly RayLine[]): string {
  const shapes = say.text.pictureShapes;
  const [line, edge] = rays;
  if (line === undefined) return shapes;
  const corridorText =
    edge === undefined || corridor === undefined
      ? ""
      : fill(say.text.corridorEdge, say.decimal(corridor.chosen));
  return fill(say.text.pictureLegend, shapes, corridorText);
}
