import { leadSentence, roleLabel } from "../sentences/procurement-sentences.ts";
import { needSentence } from "../sentences/need-sentences.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { chapters } from "./chapter.ts";
import { markup, nothing, type Html } from "./escape.ts";

/** Page 1 has room for so many. */
const mostTopics = 3;

/** Page 1 of a run with requirements: what role it has, and who is in front. */
export function procurementPart(view: View): Html {
  const { procurement } = view.findings;
  if (procurement === undefined) return nothing;
  return markup`<h3 class="kern-heading-small">
      <a href="#${chapters.procurement.id}">Vor den Anforderungen</a>
    </h3>
    <p class="kern-body">
      <strong>${roleLabel(procurement.role)}.</strong> ${leadSentence(procurement, view.labels.model)}
    </p>`;
}

/** The most urgent topics for training. */
export function needPart(view: View): Html {
  const needs = (view.findings.trainingNeed?.needs ?? [])
    .filter(({ scope, failed }) => scope === "all" && failed > 0)
    .slice(0, mostTopics);
  if (needs.length === 0) return nothing;
  return markup`<h3 class="kern-heading-small">
      <a href="#${chapters.trainingNeed.id}">Was zu schulen ist</a>
    </h3>
    ${bulletList(needs.map(needSentence))}`;
}
