import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { linked } from "./linked.ts";
import { recommended } from "./recommended.ts";
import { risksOf } from "./risks.ts";

/** Page 1 has room for so many topics, and so many risks. */
const most = 3;

/** The recommendation in one sentence with its certainty, or why there is none. */
export function recommendationPart(view: View): Html {
  const { say } = view;
  const { procurement } = view.findings;
  const { sentence } = recommended(view);
  const role =
    procurement === undefined
      ? nothing
      : markup`<strong>${say.roleLabel(procurement.role)}.</strong> `;
  return markup`<h3 class="kern-heading-small">
      <a href="#${say.chapters.recommendation.id}">${say.text.recommendation}</a>
    </h3>
    <p class="kern-body">${role}${view.mark(sentence)}</p>`;
}

/** What can still go wrong with the model in question, each with what makes it bearable. */
export function riskPart(view: View): Html {
  const { say } = view;
  const { subject } = recommended(view);
  const risks = subject === undefined ? [] : risksOf(view, subject).slice(0, most);
  if (subject === undefined || risks.length === 0) return nothing;
  return markup`<h3 class="kern-heading-small">
      <a href="#restrisiken">${say.text.remainingRisks}</a> (${view.labels.model(subject)})
    </h3>
    ${bulletList(risks.map((risk) => linked(view, risk)))}`;
}

/** The most urgent topics for training. */
export function needPart(view: View): Html {
  const { say } = view;
  const needs = (view.findings.trainingNeed?.needs ?? [])
    .filter(({ scope, failed }) => scope === "all" && failed > 0)
    .slice(0, most);
  if (needs.length === 0) return nothing;
  return markup`<h3 class="kern-heading-small">
      <a href="#bedarf">${say.text.whatToTrain}</a>
    </h3>
    ${bulletList(
      needs.map((need) =>
        linked(view, { sentence: say.needSentence(need), chapter: say.chapters.trainingNeed }),
      ),
    )}`;
}
