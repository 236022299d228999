import { markup, type Html } from "../html/escape.ts";
import { position, type Scale } from "./scale.ts";

/** The thin vertical lines behind a row, one per tick. */
export function gridLines(scale: Scale): Html {
  return markup`${scale.ticks.map((tick) => {
    const x = position(tick, scale);
    const kind = tick === 0 ? "chart__zero" : "chart__grid";
    return markup`<line class="${kind}" x1="${x}" x2="${x}" y1="0" y2="100%" />`;
  })}`;
}

/** The row of tick labels under a chart. */
export function axisRow(scale: Scale, format: (tick: number) => string): Html {
  const labels = scale.ticks.map(
    (tick) =>
      markup`<text x="${position(tick, scale)}" y="1em" text-anchor="middle">${format(tick)}</text>`,
  );
  return markup`<div class="chart__row chart__row--axis">
    <svg class="chart__axis">${labels}</svg>
  </div>`;
}
