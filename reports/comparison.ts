import type { RunComparison } from "../core/run-comparison.ts";
import { changedAnswers } from "./comparison/changed-answers.ts";
import { differencesPart } from "./comparison/differences.ts";
import { comparisonView, placeLabel, type ComparisonView } from "./comparison/labels.ts";
import { scopePart } from "./comparison/scope.ts";
import { fill } from "./fill.ts";
import { bulletList } from "./html/bullet-list.ts";
import { chapter, type Chapter } from "./html/chapter.ts";
import { markup, nothing, type Html } from "./html/escape.ts";
import { page, type PageHead } from "./html/page.ts";
import { sectionPart } from "./html/section-part.ts";
import { allSuites } from "./labels.ts";
import { languages } from "./languages.ts";
import type { ReportFile } from "./report-file.ts";
import type { Language } from "./language.ts";
import type { Say } from "./say.ts";

interface ComparisonOptions {
  readonly anonymous?: boolean;
  /** German where nothing else is said. */
  readonly language?: Language;
}

/**
 * The comparison of runs as one self-contained page without script: one earlier run with one or more
 * later ones. What got worse stands first, with both answers.
 */
export function* renderComparison(
  comparisons: readonly RunComparison[],
  { anonymous = false, language = "de" }: ComparisonOptions = {},
): Generator<ReportFile, void> {
  const say = languages[language];
  const places = placesOf(say);
  const runs = comparisons.map((one, at) => ({
    view: comparisonView(one, language, anonymous),
    name: runName(say, one, comparisons.length > 1 ? at + 1 : undefined),
  }));
  const each = (of: Chapter, render: (view: ComparisonView, at: number, name: string) => Html) =>
    chapter(
      of,
      markup`${runs.map(({ view, name }, at) =>
        sectionPart({ id: `${of.id}-${at + 1}`, title: name }, render(view, at, name)),
      )}`,
    );
  const content = [
    each(
      places.glance,
      (view) => markup`${anonymous ? anonymousNote(say) : nothing}${glancePart(view)}`,
    ),
    each(places.worse, (view, at) => changedAnswers(view, "worse", `schlechter-${at + 1}-fall`)),
    each(places.numbers, (view, _, name) => differencesPart(view, name)),
    each(places.better, (view, at) => changedAnswers(view, "better", `besser-${at + 1}-fall`)),
    each(places.scope, (view, _, name) => scopePart(view, name)),
    chapter(places.method, method(say)),
  ];
  const file = comparisonFile({ anonymous, language });
  yield { file: `${file}.html`, content: page(headOf(say, comparisons), markup`${content}`).text };
}

function headOf(say: Say, [first]: readonly RunComparison[]): PageHead {
  const { text, language } = say;
  return {
    title: first === undefined ? text.compareWord : fill(text.compareWith, first.before.title),
    kind: text.compareKind,
    line: text.compareLine,
    language,
    titleLanguage: language,
    parts: Object.values(placesOf(say)),
  };
}

/** Name of the page without its ending; each kind has its own. */
export function comparisonFile({ anonymous = false, language = "de" }: ComparisonOptions): string {
  return `vergleich${language === "en" ? "-en" : ""}${anonymous ? "-anonym" : ""}`;
}

/** The chapters of the page; their anchors are the same in every language. */
function placesOf({ text, chapters }: Say) {
  return {
    glance: { id: "ueberblick", number: 1, title: chapters.glance.title },
    worse: { id: "schlechter", number: 2, title: text.compareWorse },
    numbers: { id: "zahlen", number: 3, title: text.compareNumbers },
    better: { id: "besser", number: 4, title: text.compareBetter },
    scope: { id: "umfang", number: 5, title: text.compareShared },
    method: { id: "methode", number: 6, title: chapters.method.title },
  } satisfies Readonly<Record<string, Chapter>>;
}

function runName(say: Say, { after }: RunComparison, number: number | undefined): string {
  const name = `${after.title}, ${say.pointInTime(after.createdAt)} (${after.id})`;
  return number === undefined ? name : fill(say.text.laterRunNumber, String(number), name);
}

function anonymousNote({ text }: Say): Html {
  return markup`<p class="kern-body"><strong>${text.compareAnonymous}</strong></p>`;
}

/** So many rows are spoken of at the top; the table has all. */
const mostSentences = 6;

function glancePart({ comparison, labels, say, mark }: ComparisonView): Html {
  const { differences } = comparison;
  const certain = differences.filter(({ distinguishable }) => distinguishable);
  const overall = differences.filter(({ suite }) => suite === allSuites);
  const told = [
    ...new Set([...certain.toSorted((a, b) => a.difference - b.difference), ...overall]),
  ];
  const sentences = told.slice(0, mostSentences).map((row) => {
    const place = placeLabel(labels, row);
    const where =
      row.suite === allSuites ? place : fill(say.text.modelInTask, place, labels.suite(row.suite));
    return mark(say.differenceSentence(row, where));
  });
  return markup`<p class="kern-body"><strong>${say.verdictSentence(differences)}</strong></p>
    <p class="kern-body">${say.changesSentence(comparison)}</p>
    ${sentences.length === 0 ? nothing : bulletList(sentences)}`;
}

function method({ text, notJudged, intervalExplanation }: Say): Html {
  return bulletList([
    text.compareSame,
    text.comparePrompt,
    text.compareUnit,
    text.compareFlips,
    notJudged,
    intervalExplanation,
  ]);
}
