import { bulletList } from "../html/bullet-list.ts";
import { chapter } from "../html/chapter.ts";
import { markup, type Html } from "../html/escape.ts";
import { sectionPart } from "../html/section-part.ts";
import type { View } from "../view.ts";
import { chapters } from "./chapters.ts";
import { items } from "./items.ts";
import { german } from "./quoted.ts";
import * as say from "./sentences.ts";
import * as texts from "./texts.ts";
import { modelName } from "./words.ts";

/** How the numbers came about, and how far they carry. */
export function method(view: View): Html {
  const { suites, withheld } = view.findings;
  const foreign = suites.flatMap(({ title, nativeUnchecked }) =>
    nativeUnchecked === 0
      ? []
      : [markup`${german(title)}: ${say.nativeUncheckedSentence(nativeUnchecked)}`],
  );
  const held = withheld.map(
    ({ model, cases, reason }) =>
      markup`${say.withheldSentence(modelName(view, model), cases)} ${german(reason)}`,
  );
  return chapter(
    chapters.method,
    markup`${sectionPart({ id: "measured", title: "How it was measured" }, bulletList(texts.method))}
      ${sectionPart({ id: "limits", title: "Limits" }, bulletList([...texts.limits, ...foreign, ...held]))}
      ${items(view)}
      ${sectionPart(
        { id: "accessibility", title: "Accessibility of this file" },
        markup`<p class="kern-body">${texts.accessibility}</p>`,
      )}`,
  );
}
