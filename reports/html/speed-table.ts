import type { Speed } from "../../core/findings-speed.ts";
import { decimal, duration, megabytes } from "../sentences/numbers.ts";
import { inModelOrder, type View } from "../view.ts";
import { nothing, type Html } from "./escape.ts";
import { table } from "./table.ts";

/** How fast each model answered, under the load that was on it. */
export function speedTable(view: View): Html {
  const rows = inModelOrder(view, view.findings.speed);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  return table<Speed>({
    caption: "Geschwindigkeit der Modelle in diesem Lauf",
    columns: [
      { title: "Modell", cell: (row) => labels.model(row.model) },
      { title: "Antworten", cell: (row) => decimal(row.n), numeric: true },
      { title: "zugleich im Mittel", cell: (row) => shown(row.atOnce, decimal), numeric: true },
      { title: "Dauer, Median", cell: (row) => duration(row.medianMs), numeric: true },
      { title: "Dauer, 95 % unter", cell: (row) => duration(row.p95Ms), numeric: true },
      {
        title: "erstes Token, Median",
        cell: (row) => shown(row.firstTokenMedianMs, duration),
        numeric: true,
      },
      {
        title: "Token je Sekunde",
        cell: (row) => shown(row.tokensPerSecond, decimal),
        numeric: true,
      },
      {
        title: "Laden der Gewichte",
        cell: (row) => shown(row.coldStartMs, duration),
        numeric: true,
      },
      {
        title: "Speicher des Modells, höchstens",
        cell: (row) => shown(row.memoryBytes, megabytes),
        numeric: true,
      },
    ],
    rows,
  });
}

function shown(value: number | undefined, write: (value: number) => string): string {
  return value === undefined ? "nicht gemessen" : write(value);
}
