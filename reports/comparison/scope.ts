import type { RunPlace, SuitePair } from "../../core/run-comparison.ts";
import { fill } from "../fill.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { descriptions } from "../html/descriptions.ts";
import { table } from "../html/table.ts";
import type { Say } from "../say.ts";
import { placeLabel, type ComparisonView } from "./labels.ts";

/** Which runs, and what of them is the same: suites by hash, cases by question and expectations. */
export function scopePart(view: ComparisonView, where: string): Html {
  const { comparison, say } = view;
  return markup`${runFacts(say, say.text.earlierRun, comparison.before)}
    ${runFacts(say, say.text.laterRun, comparison.after)}${suiteTable(view, where)}
    ${leftOut(view)}`;
}

function runFacts(say: Say, name: string, run: ComparisonView["comparison"]["before"]): Html {
  const { text } = say;
  return descriptions([
    [name, say.quoted(run.title)],
    [text.id, markup`<code>${run.id}</code>`],
    [text.begun, say.pointInTime(run.createdAt)],
    [text.profile, run.profile === "quick" ? text.quickProfile : text.fullProfile],
  ]);
}

function suiteTable({ comparison, say }: ComparisonView, where: string): Html {
  const { text, decimal } = say;
  return table<SuitePair>({
    caption: fill(text.compareScope, where),
    columns: [
      { title: text.task, cell: (row) => say.quoted(row.title) },
      { title: text.state, cell: say.suiteStateLabel },
      { title: text.versionBefore, cell: (row) => row.before?.version ?? text.missing },
      { title: text.versionAfter, cell: (row) => row.after?.version ?? text.missing },
      { title: text.sharedCases, cell: (row) => decimal(row.shared), numeric: true },
      { title: text.unsureCases, cell: (row) => decimal(row.unsure), numeric: true },
      { title: text.changedCases, cell: (row) => decimal(row.changed), numeric: true },
      { title: text.onlyBefore, cell: (row) => decimal(row.onlyBefore), numeric: true },
      { title: text.onlyAfter, cell: (row) => decimal(row.onlyAfter), numeric: true },
    ],
    rows: comparison.suites,
  });
}

function leftOut({ comparison, labels, say }: ComparisonView): Html {
  const listed = (places: readonly RunPlace[], name: string): Html =>
    places.length === 0
      ? nothing
      : markup`<p class="kern-body">${name}: ${places.map((place) => placeLabel(labels, place)).join("; ")}.</p>`;
  return markup`${listed(comparison.onlyBefore, say.text.leftOutBefore)}${listed(comparison.onlyAfter, say.text.leftOutAfter)}`;
}
