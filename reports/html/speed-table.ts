import type { Say } from "../say.ts";
import type { Speed } from "../../core/findings-speed.ts";
import { inModelOrder, type View } from "../view.ts";
import { nothing, type Html } from "./escape.ts";
import { table } from "./table.ts";

/** How fast each model answered, under the load that was on it. */
export function speedTable(view: View): Html {
  const { say } = view;
  const rows = inModelOrder(view, view.findings.speed);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  return table<Speed>({
    caption: say.text.speedCaption,
    columns: [
      { title: say.text.model, cell: (row) => labels.model(row.model) },
      { title: say.text.answersColumn, cell: (row) => say.decimal(row.n), numeric: true },
      { title: say.text.atOnce, cell: (row) => shown(say, row.atOnce, say.decimal), numeric: true },
      { title: say.text.durationMedian, cell: (row) => say.duration(row.medianMs), numeric: true },
      { title: say.text.durationP95, cell: (row) => say.duration(row.p95Ms), numeric: true },
      {
        title: say.text.firstToken,
        cell: (row) => shown(say, row.firstTokenMedianMs, say.duration),
        numeric: true,
      },
      {
        title: say.text.tokensPerSecond,
        cell: (row) => shown(say, row.tokensPerSecond, say.decimal),
        numeric: true,
      },
      {
        title: say.text.loading,
        cell: (row) => shown(say, row.coldStartMs, say.duration),
        numeric: true,
      },
      {
        title: say.text.modelMemory,
        cell: (row) => shown(say, row.memoryBytes, say.megabytes),
        numeric: true,
      },
    ],
    rows,
  });
}

function shown(say: Say, value: number | undefined, write: (value: number) => string): string {
  return value === undefined ? say.text.notMeasured : write(value);
}
