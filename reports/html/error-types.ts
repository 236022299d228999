import { failureClasses, type FailureClass } from "../../core/failure-class.ts";
import { shareBars } from "../charts/share-bars.ts";
import { failureClassLabel } from "../labels.ts";
import { outOf } from "../sentences/measured.ts";
import { decimal } from "../sentences/numbers.ts";
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
  const rows = view.findings.suites.map(({ name }) => errorsOf(view, name));
  const classes = failureClasses.filter((name) => rows.some(({ failed }) => failed.has(name)));
  if (classes.length === 0) return nothing;
  return sectionPart(
    { id: "fehlerarten", title: "Fehlerarten je Aufgabe" },
    markup`<p class="kern-body">${commonestSentence(view, rows)}</p>
      ${chart(view, rows)}
      ${table<TaskErrors>({
        caption: "Nicht bestandene Durchgänge aller Modelle nach Aufgabe und Fehlerart",
        columns: [
          { title: "Aufgabe", cell: ({ suite }) => view.labels.suite(suite) },
          { title: "beurteilt", cell: ({ judged }) => decimal(judged), numeric: true },
          ...classes.map((name): Column<TaskErrors> => ({
            title: failureClassLabel(name).title,
            cell: ({ failed }) => decimal(failed.get(name) ?? 0),
            numeric: true,
          })),
        ],
        rows,
      })}`,
  );
}

function commonestSentence(view: View, rows: readonly TaskErrors[]): string {
  const parts = rows.flatMap(({ suite, judged, failed }) => {
    const [most] = [...failed].toSorted((a, b) => b[1] - a[1]);
    if (most === undefined) return [];
    return [
      `„${view.labels.suite(suite)}“: ${failureClassLabel(most[0]).title} (${outOf(most[1], judged)} Durchgängen)`,
    ];
  });
  return `Häufigste Fehlerart je Aufgabe: ${parts.join("; ")}.`;
}

function chart(view: View, rows: readonly TaskErrors[]): Html {
  const groups = rows
    .filter(({ failed }) => failed.size > 0)
    .map(({ suite, judged, failed }) => ({
      title: view.labels.suite(suite),
      bars: [...failed].map(([name, count]) => ({
        label: failureClassLabel(name).title,
        value: count / judged,
        text: outOf(count, judged),
      })),
    }));
  return markup`<figure class="figure">
    <figcaption class="kern-title kern-title--small">
      Anteil der beurteilten Durchgänge, alle Modelle und Prompts
    </figcaption>
    ${shareBars(groups)}
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
