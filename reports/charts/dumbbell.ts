import { markup, type Html, type Part } from "../html/escape.ts";
import { axisRow, gridLines } from "./axis.ts";
import { position, shareScale } from "./scale.ts";

/** A share before and after; both from 0 to 1. */
export interface DumbbellRow {
  readonly label: string;
  readonly before: number;
  readonly after: number;
  /** The numbers in words, at the end of the row. */
  readonly text: string;
}

/** Rows under one heading. */
export interface DumbbellGroup {
  readonly title: Part;
  readonly rows: readonly DumbbellRow[];
}

/**
 * Two points a row, joined by a line: an empty circle before, a full diamond after. Hidden from
 * assistive technology, so the caller puts a sentence and a table beside it.
 */
export function dumbbell(
  groups: readonly DumbbellGroup[],
  format: (share: number) => string,
): Html {
  return markup`<div class="chart" aria-hidden="true">
    ${groups.map(
      ({ title, rows }) =>
        markup`<div class="chart__group">
          <span class="chart__title">${title}</span>${rows.map(dumbbellRow)}
        </div>`,
    )}${axisRow(shareScale, format)}
  </div>`;
}

function dumbbellRow({ label, before, after, text }: DumbbellRow): Html {
  const [from, to] = [position(before, shareScale), position(after, shareScale)];
  return markup`<div class="chart__row">
    <span class="chart__label">${label}</span
    ><svg class="chart__field">
      ${gridLines(shareScale)}
      <line class="chart__interval" x1="${from}" x2="${to}" y1="50%" y2="50%" />
      <svg class="chart__mark chart__mark--untrained" x="${from}" y="50%"><circle r="5" /></svg>
      <svg class="chart__mark chart__mark--other" x="${to}" y="50%">
        <path d="M0-7 7 0 0 7-7 0z" />
      </svg></svg
    ><span class="chart__value">${text}</span>
  </div>`;
}
