import type { Findings, Reliability } from "../../core/findings.ts";
import { reliabilitySentence } from "../sentences/reliability-sentence.ts";
import { outOf } from "../sentences/measured.ts";
import { decimal, percent, percentRange } from "../sentences/numbers.ts";
import { inModelOrder, type View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { table } from "./table.ts";

/** What asking the same question several times showed; nothing with one attempt. */
export function reliabilityPart(view: View, suite: Findings["suites"][number]): Html {
  const rows = inModelOrder(view, view.findings.reliability).filter(
    (row) => row.suite === suite.name,
  );
  if (rows.length === 0) return nothing;
  const { labels } = view;
  const sentences = rows
    .filter((row) => row.variant === view.mainVariant && row.input === "raw")
    .map((row) => reliabilitySentence(row, labels.model(row.model)));
  return markup`${bulletList(sentences)}
    ${table<Reliability>({
      caption: `Dieselbe Frage mehrmals: ${suite.title}`,
      columns: [
        { title: "Modell", cell: (row) => labels.model(row.model) },
        { title: "Prompt", cell: (row) => labels.variant(row.variant) },
        { title: "Eingabe", cell: (row) => labels.input(row.input) },
        { title: "Versuche", cell: (row) => decimal(row.attempts), numeric: true },
        { title: "jedes Mal bestanden", cell: ({ always }) => share(always), numeric: true },
        { title: "mindestens einmal", cell: ({ once }) => share(once), numeric: true },
        { title: "Urteil wechselt", cell: (row) => outOf(row.flips, row.n), numeric: true },
        { title: "Streuung durch Wiederholen", cell: repeatShare, numeric: true },
        { title: "unvollständig", cell: (row) => decimal(row.incomplete), numeric: true },
      ],
      rows,
    })}${methodNote(rows.flatMap(({ once, always }) => [once, always]))}`;
}

function share({ value, low, high }: Reliability["once"]): string {
  return `${percent(value)} (${percentRange(low, high)})`;
}

/** How much of all variance comes from asking again, not from the cases. */
function repeatShare({ withinVariance, betweenVariance }: Reliability): string {
  if (withinVariance === undefined || betweenVariance === undefined) return "nicht bestimmbar";
  const all = withinVariance + betweenVariance;
  return all === 0 ? "keine Streuung" : percent(withinVariance / all);
}
