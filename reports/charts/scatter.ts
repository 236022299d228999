import { markup, type Html } from "../html/escape.ts";
import { position, type Scale } from "./scale.ts";

/** A point with its vertical interval; its letter stands in the table beside the chart. */
export interface ScatterPoint {
  readonly letter: string;
  /** On which side of the point the letter stands, so that neighbours keep apart. */
  readonly side: "left" | "right";
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  /** Full diamond, or an empty circle for what lies outside. */
  readonly inside: boolean;
}

/** A straight line through 0: y = slope × x. */
export interface RayLine {
  readonly slope: number;
  readonly kind: "figure" | "corridor";
}

interface Scatter {
  readonly points: readonly ScatterPoint[];
  readonly rays: readonly RayLine[];
  readonly x: Scale & { readonly format: (tick: number) => string };
  readonly y: Scale & { readonly format: (tick: number) => string };
}

/**
 * Points over two axes, both from 0. Positions are percentages, so that letters keep their size at
 * any width. Hidden from assistive technology: a sentence and a table stand beside it.
 */
export function scatter(content: Scatter): Html {
  return markup`<div class="chart plane" aria-hidden="true">
    <svg class="plane__field">
      ${grid(content)}${content.rays.map((ray) => rayLine(ray, content))}${content.points.map((point) => mark(point, content))}
    </svg>
  </div>`;
}

function grid({ x, y }: Scatter): Html {
  const columns = x.ticks.map((tick) => {
    const at = position(tick, x);
    return markup`<line class="${tick === 0 ? "chart__zero" : "chart__grid"}" x1="${at}" x2="${at}" y1="0" y2="100%" /><text class="plane__tick" x="${at}" y="100%" dy="1.25em" text-anchor="middle">${x.format(tick)}</text>`;
  });
  const rows = y.ticks.map((tick) => {
    const at = upward(tick, y);
    return markup`<line class="${tick === 0 ? "chart__zero" : "chart__grid"}" x1="0" x2="100%" y1="${at}" y2="${at}" /><text class="plane__tick" x="0" y="${at}" dx="-0.5em" dy="0.3em" text-anchor="end">${y.format(tick)}</text>`;
  });
  return markup`${columns}${rows}`;
}

/** From 0 to where the line leaves the field, at its right or its upper edge. */
function rayLine({ slope, kind }: RayLine, { x, y }: Scatter): Html {
  const endX = Math.min(x.high, y.high / slope);
  return markup`<line
    class="plane__ray plane__ray--${kind}"
    x1="${position(0, x)}"
    y1="${upward(0, y)}"
    x2="${position(endX, x)}"
    y2="${upward(endX * slope, y)}"
  />`;
}

function mark(
  { letter, side, x: cost, y: value, low, high, inside }: ScatterPoint,
  { x, y }: Scatter,
): Html {
  const [left, top] = [position(cost, x), upward(value, y)];
  const shape = inside
    ? markup`<path class="chart__mark--other" d="M0-7 7 0 0 7-7 0z" />`
    : markup`<circle class="chart__mark--untrained" r="6" />`;
  return markup`<line class="chart__interval" x1="${left}" x2="${left}" y1="${upward(low, y)}" y2="${upward(high, y)}" />
    <svg class="chart__mark" x="${left}" y="${top}">
      ${shape}<text class="plane__letter" x="${side === "left" ? -12 : 12}" y="5" text-anchor="${side === "left" ? "end" : "start"}">${letter}</text>
    </svg>`;
}

function upward(value: number, scale: Scale): string {
  return position(scale.high + scale.low - value, scale);
}
