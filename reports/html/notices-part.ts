import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { sectionPart } from "./section-part.ts";

/** What the numbers cannot say; the sentences come from the analysis, with the names of the report. */
export function noticesPart(view: View): Html {
  const { say } = view;
  const { notices } = view.findings;
  if (notices.length === 0) return nothing;
  return sectionPart(
    { id: "hinweise", title: say.text.noticesTitle },
    markup`<p class="kern-body">${say.noticesSentence(notices.length)}</p>
      <ul class="kern-list kern-list--bullet list">
        ${notices.map(
          ({ suite, variant, models, text }) =>
            markup`<li>${view.task(suite)}, ${say.listed(models.map(view.labels.model))}, ${view.labels.variant(variant)}: ${say.fromAnalysis(withoutPlace(text))}</li>`,
        )}
      </ul>`,
  );
}

/** The text of a notice begins with its place in ids, which the report names in words. */
function withoutPlace(text: string): string {
  const at = text.indexOf("): ");
  return at < 0 ? text : text.slice(at + 3);
}
