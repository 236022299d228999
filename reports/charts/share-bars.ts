import { markup, type Html, type Part } from "../html/escape.ts";
import { axisRow, gridLines } from "./axis.ts";
import { extent, position, shareScale, type Scale } from "./scale.ts";

/** A bar from 0. */
export interface CountBar {
  readonly label: string;
  readonly value: number;
  /** The number in words, at the end of the row. */
  readonly text: string;
}

/** Bars under one heading; without one the heading is left out. */
export interface BarGroup {
  readonly title?: Part;
  readonly bars: readonly CountBar[];
}

/** Bars of shares from 0 to 1. Hidden from assistive technology: a table stands beside it. */
export function shareBars(groups: readonly BarGroup[], format: (share: number) => string): Html {
  return markup`<div class="chart" aria-hidden="true">
    ${groups.map((group) => barGroup(group, shareScale))}${axisRow(shareScale, format)}
  </div>`;
}

function barGroup({ title, bars: rows }: BarGroup, scale: Scale): Html {
  const heading = title === undefined ? "" : markup`<span class="chart__title">${title}</span>`;
  return markup`<div class="chart__group">
    ${heading}${rows.map(
      ({ label, value, text }) =>
        markup`<div class="chart__row">
          <span class="chart__label">${label}</span
          ><svg class="chart__field">
            ${gridLines(scale)}
            <rect
              class="chart__bar chart__bar--training"
              x="${position(0, scale)}"
              width="${extent(0, value, scale)}"
              y="20%"
              height="60%"
            /></svg
          ><span class="chart__value">${text}</span>
        </div>`,
    )}
  </div>`;
}
