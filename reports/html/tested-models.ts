import type { View } from "../view.ts";
import { chapter } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { modelSheet } from "./model-sheet.ts";

/** A sheet for every model and baseline; what nobody told the run is called unknown. */
export function testedModels(view: View): Html {
  const { say } = view;
  return chapter(
    say.chapters.models,
    markup`<p class="kern-body">
        ${say.text.sheetsLead}
      </p>
      ${view.findings.models.map((model) => modelSheet(view, model))}`,
  );
}
