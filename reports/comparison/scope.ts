import type { RunComparison, RunPlace, SuitePair } from "../../core/run-comparison.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { descriptions } from "../html/descriptions.ts";
import { table } from "../html/table.ts";
import { decimal, pointInTime } from "../sentences/numbers.ts";
import { suiteStateLabel } from "../sentences/run-comparison-sentences.ts";
import { comparisonLabels, placeLabel } from "./labels.ts";

/** Which runs, and what of them is the same: suites by hash, cases by question and expectations. */
export function scopePart(comparison: RunComparison, where: string): Html {
  return markup`${runFacts("Früherer Lauf", comparison.before)}
    ${runFacts("Späterer Lauf", comparison.after)}${suiteTable(comparison, where)}
    ${leftOut(comparison)}`;
}

function runFacts(name: string, run: RunComparison["before"]): Html {
  return descriptions([
    [name, run.title],
    ["Kennung", markup`<code>${run.id}</code>`],
    ["Begonnen", pointInTime(run.createdAt)],
    ["Profil", run.profile === "quick" ? "Schnelllauf (quick)" : "vollständig (full)"],
  ]);
}

function suiteTable({ suites }: RunComparison, where: string): Html {
  return table<SuitePair>({
    caption: `Was beide Läufe gemeinsam haben: ${where}`,
    columns: [
      { title: "Aufgabe", cell: (row) => row.title },
      { title: "Stand", cell: suiteStateLabel },
      { title: "Version vorher", cell: (row) => row.before?.version ?? "fehlt" },
      { title: "Version nachher", cell: (row) => row.after?.version ?? "fehlt" },
      { title: "verglichene Fälle", cell: (row) => decimal(row.shared), numeric: true },
      {
        title: "davon nicht nachprüfbar gleich",
        cell: (row) => decimal(row.unsure),
        numeric: true,
      },
      { title: "geänderte Fälle", cell: (row) => decimal(row.changed), numeric: true },
      { title: "nur vorher", cell: (row) => decimal(row.onlyBefore), numeric: true },
      { title: "nur nachher", cell: (row) => decimal(row.onlyAfter), numeric: true },
    ],
    rows: suites,
  });
}

function leftOut(comparison: RunComparison): Html {
  const labels = comparisonLabels(comparison);
  const listed = (places: readonly RunPlace[], name: string): Html =>
    places.length === 0
      ? nothing
      : markup`<p class="kern-body">${name}: ${places.map((place) => placeLabel(labels, place)).join("; ")}.</p>`;
  return markup`${listed(comparison.onlyBefore, "Nicht verglichen, weil nur im früheren Lauf")}${listed(comparison.onlyAfter, "Nicht verglichen, weil nur im späteren Lauf")}`;
}
