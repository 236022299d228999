import type { RunComparison, RunDifference } from "../../core/run-comparison.ts";
import { dumbbell } from "../charts/dumbbell.ts";
import { badge } from "../html/notice.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { methodNote } from "../html/method-note.ts";
import { table } from "../html/table.ts";
import { allSuites } from "../labels.ts";
import { decimal, percent, points, pointsRange, probability } from "../sentences/numbers.ts";
import { sampleSize } from "../sentences/measured.ts";
import { comparisonLabels, placeLabel } from "./labels.ts";

/** Pass rates before and after as picture and table; what got worse stands first. */
export function differencesPart(comparison: RunComparison, where: string): Html {
  const { differences } = comparison;
  if (differences.length === 0) return nothing;
  return markup`${chart(comparison)}${numbers(comparison, where)}${methodNote(differences)}`;
}

function chart(comparison: RunComparison): Html {
  const labels = comparisonLabels(comparison);
  const groups = [...Map.groupBy(inOrder(comparison), ({ suite }) => suite)].map(
    ([suite, rows]) => ({
      title: labels.suite(suite),
      rows: rows.map((row) => ({
        label: placeLabel(labels, row),
        before: row.before,
        after: row.after,
        text: `${percent(row.before)} → ${percent(row.after)}, ${sampleSize(row.n)}`,
      })),
    }),
  );
  return markup`<figure class="figure">
    <figcaption class="kern-title kern-title--small">
      Anteil bestandener Fälle vorher und nachher, gleiche Fälle
    </figcaption>
    ${dumbbell(groups)}
    <p class="legend" aria-hidden="true">○ vorher · ◆ nachher</p>
  </figure>`;
}

function numbers(comparison: RunComparison, where: string): Html {
  const labels = comparisonLabels(comparison);
  return table<RunDifference>({
    caption: `Vorher und nachher auf denselben Fällen: ${where}`,
    columns: [
      { title: "Modell und Prompt", cell: (row) => placeLabel(labels, row) },
      { title: "Aufgabe", cell: (row) => labels.suite(row.suite) },
      { title: "n", cell: (row) => decimal(row.n), numeric: true },
      { title: "vorher", cell: (row) => percent(row.before), numeric: true },
      { title: "nachher", cell: (row) => percent(row.after), numeric: true },
      {
        title: "Differenz in Prozentpunkten",
        cell: (row) => `${points(row.difference)} (${pointsRange(row.low, row.high)})`,
        numeric: true,
      },
      { title: "verloren", cell: (row) => decimal(row.lost), numeric: true },
      { title: "gewonnen", cell: (row) => decimal(row.won), numeric: true },
      { title: "p nach Holm", cell: (row) => probability(row.pHolm), numeric: true },
      { title: "Ergebnis", cell: resultBadge },
    ],
    rows: inOrder(comparison),
  });
}

function resultBadge(row: RunDifference): Html | string {
  if (row.byConstruction) return "dieselben Aufrufe";
  if (!row.distinguishable) return "nicht unterscheidbar";
  return row.difference < 0 ? badge("danger", "schlechter") : badge("success", "besser");
}

/** All suites together first; then suite by suite, within each the greatest loss first. */
function inOrder({ differences, suites }: RunComparison): RunDifference[] {
  const order = [allSuites, ...suites.map(({ suite }) => suite)];
  return differences.toSorted(
    (a, b) => order.indexOf(a.suite) - order.indexOf(b.suite) || a.difference - b.difference,
  );
}
