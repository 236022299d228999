import type { RunComparison, RunDifference } from "../../core/run-comparison.ts";
import { dumbbell } from "../charts/dumbbell.ts";
import { fill } from "../fill.ts";
import { badge } from "../html/notice.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { methodNote } from "../html/method-note.ts";
import { table } from "../html/table.ts";
import { allSuites } from "../labels.ts";
import type { Say } from "../say.ts";
import { placeLabel, type ComparisonView } from "./labels.ts";

/** Pass rates before and after as picture and table; what got worse stands first. */
export function differencesPart(view: ComparisonView, where: string): Html {
  const { differences } = view.comparison;
  if (differences.length === 0) return nothing;
  return markup`${chart(view)}${numbers(view, where)}${methodNote(view.say, differences)}`;
}

function chart({ comparison, labels, say, mark }: ComparisonView): Html {
  const { percent, sampleSize, text } = say;
  const groups = [...Map.groupBy(inOrder(comparison), ({ suite }) => suite)].map(
    ([suite, rows]) => ({
      title: mark(labels.suite(suite)),
      rows: rows.map((row) => ({
        label: placeLabel(labels, row),
        before: row.before,
        after: row.after,
        text: `${percent(row.before)} → ${percent(row.after)}, ${sampleSize(row.n)}`,
      })),
    }),
  );
  return markup`<figure class="figure">
    <figcaption class="kern-title kern-title--small">${text.compareChart}</figcaption>
    ${dumbbell(groups, percent)}
    <p class="legend" aria-hidden="true">${text.compareLegend}</p>
  </figure>`;
}

function numbers({ comparison, labels, say, mark }: ComparisonView, where: string): Html {
  const { text, decimal, percent } = say;
  return table<RunDifference>({
    caption: fill(text.compareCaption, where),
    columns: [
      { title: text.modelAndPrompt, cell: (row) => placeLabel(labels, row) },
      { title: text.task, cell: (row) => mark(labels.suite(row.suite)) },
      { title: text.n, cell: (row) => decimal(row.n), numeric: true },
      { title: text.beforeColumn, cell: (row) => percent(row.before), numeric: true },
      { title: text.afterColumn, cell: (row) => percent(row.after), numeric: true },
      {
        title: text.differencePoints,
        cell: (row) => `${say.points(row.difference)} (${say.pointsRange(row.low, row.high)})`,
        numeric: true,
      },
      { title: text.lost, cell: (row) => decimal(row.lost), numeric: true },
      { title: text.won, cell: (row) => decimal(row.won), numeric: true },
      { title: text.pHolm, cell: (row) => say.probability(row.pHolm), numeric: true },
      { title: text.result, cell: (row) => resultBadge(say, row) },
    ],
    rows: inOrder(comparison),
  });
}

function resultBadge({ text }: Say, row: RunDifference): Html | string {
  if (row.byConstruction) return text.sameCalls;
  if (!row.distinguishable) return text.cannotTell;
  return row.difference < 0 ? badge("danger", text.worse) : badge("success", text.better);
}

/** All suites together first; then suite by suite, within each the greatest loss first. */
function inOrder({ differences, suites }: RunComparison): RunDifference[] {
  const order = [allSuites, ...suites.map(({ suite }) => suite)];
  return differences.toSorted(
    (a, b) => order.indexOf(a.suite) - order.indexOf(b.suite) || a.difference - b.difference,
  );
}
