import type { View } from "../view.ts";
import { biasPart } from "./bias-part.ts";
import { boundsPart } from "./bounds-part.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { hygiene } from "./hygiene.ts";

/** What can be ruled out about failing, what leaks, and whether people are treated alike. */
export function safety(view: View): Html {
  return chapter(
    chapters.safety,
    markup`<p class="kern-body">
        Die mitgelieferten Testfälle sind erfunden; ob das auch für eigene Fälle der Behörde gilt, weiß der Bericht nicht. Null beobachtete Fehler heißen nicht null
        Risiko; darum steht bei jeder Zahl, was noch möglich ist.
      </p>
      ${boundsPart(view)}${hygiene(view)}${biasPart(view)}`,
  );
}
