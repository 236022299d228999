import type { RunComparison } from "../core/run-comparison.ts";
import { changedAnswers } from "./comparison/changed-answers.ts";
import { differencesPart } from "./comparison/differences.ts";
import { comparisonLabels, placeLabel } from "./comparison/labels.ts";
import { scopePart } from "./comparison/scope.ts";
import { bulletList } from "./html/bullet-list.ts";
import { chapter, type Chapter } from "./html/chapter.ts";
import { markup, type Html } from "./html/escape.ts";
import { page } from "./html/page.ts";
import { sectionPart } from "./html/section-part.ts";
import type { ReportFile } from "./report-file.ts";
import {
  changesSentence,
  differenceSentence,
  verdictSentence,
} from "./sentences/run-comparison-sentences.ts";
import { intervalExplanation, notJudged } from "./sentences/run-sentences.ts";
import { pointInTime } from "./sentences/numbers.ts";

const places = {
  glance: { id: "ueberblick", number: 1, title: "Auf einen Blick" },
  worse: { id: "schlechter", number: 2, title: "Was schlechter wurde" },
  numbers: { id: "zahlen", number: 3, title: "Vorher und nachher" },
  better: { id: "besser", number: 4, title: "Was besser wurde" },
  scope: { id: "umfang", number: 5, title: "Was verglichen wurde" },
  method: { id: "methode", number: 6, title: "Methode und Grenzen" },
} as const satisfies Readonly<Record<string, Chapter>>;

/**
 * The comparison of runs as one self-contained page without script: one earlier run with one or more
 * later ones. What got worse stands first, with both answers.
 */
export function* renderComparison(
  comparisons: readonly RunComparison[],
  { anonymous = false }: { readonly anonymous?: boolean } = {},
): Generator<ReportFile, void> {
  const [first] = comparisons;
  const head = {
    title: first === undefined ? "Vergleich" : `Vergleich mit: ${first.before.title}`,
    kind: "Vergleichsbericht",
    line: "Amtsprobe · Vergleich von Läufen",
    parts: Object.values(places),
  };
  const names = comparisons.map(({ after }, at) => {
    const name = `${after.title}, ${pointInTime(after.createdAt)} (${after.id})`;
    return comparisons.length > 1 ? `Späterer Lauf ${at + 1}: ${name}` : name;
  });
  const each = (of: Chapter, render: (one: RunComparison, at: number, name: string) => Html) => {
    const parts = comparisons.map((one, at) => {
      const title = names[at] ?? "";
      return sectionPart({ id: `${of.id}-${at + 1}`, title }, render(one, at, title));
    });
    return chapter(of, markup`${parts}`);
  };
  const content = [
    each(
      places.glance,
      (one) => markup`${anonymous ? anonymousNote : undefined}${glancePart(one)}`,
    ),
    each(places.worse, (one, at) => changedAnswers(one, "worse", `schlechter-${at + 1}-fall`)),
    each(places.numbers, (one, _, name) => differencesPart(one, name)),
    each(places.better, (one, at) => changedAnswers(one, "better", `besser-${at + 1}-fall`)),
    each(places.scope, (one, _, name) => scopePart(one, name)),
    chapter(places.method, method),
  ];
  const file = anonymous ? "vergleich-anonym.html" : "vergleich.html";
  yield { file, content: page(head, markup`${content}`).text };
}

const anonymousNote = markup`<p class="kern-body">
  <strong>Modelle anonymisiert: Angebot 1 bis n; die Nummern gelten für diesen Vergleich.</strong>
</p>`;

/** So many rows are spoken of at the top; the table has all. */
const mostSentences = 6;

function glancePart(comparison: RunComparison): Html {
  const labels = comparisonLabels(comparison);
  const { differences } = comparison;
  const certain = differences.filter(({ distinguishable }) => distinguishable);
  const overall = differences.filter(({ suite }) => suite === "alle");
  const told = [
    ...new Set([...certain.toSorted((a, b) => a.difference - b.difference), ...overall]),
  ];
  const sentences = told.slice(0, mostSentences).map((row) => {
    const where = row.suite === "alle" ? "" : ` in „${labels.suite(row.suite)}“`;
    return differenceSentence(row, `${placeLabel(labels, row)}${where}`);
  });
  return markup`<p class="kern-body"><strong>${verdictSentence(differences)}</strong></p>
    <p class="kern-body">${changesSentence(comparison)}</p>
    ${sentences.length === 0 ? undefined : bulletList(sentences)}`;
}

const method = bulletList([
  "Verglichen wird dasselbe Modell mit demselben Prompt-Namen auf denselben Fällen. Gleich ist ein Fall, wenn Frage, Text und Erwartungen in beiden Läufen übereinstimmen; geänderte Fälle bleiben außen vor.",
  "Der Text hinter einem Prompt-Namen darf sich unterscheiden: Das ist der übliche Grund für einen Vergleich. Auch ein anderer Stand des Modells kann der Grund sein. Was von beidem gewirkt hat, sagen die Zahlen nicht.",
  "Die Einheit der Statistik ist der Fall. Alle p-Werte eines Vergleichs sind nach Holm angepasst; ab 0,05 heißt ein Unterschied „nicht unterscheidbar“.",
  "Einzelne Antworten können auch ohne jede Änderung umschlagen, wenn ein Modell bei Wiederholung anders antwortet. Maßgeblich ist die Zeile mit Intervall, nicht der einzelne Fall.",
  notJudged,
  intervalExplanation,
]);
