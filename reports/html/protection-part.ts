import type { DataClass } from "../../core/data-class.ts";
import type { Findings } from "../../core/findings.ts";
import type { ModelDescription } from "../../core/model.ts";
import { dataClassLabel } from "../labels.ts";
import { counted, listed } from "../sentences/counted.ts";
import { decimal } from "../sentences/numbers.ts";
import { permissionText, protectionSentence } from "../sentences/protection-sentences.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";

/** How sensitive the cases were, what each model may receive, and what was held back for that. */
export function protectionPart(view: View): Html {
  const { protection, withheld } = view.findings;
  const sum = (of: DataClass) =>
    protection.filter((row) => row.protection === of).reduce((cases, row) => cases + row.cases, 0);
  const classes = [...new Set(protection.map((row) => row.protection))];
  const counts = classes.map((of) => ({ name: dataClassLabel(of), cases: sum(of) }));
  return sectionPart(
    { id: "schutzbedarf", title: "Schutzbedarf der Fälle" },
    markup`<p class="kern-body">${protectionSentence(counts, withheld.length)}</p>
      ${classes.length === 0 ? nothing : classTable(view, classes)}${modelTable(view)}`,
  );
}

function classTable({ findings }: View, classes: readonly DataClass[]): Html {
  const count = (suite: string, of: DataClass): number =>
    findings.protection.find((row) => row.suite === suite && row.protection === of)?.cases ?? 0;
  return table<Findings["suites"][number]>({
    caption: "Datenklassen der Fälle je Aufgabe",
    columns: [
      { title: "Aufgabe", cell: ({ title }) => title },
      ...classes.map((of): Column<Findings["suites"][number]> => ({
        title: dataClassLabel(of),
        cell: ({ name }) => decimal(count(name, of)),
        numeric: true,
      })),
    ],
    rows: findings.suites,
  });
}

function modelTable(view: View): Html {
  if (view.models.length === 0) return nothing;
  const held = (model: ModelDescription) =>
    view.findings.withheld.filter((row) => row.model === model.id);
  return table<ModelDescription>({
    caption: "Was jedes Modell bekommen darf und was deshalb nicht geprüft ist",
    columns: [
      { title: "Modell", cell: ({ id }) => view.labels.model(id) },
      { title: "darf bekommen", cell: allowed },
      {
        title: "nicht geprüft",
        cell: (model) => {
          const rows = held(model);
          const cases = rows.reduce((all, row) => all + row.cases, 0);
          return cases === 0 ? "nichts" : counted(cases, "case");
        },
      },
      {
        title: "Grund",
        cell: (model) =>
          held(model)
            .map(({ reason }) => reason)
            .join(" ") || "entfällt",
      },
    ],
    rows: view.models,
  });
}

function allowed({ dataClasses, endpoint }: ModelDescription): string {
  if (dataClasses !== undefined) return listed(dataClasses.map(dataClassLabel));
  return permissionText(endpoint === "embedded");
}
