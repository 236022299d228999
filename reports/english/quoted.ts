import { markup, type Html } from "../html/escape.ts";

/** A German text in the English report: titles of tasks, questions of cases, reasons. */
export function quoted(text: string): Html {
  return markup`<span lang="de">${text}</span>`;
}
