import type { Say } from "../say.ts";
import type { Need, TrainingNeed } from "../../core/findings-training-need.ts";
import type { View } from "../view.ts";
import { chapter } from "./chapter.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { failureLinks } from "./failure-links.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";
import { trainingOrModel } from "./training.ts";
import { fill } from "../fill.ts";

/** What training brings beside another model, and what people have to learn. */
export function trainingNeed(view: View): Html {
  const { say } = view;
  return chapter(
    say.chapters.trainingNeed,
    markup`${trainingOrModel(view)}${sectionPart(
      { id: "bedarf", title: say.text.whatToTrain },
      needTexts(view),
    )}${groups(view)}${exercises(say)}`,
  );
}

/** Failures of the chosen model by severity and how hard they are to notice. */
function needTexts(view: View): Html {
  const { say } = view;
  const { trainingNeed: found } = view.findings;
  if (found === undefined) return markup`<p class="kern-body">${say.text.needNothing}</p>`;
  const all = found.needs.filter(({ scope }) => scope === "all");
  return markup`<p class="kern-body">
        ${say.chosenSentence(view.labels.model(found.model))} ${say.text.thisModel} ${say.fromAnalysis(found.chosen)}. ${say.text.needMeaning} ${thresholdText(say, found)}
      </p>
      ${needTable(view, all, { caption: say.text.needCaption })}
      ${meanings(say, all)} ${methodNote(say, found.needs)}`;
}

function groups(view: View): Html {
  const rows = view.findings.trainingNeed?.needs ?? [];
  const of = (scope: Need["scope"]): Need[] => rows.filter((need) => need.scope === scope);
  return markup`${scopePart(view, of("staff"), staffPart(view.say))}${scopePart(view, of("task"), taskPart(view.say))}`;
}

function exercises({ text }: Say): Html {
  return sectionPart(
    { id: "uebungen", title: text.exercisesTitle },
    markup`<p class="kern-body">${text.exercisesText} <code>npm run training -- ORDNER --out ZIEL</code></p>`,
  );
}

function thresholdText(say: Say, { thresholds: { high, medium } }: TrainingNeed): string {
  return fill(say.text.needThresholds, say.fine(high), say.fine(medium));
}

interface ScopePart {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly column: string;
  readonly name: (view: View, name: string) => Part;
}

function staffPart({ text }: Say): ScopePart {
  return {
    id: "bedarf-personen",
    title: text.byStaff,
    caption: text.needByStaff,
    column: text.who,
    name: ({ say }, name) => say.quoted(name),
  };
}

function taskPart({ text }: Say): ScopePart {
  return {
    id: "bedarf-aufgaben",
    title: text.byTask,
    caption: text.needByTask,
    column: text.task,
    name: (view, name) => view.task(name),
  };
}

function scopePart(view: View, needs: readonly Need[], part: ScopePart): Html {
  if (needs.length === 0) return nothing;
  const first: Column<Need> = {
    title: part.column,
    cell: ({ name = "" }) => part.name(view, name),
  };
  return sectionPart(part, needTable(view, needs, { caption: part.caption, first }));
}

function needTable(
  view: View,
  needs: readonly Need[],
  { caption, first }: { readonly caption: string; readonly first?: Column<Need> },
): Html {
  const { say } = view;
  const links = failureLinks(view);
  return table<Need>({
    caption,
    columns: [
      ...(first === undefined ? [] : [first]),
      { title: say.text.competence, cell: ({ competence }) => say.competenceLabel(competence) },
      { title: say.text.need, cell: say.levelText },
      { title: say.text.valueInterval, cell: (row) => valueText(say, row), numeric: true },
      { title: say.text.failed, cell: (row) => rateText(say, row), numeric: true },
      { title: say.text.n, cell: ({ n }) => say.decimal(n), numeric: true },
      {
        title: say.text.severity,
        cell: ({ severity }) => severity && say.decimal(severity),
        numeric: true,
      },
      {
        title: say.text.detectability,
        cell: ({ detectability }) => detectability && say.decimal(detectability),
        numeric: true,
      },
      {
        title: say.text.examples,
        cell: ({ examples }) => links(examples.map(({ anchor }) => anchor)),
      },
    ],
    rows: needs,
  });
}

function valueText(say: Say, { value, low, high }: Need): string {
  return `${say.fine(value)} (${fill(say.text.range, say.fine(low), say.fine(high))})`;
}

function rateText(say: Say, { rate }: Need): string {
  return `${say.percent(rate.value)} (${say.percentRange(rate.low, rate.high)})`;
}

function meanings(say: Say, needs: readonly Need[]): Html {
  return markup`<ul class="kern-list kern-list--small kern-list--bullet list">
    ${needs.map(({ competence }) => {
      const { title, meaning } = say.competences[competence];
      return markup`<li>${title}: ${meaning}</li>`;
    })}
  </ul>`;
}
