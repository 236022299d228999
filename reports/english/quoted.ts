import { allSuites } from "../labels.ts";
import { markup, type Html, type Part } from "../html/escape.ts";
import type { View } from "../view.ts";

/** A German text in the English report: titles of tasks, names of cases, reasons. */
export function german(text: string): Html {
  return markup`<span lang="de">${text}</span>`;
}

/** The title of a task; over all tasks in English. */
export function taskName({ labels }: View, suite: string): Part {
  return suite === allSuites ? "All tasks" : german(labels.suite(suite));
}
