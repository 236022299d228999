import type { Say } from "../say.ts";
import type { Findings, Reliability } from "../../core/findings.ts";
import { inModelOrder, type View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { table } from "./table.ts";
import { fill } from "../fill.ts";

/** What asking the same question several times showed; nothing with one attempt. */
export function reliabilityPart(view: View, suite: Findings["suites"][number]): Html {
  const { say } = view;
  const rows = inModelOrder(view, view.findings.reliability).filter(
    (row) => row.suite === suite.name,
  );
  if (rows.length === 0) return nothing;
  const { labels } = view;
  const sentences = rows
    .filter((row) => row.variant === view.mainVariant && row.input === "raw")
    .map((row) => say.reliabilitySentence(row, labels.model(row.model)));
  return markup`${bulletList(sentences)}
    ${table<Reliability>({
      caption: fill(say.text.repeatCaption, suite.title),
      mark: view.mark,
      columns: [
        { title: say.text.model, cell: (row) => labels.model(row.model) },
        { title: say.text.prompt, cell: (row) => labels.variant(row.variant) },
        { title: say.text.input, cell: (row) => labels.input(row.input) },
        { title: say.text.attempts, cell: (row) => say.decimal(row.attempts), numeric: true },
        { title: say.text.everyTime, cell: ({ always }) => share(say, always), numeric: true },
        { title: say.text.atLeastOnce, cell: ({ once }) => share(say, once), numeric: true },
        { title: say.text.flips, cell: (row) => say.outOf(row.flips, row.n), numeric: true },
        { title: say.text.repeatSpread, cell: (row) => repeatShare(say, row), numeric: true },
        { title: say.text.incomplete, cell: (row) => say.decimal(row.incomplete), numeric: true },
      ],
      rows,
    })}${methodNote(
      say,
      rows.flatMap(({ once, always }) => [once, always]),
    )}`;
}

function share(say: Say, { value, low, high }: Reliability["once"]): string {
  return `${say.percent(value)} (${say.percentRange(low, high)})`;
}

/** How much of all variance comes from asking again, not from the cases. */
function repeatShare(say: Say, { withinVariance, betweenVariance }: Reliability): string {
  if (withinVariance === undefined || betweenVariance === undefined)
    return say.text.cannotBeComputed;
  const all = withinVariance + betweenVariance;
  return all === 0 ? say.text.noSpread : say.percent(withinVariance / all);
}
