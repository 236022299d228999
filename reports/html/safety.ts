import type { View } from "../view.ts";
import { biasPart } from "./bias-part.ts";
import { boundsPart } from "./bounds-part.ts";
import { chapter } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { hygiene } from "./hygiene.ts";

/** What can be ruled out about failing, what leaks, and whether people are treated alike. */
export function safety(view: View): Html {
  const { say } = view;
  return chapter(
    say.chapters.safety,
    markup`<p class="kern-body">
        ${say.text.safetyLead}
      </p>
      ${boundsPart(view)}${hygiene(view)}${biasPart(view)}`,
  );
}
