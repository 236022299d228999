import { markup, type Html } from "../html/escape.ts";
import { axisRow, gridLines } from "./axis.ts";
import { position, shareScale } from "./scale.ts";

/** One point with its 95 % interval; all values are shares from 0 to 1. */
export interface DotRow {
  readonly label: string;
  /** Shape of the point: shape and label carry the meaning, colour only repeats it. */
  readonly mark: "trained" | "untrained" | "other" | "baseline";
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The numbers in words, at the end of the row. */
  readonly text: string;
}

/** The rows of one model. */
export interface DotGroup {
  readonly title: string;
  readonly rows: readonly DotRow[];
}

/**
 * Dot plot with intervals. A picture only: it is hidden from assistive technology, so the caller
 * puts a summary and a table beside it. Positions are percentages, so that the picture stretches
 * to any width while its letters keep their size.
 */
export function dotPlot(
  groups: readonly DotGroup[],
  format: (share: number) => string,
  threshold?: number,
): Html {
  const axis = axisRow(shareScale, format);
  return markup`<div class="chart" aria-hidden="true">
    ${groups.map((group) => dotGroup(group, threshold))}${axis}
  </div>`;
}

function dotGroup(group: DotGroup, threshold: number | undefined): Html {
  return markup`<div class="chart__group">
    <span class="chart__title">${group.title}</span>
    ${group.rows.map((row) => dotRow(row, threshold))}
  </div>`;
}

function dotRow(row: DotRow, threshold: number | undefined): Html {
  const [low, high, x] = [row.low, row.high, row.value].map((value) => position(value, shareScale));
  return markup`<div class="chart__row">
    <span class="chart__label">${row.label}</span
    ><svg class="chart__field">
      ${gridLines(shareScale)}${thresholdLine(threshold)}
      <line class="chart__interval" x1="${low}" x2="${high}" y1="50%" y2="50%" />
      <svg class="chart__mark chart__mark--${row.mark}" x="${x}" y="50%">
        ${shapes[row.mark]}
      </svg></svg
    ><span class="chart__value">${row.text}</span>
  </div>`;
}

function thresholdLine(threshold: number | undefined): Html | undefined {
  if (threshold === undefined) return undefined;
  const x = position(threshold, shareScale);
  return markup`<line class="chart__threshold" x1="${x}" x2="${x}" y1="0" y2="100%" />`;
}

const shapes: Readonly<Record<DotRow["mark"], Html>> = {
  trained: markup`<circle r="6" />`,
  untrained: markup`<circle r="5" />`,
  other: markup`<path d="M0-7 7 0 0 7-7 0z" />`,
  baseline: markup`<rect x="-2" y="-8" width="4" height="16" />`,
};
