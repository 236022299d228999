import type { View } from "../view.ts";
import type { Column } from "./table.ts";

interface OfTask {
  readonly suite: string;
}

/** The column that names the task; left out where all rows belong to one. */
export function taskColumn<Row extends OfTask>(view: View, rows: readonly Row[]): Column<Row>[] {
  const { say } = view;
  if (onlyTask(rows) !== undefined) return [];
  return [{ title: say.text.task, cell: (row) => view.task(row.suite) }];
}

/** The same for the caption: it names the task where the column does not. */
export function taskInCaption(view: View, rows: readonly OfTask[]): string {
  const task = onlyTask(rows);
  return task === undefined ? "" : ` (${view.titled(task)})`;
}

function onlyTask(rows: readonly OfTask[]): string | undefined {
  const tasks = new Set(rows.map((row) => row.suite));
  return tasks.size === 1 ? rows[0]?.suite : undefined;
}
