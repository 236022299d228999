import type { Comparison } from "../../core/findings.ts";
import { differenceBars } from "../charts/difference-bars.ts";
import { allSuites } from "../labels.ts";
import {
  bestModelSentence,
  comparisonSentence,
  nothingMeasuredSentence,
  onlyModelSentence,
  ratesSentence,
} from "../sentences/comparison-sentences.ts";
import { listed } from "../sentences/counted.ts";
import { pointInTime } from "../sentences/numbers.ts";
import {
  completenessSentence,
  firstLook,
  intervalExplanation,
  nativeUncheckedSentence,
  notJudged,
  passesSentence,
  scopeSentence,
} from "../sentences/run-sentences.ts";
import { decisionSentence } from "../sentences/training-sentences.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { glanceTable } from "./glance-table.ts";
import { measuredModels, type MeasuredModel } from "./measured-models.ts";
import { notice } from "./notice.ts";
import { needPart, procurementPart } from "./glance-decision.ts";
import { pairOfBars, trainingPairs } from "./training-pairs.ts";
import { reportState } from "./sign-off.ts";
import { warnings } from "./warnings.ts";

/** Page 1: what was asked, what came out and how sure that is, and what the report is no use for. */
export function glance(view: View): Html {
  const { findings } = view;
  const { run } = findings;
  const scope = scopeSentence(findings, view.models.length, view.baselines.length);
  return chapter(
    chapters.glance,
    markup`${reportState(view)}${run.profile === "quick" ? notice("warning", firstLook.title, markup`${firstLook.body} <code>--profile full</code>`) : nothing}
      <p class="kern-body">
        ${scope} ${completenessSentence(run)} Lauf vom ${pointInTime(run.createdAt)}.
      </p>
      <h3 class="kern-heading-small">Was gemessen wurde</h3>
      ${bulletList(resultSentences(view))} ${glanceTable(view)}
      ${procurementPart(view)} ${trainingPart(view)} ${warningPart(view)} ${needPart(view)}
      <h3 class="kern-heading-small">Dafür gilt der Bericht nicht</h3>
      <p class="kern-body">${notJudged}${nativeNote(view)}</p>
      <p class="kern-body kern-body--small kern-body--muted">
        ${intervalExplanation} Die Verfahren nennt das
        <a href="#${chapters.method.id}">Kapitel „${chapters.method.title}“</a>.
      </p>`,
  );
}

/** What came out, in a few sentences. */
export function resultSentences(view: View): string[] {
  const rows = measuredModels(view);
  const [best] = rows.toSorted((a, b) => b.rate.value - a.rate.value);
  if (best === undefined) return [nothingMeasuredSentence];
  if (view.models.length === 1) {
    return [onlyModelSentence(withPrompt(view, best.name), best.rate), passes(view)];
  }
  const compared = view.models
    .filter((model) => model.id !== best.id)
    .flatMap((model) => comparisonOf(view, best.id, model.id))
    .slice(0, mostComparisons);
  return [rateSentence(view, rows), ...compared, passes(view)];
}

/** Who leads is said only where every model was measured on the same tasks and nobody is level. */
function rateSentence(view: View, rows: readonly MeasuredModel[]): string {
  const [first, second] = rows.toSorted((a, b) => b.rate.value - a.rate.value);
  const sameTasks = rows.every((row) => row.suites.length === first?.suites.length);
  const level = second !== undefined && second.rate.value === first?.rate.value;
  if (first !== undefined && sameTasks && !level && rows.length === view.models.length) {
    return bestModelSentence(withPrompt(view, first.name), first.rate);
  }
  return ratesSentence(
    view.labels.variant(view.mainVariant),
    rows.slice(0, mostComparisons + 1).map((row) => ({
      name: row.name,
      rate: row.rate,
      where: listed(row.suites.map((suite) => `„${view.labels.suite(suite)}“`)),
    })),
  );
}

function withPrompt(view: View, name: string): string {
  return `${name} mit dem Prompt „${view.labels.variant(view.mainVariant)}“`;
}

/** Page 1 has room for so many; the chapters hold all of them. */
const mostComparisons = 2;

function comparisonOf(view: View, best: string, other: string): string[] {
  const { labels } = view;
  const between = view.findings.comparisons.filter(
    (row) =>
      row.kind === "model" &&
      [row.a, row.b].includes(best) &&
      [row.a, row.b].includes(other) &&
      row.within.includes(view.mainVariant) &&
      !row.within.includes("pseudonymised"),
  );
  const found: Comparison | undefined =
    between.find((row) => row.suite === allSuites) ?? between.at(0);
  if (found === undefined) return [];
  const where = found.suite === allSuites ? "" : `In „${labels.suite(found.suite)}“: `;
  const names = { a: labels.model(found.a), b: labels.model(found.b) };
  return [`${where}${comparisonSentence(found, names)}`];
}

function passes(view: View): string {
  const rows = view.models.slice(0, mostComparisons + 1).map((model) => {
    const results = view.findings.suiteResults.filter(
      (row) => row.model === model.id && row.variant === view.mainVariant && row.input === "raw",
    );
    const passed = results.filter((row) => row.passes && row.reliable).length;
    return { name: view.labels.model(model.id), passed, suites: results.length };
  });
  return passesSentence(view.labels.variant(view.mainVariant), rows);
}

function trainingPart(view: View): Html {
  const [pair] = trainingPairs(view);
  if (pair === undefined) return nothing;
  const { labels } = view;
  const names = { small: labels.model(pair.small), large: labels.model(pair.large) };
  const where = pair.suite === allSuites ? "" : `In „${labels.suite(pair.suite)}“: `;
  return markup`<h3 class="kern-heading-small">
      <a href="#${chapters.training.id}">Was bringt Schulung, was bringt das andere Modell?</a>
    </h3>
    <p class="kern-body">${where}${decisionSentence(pair.contrast, names)}</p>
    <figure class="figure">
      ${differenceBars(pairOfBars(view, pair))}
      <figcaption class="kern-body kern-body--small">
        Balken: Gewinn in Prozentpunkten; Linie: Intervall. Die Tabelle dazu steht im Kapitel
        „${chapters.training.title}“.
      </figcaption>
    </figure>`;
}

function warningPart(view: View): Html {
  const found = warnings(view);
  if (found.length === 0) return nothing;
  return markup`<h3 class="kern-heading-small">Worauf zu achten ist</h3>
    ${bulletList(
      found.map(
        (one) =>
          markup`${one.sentence} <a href="#${one.chapter.id}">Kapitel ${one.chapter.number}</a>`,
      ),
    )}`;
}

function nativeNote(view: View): string {
  const unchecked = view.findings.suites.reduce((sum, suite) => sum + suite.nativeUnchecked, 0);
  return unchecked === 0 ? "" : ` ${nativeUncheckedSentence(unchecked)}`;
}
