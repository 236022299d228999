import type { CatalogueWords } from "../catalogue-words.ts";
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
  const { chapter, failureClass, quoted } = view.words;
  return markup`${table<FailureTally>({
    caption: chapter.byClass,
    columns: [
      { title: chapter.kind, cell: (row) => failureClass(row.class).title },
      { title: chapter.meaning, cell: (row) => failureClass(row.class).meaning },
      ...countColumns(view),
    ],
    rows: failureTally(view),
  })}
    <p class="kern-body kern-body--small kern-body--muted">${chapter.once}</p>
    ${table<Tally<string>>({
      caption: chapter.byTask,
      columns: [
        { title: chapter.task, cell: (row) => quoted(view.labels.suite(row.key)) },
        ...countColumns(view),
      ],
      rows: suiteTally(view),
    })}${table<Tally<string>>({
      caption: chapter.bySeverity,
      columns: [
        { title: chapter.severity, cell: (row) => severityName(view.words, row.key) },
        ...countColumns(view),
      ],
      rows: severityTally(view),
    })}`;
}

export function severityName(words: CatalogueWords, key: string): string {
  return key === criticalKey ? words.chapter.critical : words.severity(Number(key));
}

function countColumns(view: View): Column<Pick<FailureTally, "byModel" | "total">>[] {
  const models = view.models.map((model, index) => ({
    title: view.labels.model(model.id),
    cell: (row: Pick<FailureTally, "byModel">) => view.words.number(row.byModel[index] ?? 0),
    numeric: true,
  }));
  return [
    ...models,
    {
      title: view.words.chapter.together,
      cell: (row) => view.words.number(row.total),
      numeric: true,
    },
  ];
}
