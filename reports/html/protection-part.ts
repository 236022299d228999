import type { Say } from "../say.ts";
import type { DataClass } from "../../core/data-class.ts";
import type { Findings } from "../../core/findings.ts";
import type { ModelDescription } from "../../core/model.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";

/** How sensitive the cases were, what each model may receive, and what was held back for that. */
export function protectionPart(view: View): Html {
  const { say } = view;
  const { protection, withheld } = view.findings;
  const sum = (of: DataClass) =>
    protection.filter((row) => row.protection === of).reduce((cases, row) => cases + row.cases, 0);
  const classes = [...new Set(protection.map((row) => row.protection))];
  const counts = classes.map((of) => ({ name: say.dataClassLabel(of), cases: sum(of) }));
  return sectionPart(
    { id: "schutzbedarf", title: say.text.protectionTitle },
    markup`<p class="kern-body">${say.protectionSentence(counts, withheld.length)}</p>
      ${classes.length === 0 ? nothing : classTable(view, classes)}${modelTable(view)}`,
  );
}

function classTable(view: View, classes: readonly DataClass[]): Html {
  const { findings, say } = view;
  const count = (suite: string, of: DataClass): number =>
    findings.protection.find((row) => row.suite === suite && row.protection === of)?.cases ?? 0;
  return table<Findings["suites"][number]>({
    caption: say.text.protectionCaption,
    columns: [
      { title: say.text.task, cell: ({ title }) => view.mark(title) },
      ...classes.map((of): Column<Findings["suites"][number]> => ({
        title: say.dataClassLabel(of),
        cell: ({ name }) => say.decimal(count(name, of)),
        numeric: true,
      })),
    ],
    rows: findings.suites,
  });
}

function modelTable(view: View): Html {
  const { say } = view;
  if (view.models.length === 0) return nothing;
  const held = (model: ModelDescription) =>
    view.findings.withheld.filter((row) => row.model === model.id);
  return table<ModelDescription>({
    caption: say.text.permissionCaption,
    columns: [
      { title: say.text.model, cell: ({ id }) => view.labels.model(id) },
      { title: say.text.mayReceive, cell: (row) => allowed(say, row) },
      {
        title: say.text.notTested,
        cell: (model) => {
          const rows = held(model);
          const cases = rows.reduce((all, row) => all + row.cases, 0);
          return cases === 0 ? say.text.nothingHeld : say.counted(cases, "case");
        },
      },
      {
        title: say.text.why,
        cell: (model) => reasonsText(say, held(model)),
      },
    ],
    rows: view.models,
  });
}

function reasonsText(say: Say, rows: Findings["withheld"]): Part {
  if (rows.length === 0) return say.text.notApplicable;
  return rows.map(({ reason }, at) => [at === 0 ? "" : " ", say.fromAnalysis(reason)]);
}

function allowed(say: Say, { dataClasses, endpoint }: ModelDescription): string {
  if (dataClasses !== undefined) return say.listed(dataClasses.map(say.dataClassLabel));
  return say.permissionText(endpoint === "embedded");
}
