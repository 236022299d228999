import { markup, type Html } from "../html/escape.ts";

/** What stays German in the English report, and where the German one is. */
export function versionNote(file: string): Html {
  return markup`<p class="kern-body kern-body--small">
    This is the English version of the evaluation report. Questions, answers, reasons of graders and
    titles of tasks are quoted in German, as they were written. The German version:
    <a href="${file}" hreflang="de">${file}</a>
  </p>`;
}
