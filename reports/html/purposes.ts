import { decimal, percent } from "../sentences/numbers.ts";
import { purposeSentence } from "../sentences/run-sentences.ts";
import { graderLabel } from "../labels.ts";
import type { View } from "../view.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { protectionPart } from "./protection-part.ts";
import { table } from "./table.ts";

/** Which tasks were tested, what a good answer has to fulfil, and from when on a task is passed. */
export function purposes(view: View): Html {
  const { suites } = view.findings;
  const purpose = view.details?.purpose;
  return chapter(
    chapters.purposes,
    markup`${purpose === undefined ? nothing : markup`<p class="kern-body">Gesucht wird ein Modell für: ${purpose}.</p>`}
      <p class="kern-body">${purposeSentence(suites.length)}</p>
      ${suites.length === 0 ? nothing : taskTable(view)} ${protectionPart(view)}`,
  );
}

function taskTable({ findings }: View): Html {
  return table({
    caption: "Geprüfte Aufgaben und was eine Antwort erfüllen muss",
    columns: [
      { title: "Aufgabe", cell: (suite) => suite.title },
      { title: "Fälle", cell: (suite) => decimal(suite.cases), numeric: true },
      { title: "bestanden ab", cell: (suite) => percent(suite.passAt), numeric: true },
      { title: "Das muss stimmen", cell: (suite) => graderList(suite.must) },
      { title: "Nur als Hinweis", cell: (suite) => graderList(suite.hint) },
    ],
    rows: findings.suites,
  });
}

function graderList(names: readonly string[]): string {
  return names.length === 0 ? "keine" : names.map(graderLabel).join("; ");
}
