import { differenceBars } from "../charts/difference-bars.ts";
import { allSuites } from "../labels.ts";
import { pointInTime } from "../sentences/numbers.ts";
import { nextTestSentence, questionSentence } from "../sentences/glance-sentences.ts";
import {
  completenessSentence,
  firstLook,
  intervalExplanation,
  nativeUncheckedSentence,
  notJudged,
  scopeSentence,
} from "../sentences/run-sentences.ts";
import { decisionSentence } from "../sentences/training-sentences.ts";
import type { View } from "../view.ts";
import { abbreviated } from "./abbreviated.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { needPart, recommendationPart, riskPart } from "./glance-decision.ts";
import { glanceTable } from "./glance-table.ts";
import { notice } from "./notice.ts";
import { reportState } from "./sign-off.ts";
import { pairOfBars, trainingPairs } from "./training-pairs.ts";

/** Page 1: what was asked, what came out and how sure that is, and what the report is no use for. */
export function glance(view: View): Html {
  const { findings } = view;
  const { run } = findings;
  const scope = scopeSentence(findings, view.models.length, view.baselines.length);
  return chapter(
    chapters.glance,
    markup`${reportState(view)}${run.profile === "quick" ? notice("warning", firstLook.title, markup`${firstLook.body} <code>--profile full</code>`) : nothing}
      <p class="kern-body">
        <strong>${questionSentence(view.details)}</strong> ${scope} ${completenessSentence(run)} Lauf
        vom ${abbreviated(pointInTime(run.createdAt))}. <a href="#${chapters.purposes.id}">Aufgaben</a>
      </p>
      ${recommendationPart(view)} ${glanceTable(view)} ${trainingPart(view)} ${riskPart(view)}
      ${needPart(view)}
      <h3 class="kern-heading-small">
        <a href="#grenzen">Dafür gilt der Bericht nicht</a>
      </h3>
      <p class="kern-body">${notJudged}${nativeNote(view)} ${nextTestSentence(view.details)}</p>
      <p class="kern-body kern-body--small kern-body--muted">
        ${intervalExplanation} Die Verfahren nennt das
        <a href="#${chapters.method.id}">Kapitel „${chapters.method.title}“</a>.
      </p>`,
  );
}

function trainingPart(view: View): Html {
  const [pair] = trainingPairs(view);
  if (pair === undefined) return nothing;
  const { labels } = view;
  const names = { small: labels.model(pair.small), large: labels.model(pair.large) };
  const where = pair.suite === allSuites ? "" : `In „${labels.suite(pair.suite)}“: `;
  return markup`<h3 class="kern-heading-small">
      <a href="#schulung">Was bringt Schulung, was bringt das andere Modell?</a>
    </h3>
    <p class="kern-body">${where}${decisionSentence(pair.contrast, names)}</p>
    <figure class="figure">
      ${differenceBars(pairOfBars(view, pair))}
      <figcaption class="kern-body kern-body--small">
        Balken: Gewinn in Prozentpunkten; Linie: Intervall. Die Tabelle dazu steht im Kapitel
        „${chapters.trainingNeed.title}“.
      </figcaption>
    </figure>`;
}

function nativeNote(view: View): string {
  const unchecked = view.findings.suites.reduce((sum, suite) => sum + suite.nativeUnchecked, 0);
  return unchecked === 0 ? "" : ` ${nativeUncheckedSentence(unchecked)}`;
}
