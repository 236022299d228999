import type { Say } from "../say.ts";
import type { View } from "../view.ts";
import { chapter } from "./chapter.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { protectionPart } from "./protection-part.ts";
import { table } from "./table.ts";

/** Which tasks were tested, what a good answer has to fulfil, and from when on a task is passed. */
export function purposes(view: View): Html {
  const { say } = view;
  const { suites } = view.findings;
  const purpose = view.details?.purpose;
  return chapter(
    say.chapters.purposes,
    markup`${purpose === undefined ? nothing : markup`<p class="kern-body">${say.text.purposeSought} ${say.quoted(purpose)}.</p>`}
      <p class="kern-body">${say.purposeSentence(suites.length)}</p>
      ${suites.length === 0 ? nothing : taskTable(view)} ${protectionPart(view)}`,
  );
}

function taskTable(view: View): Html {
  const { findings, say } = view;
  return table({
    caption: say.text.purposesCaption,
    columns: [
      { title: say.text.task, cell: (suite) => view.mark(suite.title) },
      { title: say.text.cases, cell: (suite) => say.decimal(suite.cases), numeric: true },
      { title: say.text.passedFrom, cell: (suite) => say.percent(suite.passAt), numeric: true },
      { title: say.text.mustHold, cell: (suite) => graderList(say, suite.must) },
      { title: say.text.hintOnly, cell: (suite) => graderList(say, suite.hint) },
    ],
    rows: findings.suites,
  });
}

function graderList(say: Say, names: readonly string[]): string {
  return names.length === 0 ? say.text.none : names.map(say.graderLabel).join("; ");
}
