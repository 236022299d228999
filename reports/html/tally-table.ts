import { failureClassLabel } from "../labels.ts";
import { decimal } from "../sentences/numbers.ts";
import { severityLabel } from "../sentences/failure-sentences.ts";
import type { View } from "../view.ts";
import { markup, type Html } from "./escape.ts";
import {
  criticalKey,
  failureTally,
  severityTally,
  suiteTally,
  type FailureTally,
  type Tally,
} from "./failure-tally.ts";
import { table, type Column } from "./table.ts";

/** The failures of the models by kind, by task and by severity, one column a model. */
export function tallyTables(view: View): Html {
  return markup`${table<FailureTally>({
    caption: "Nicht bestandene Durchgänge nach Art des Befunds",
    columns: [
      { title: "Befund", cell: (row) => failureClassLabel(row.class).title },
      { title: "Bedeutung", cell: (row) => failureClassLabel(row.class).meaning },
      ...countColumns(view),
    ],
    rows: failureTally(view),
  })}${table<Tally<string>>({
    caption: "Nicht bestandene Durchgänge nach Aufgabe",
    columns: [
      { title: "Aufgabe", cell: (row) => view.labels.suite(row.key) },
      ...countColumns(view),
    ],
    rows: suiteTally(view),
  })}${table<Tally<string>>({
    caption: "Nicht bestandene Durchgänge nach Schwere",
    columns: [{ title: "Schwere", cell: (row) => severityName(row.key) }, ...countColumns(view)],
    rows: severityTally(view),
  })}`;
}

export function severityName(key: string): string {
  return key === criticalKey ? "kritischer Fall" : severityLabel(Number(key));
}

function countColumns(view: View): Column<Pick<FailureTally, "byModel" | "total">>[] {
  const models = view.models.map((model, index) => ({
    title: view.labels.model(model.id),
    cell: (row: Pick<FailureTally, "byModel">) => decimal(row.byModel[index] ?? 0),
    numeric: true,
  }));
  return [...models, { title: "zusammen", cell: (row) => decimal(row.total), numeric: true }];
}
