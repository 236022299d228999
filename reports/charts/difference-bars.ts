import { markup, type Html } from "../html/escape.ts";
import { axisRow, gridLines } from "./axis.ts";
import { differenceScale, extent, position, type Scale } from "./scale.ts";

/** A difference of shares with its 95 % interval. */
export interface DifferenceBar {
  readonly label: string;
  /** Fill of the bar; hatched or plain, so that colour is not needed to tell them apart. */
  readonly pattern: "training" | "model" | "contrast";
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The numbers in words, at the end of the row. */
  readonly text: string;
}

/** Bars from 0 with intervals, in percentage points. Hidden from assistive technology as is. */
export function differenceBars(
  bars: readonly DifferenceBar[],
  format: (difference: number) => string,
): Html {
  const scale = differenceScale(bars.flatMap((bar) => [bar.low, bar.high, bar.value]));
  return markup`<div class="chart chart--bars" aria-hidden="true">
    ${bars.map((bar) => barRow(bar, scale))}${axisRow(scale, format)}
  </div>`;
}

function barRow(bar: DifferenceBar, scale: Scale): Html {
  const start = position(Math.min(0, bar.value), scale);
  const width = extent(0, bar.value, scale);
  const [low, high] = [position(bar.low, scale), position(bar.high, scale)];
  return markup`<div class="chart__row">
    <span class="chart__label">${bar.label}</span
    ><svg class="chart__field">
      ${gridLines(scale)}
      <rect
        class="chart__bar chart__bar--${bar.pattern}"
        x="${start}"
        width="${width}"
        y="20%"
        height="60%"
      />
      <line class="chart__halo" x1="${low}" x2="${high}" y1="50%" y2="50%" />
      <line class="chart__interval" x1="${low}" x2="${high}" y1="50%" y2="50%" />
      ${whisker(low)}${whisker(high)}</svg
    ><span class="chart__value">${bar.text}</span>
  </div>`;
}

function whisker(x: string): Html {
  return markup`<line class="chart__interval" x1="${x}" x2="${x}" y1="35%" y2="65%" />`;
}
