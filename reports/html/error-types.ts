import { failureClasses, type FailureClass } from "../../core/failure-class.ts";
import { shareBars } from "../charts/share-bars.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";

interface TaskErrors {
  readonly suite: string;
  /** Judged trials of the models, all prompts and inputs. */
  readonly judged: number;
  readonly failed: ReadonlyMap<FailureClass, number>;
}

/** In which way answers fail, task by task. */
export function errorTypes(view: View): Html {
  const { say } = view;
  const rows = view.findings.suites.map(({ name }) => errorsOf(view, name));
  const classes = failureClasses.filter((name) => rows.some(({ failed }) => failed.has(name)));
  if (classes.length === 0) return nothing;
  return sectionPart(
    { id: "fehlerarten", title: say.text.errorTypesTitle },
    markup`<p class="kern-body">${view.mark(commonestSentence(view, rows))}</p>
      ${chart(view, rows)}
      ${table<TaskErrors>({
        caption: say.text.errorTypesCaption,
        columns: [
          { title: say.text.task, cell: ({ suite }) => view.task(suite) },
          { title: say.text.judged, cell: ({ judged }) => say.decimal(judged), numeric: true },
          ...classes.map((name): Column<TaskErrors> => ({
            title: say.failureClassLabel(name).title,
            cell: ({ failed }) => say.decimal(failed.get(name) ?? 0),
            numeric: true,
          })),
        ],
        rows,
      })}`,
  );
}

function commonestSentence({ say, labels }: View, rows: readonly TaskErrors[]): string {
  const parts = rows.flatMap(({ suite, judged, failed }) => {
    const [most] = [...failed].toSorted((a, b) => b[1] - a[1]);
    if (most === undefined) return [];
    const [name, count] = most;
    return [{ task: labels.suite(suite), title: say.failureClassLabel(name).title, count, judged }];
  });
  return say.commonestByTaskSentence(parts);
}

function chart(view: View, rows: readonly TaskErrors[]): Html {
  const { say } = view;
  const groups = rows
    .filter(({ failed }) => failed.size > 0)
    .map(({ suite, judged, failed }) => ({
      title: view.task(suite),
      bars: [...failed].map(([name, count]) => ({
        label: say.failureClassLabel(name).title,
        value: count / judged,
        text: say.outOf(count, judged),
      })),
    }));
  return markup`<figure class="figure">
    <figcaption class="kern-title kern-title--small">
      ${say.text.errorTypesChart}
    </figcaption>
    ${shareBars(groups, say.percent)}
  </figure>`;
}

function errorsOf({ findings, models }: View, suite: string): TaskErrors {
  const ids = new Set(models.map(({ id }) => id));
  const rows = findings.verdicts.filter((row) => row.suite === suite && ids.has(row.model));
  const counts = failureClasses.flatMap((name) => {
    const count = rows.reduce((sum, { failed }) => sum + (failed[name] ?? 0), 0);
    return count === 0 ? [] : [[name, count] as const];
  });
  const failed = new Map(counts);
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  return { suite, judged: counts.reduce((sum, [, count]) => sum + count, passed), failed };
}
