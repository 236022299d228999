import type { Need, TrainingNeed } from "../../core/findings-training-need.ts";
import words from "../words/procurement.json" with { type: "json" };
import { chosenSentence, competenceLabel, levelText } from "../sentences/need-sentences.ts";
import { decimal, percent, percentRange } from "../sentences/numbers.ts";
import type { View } from "../view.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { failureLinks } from "./failure-links.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";
import { trainingOrModel } from "./training.ts";

/** What training brings beside another model, and what people have to learn. */
export function trainingNeed(view: View): Html {
  return chapter(
    chapters.trainingNeed,
    markup`${trainingOrModel(view)}${sectionPart(
      { id: "bedarf", title: "Was zu schulen ist" },
      needTexts(view),
    )}${groups(view)}${exercises}`,
  );
}

/** Failures of the chosen model by severity and how hard they are to notice. */
function needTexts(view: View): Html {
  const { trainingNeed: found } = view.findings;
  if (found === undefined) return nothingMeasured;
  const all = found.needs.filter(({ scope }) => scope === "all");
  return markup`<p class="kern-body">
        ${chosenSentence(view.labels.model(found.model), found)} Der Bedarf ist je Fall der Anteil
        misslungener Antworten × Schwere (1 bis 4) ÷ Erkennbarkeit (1 kaum, 2 mit Mühe, 3 leicht),
        gemittelt über die Fälle: 0 bis 4. ${thresholdText(found)}
      </p>
      ${needTable(view, all, { caption: "Schulungsbedarf über alle Aufgaben" })}
      ${meanings(all)} ${methodNote(found.needs)}`;
}

function groups(view: View): Html {
  const rows = view.findings.trainingNeed?.needs ?? [];
  const of = (scope: Need["scope"]): Need[] => rows.filter((need) => need.scope === scope);
  return markup`${scopePart(view, of("staff"), staffPart)}${scopePart(view, of("task"), taskPart)}`;
}

const exercises = sectionPart(
  { id: "uebungen", title: "Übungen" },
  markup`<p class="kern-body">
    Aus den nicht bestandenen Antworten dieses Laufs entstehen Übungen mit Lösungen:
    <code>npm run training -- ORDNER --out ZIEL</code>
  </p>`,
);

const nothingMeasured = markup`<p class="kern-body">
  Kein Modell wurde gemessen; ein Schulungsbedarf lässt sich nicht angeben.
</p>`;

function thresholdText({ thresholds: { high, medium } }: TrainingNeed): string {
  return `Ab ${twoDecimals.format(high)} heißt er hoch, ab ${twoDecimals.format(medium)} mittel.`;
}

interface ScopePart {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly column: string;
  readonly name: (view: View, name: string) => string;
}

const staffPart: ScopePart = {
  id: "bedarf-personen",
  title: "Nach Personengruppe",
  caption: "Schulungsbedarf nach Personengruppe",
  column: "Wer",
  name: (_view, name) => name,
};

const taskPart: ScopePart = {
  id: "bedarf-aufgaben",
  title: "Nach Aufgabe",
  caption: "Schulungsbedarf nach Aufgabe",
  column: "Aufgabe",
  name: (view, name) => view.labels.suite(name),
};

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
  const links = failureLinks(view);
  return table<Need>({
    caption,
    columns: [
      ...(first === undefined ? [] : [first]),
      { title: "Kompetenz", cell: ({ competence }) => competenceLabel(competence) },
      { title: "Bedarf", cell: levelText },
      { title: "Wert (Intervall)", cell: valueText, numeric: true },
      { title: "misslungen", cell: rateText, numeric: true },
      { title: "n", cell: ({ n }) => decimal(n), numeric: true },
      { title: "Schwere", cell: ({ severity }) => severity && decimal(severity), numeric: true },
      {
        title: "Erkennbarkeit",
        cell: ({ detectability }) => detectability && decimal(detectability),
        numeric: true,
      },
      {
        title: "Beispiele",
        cell: ({ examples }) => links(examples.map(({ anchor }) => anchor)),
      },
    ],
    rows: needs,
  });
}

const twoDecimals = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });

function valueText({ value, low, high }: Need): string {
  return `${twoDecimals.format(value)} (${twoDecimals.format(low)} bis ${twoDecimals.format(high)})`;
}

function rateText({ rate }: Need): string {
  return `${percent(rate.value)} (${percentRange(rate.low, rate.high)})`;
}

function meanings(needs: readonly Need[]): Html {
  return markup`<ul class="kern-list kern-list--small kern-list--bullet list">
    ${needs.map(({ competence }) => {
      const { title, meaning } = words.competences[competence];
      return markup`<li>${title}: ${meaning}</li>`;
    })}
  </ul>`;
}
