import { differenceBars } from "../charts/difference-bars.ts";
import { namesWith } from "../catalogue.ts";
import { allSuites } from "../labels.ts";
import type { View } from "../view.ts";
import { chapter } from "./chapter.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { needPart, recommendationPart, riskPart } from "./glance-decision.ts";
import { glanceTable } from "./glance-table.ts";
import { leadingPair } from "./leading-pair.ts";
import { measuredModels } from "./measured-models.ts";
import { notice } from "./notice.ts";
import { reportState } from "./sign-off.ts";
import { pairOfBars, type TrainingPair } from "./training-pairs.ts";
import { fill } from "../fill.ts";

/** Page 1: what was asked, what came out and how sure that is, and what the report is no use for. */
export function glance(view: View): Html {
  const { findings, say } = view;
  const { run } = findings;
  const scope = say.scopeSentence(findings, view.models.length, view.baselines.length);
  return chapter(
    say.chapters.glance,
    markup`${reportState(view)}${run.profile === "quick" ? notice("warning", say.firstLook.title, markup`${say.firstLook.body} <code>--profile full</code>. <a href="#${say.chapters.method.id}">${say.text.methodLink}</a>`) : nothing}
      <p class="kern-body">
        <strong>${question(view)}</strong> ${scope} ${say.completenessSentence(run)}
        ${say.abbreviated(fill(say.text.runOf, say.pointInTime(run.createdAt)))} <a href="#${say.chapters.purposes.id}">${say.text.tasksLink}</a>
      </p>
      ${recommendationPart(view)} ${glanceTable(view)} ${trainingPart(view)} ${riskPart(view)}
      ${needPart(view)}
      <h3 class="kern-heading-small">
        <a href="#grenzen">${say.text.notFor}</a>
      </h3>
      <p class="kern-body">${say.notJudged}${nativeNote(view)} ${say.nextTestSentence(view.details)}</p>
      <p class="kern-body kern-body--small kern-body--muted">
        ${say.intervalExplanation} ${say.text.methodsNamed}
        <a href="#${say.chapters.method.id}">${fill(say.text.chapterQuoted, say.chapters.method.title)}</a>.
      </p>
      ${versionNote(view)}`,
  );
}

/** What training brings beside the other model, or why this run cannot say it. */
function trainingPart(view: View): Html {
  const { say } = view;
  const pair = leadingPair(view);
  if (measuredModels(view).length === 0) return nothing;
  return markup`<h3 class="kern-heading-small">
      <a href="#schulung">${say.text.trainingQuestion}</a>
    </h3>
    ${pair === undefined ? markup`<p class="kern-body">${say.text.trainingNoPair}</p>` : pairOf(view, pair)}`;
}

function pairOf(view: View, pair: TrainingPair): Html {
  const { labels, say } = view;
  const names = { small: labels.model(pair.small), large: labels.model(pair.large) };
  const where =
    pair.suite === allSuites ? "" : `${fill(say.text.inTask, labels.suite(pair.suite))} `;
  return markup`<p class="kern-body">${view.mark(`${where}${say.decisionSentence(pair.contrast, names)}`)}</p>
    <figure class="figure">
      ${differenceBars(pairOfBars(view, pair), say.points)}
      <figcaption class="kern-body kern-body--small">
        ${fill(say.text.barsCaption, say.chapters.trainingNeed.title)}
      </figcaption>
    </figure>`;
}

function nativeNote(view: View): string {
  const { say } = view;
  const unchecked = view.findings.suites.reduce((sum, suite) => sum + suite.nativeUnchecked, 0);
  return unchecked === 0 ? "" : ` ${say.nativeUncheckedSentence(unchecked)}`;
}

/** In another language: what stays German, and where the German report is. */
function versionNote({ say, suffix }: View): Html {
  return say.versionNote(namesWith(suffix).report);
}

function question({ details, say }: View): Part {
  const purpose = details?.purpose ?? details?.agency;
  if (purpose === undefined) return say.text.questionOpen;
  return markup`${say.text.questionFor} ${say.quoted(purpose)}?`;
}
