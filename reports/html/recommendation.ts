import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { errorTypes } from "./error-types.ts";
import { heatTable } from "./heat-table.ts";
import { linked } from "./linked.ts";
import { plainSummary } from "./plain-summary.ts";
import { procurement } from "./procurement.ts";
import { rankPart, sensitivityPart } from "./rank-part.ts";
import { recommended } from "./recommended.ts";
import { resultSentences } from "./result-sentences.ts";
import { risksOf } from "./risks.ts";
import { sectionPart } from "./section-part.ts";
import { warnings } from "./warnings.ts";

/** Which model, and why; with requirements also exclusion, points, costs and figures. */
export function recommendation(view: View): Html {
  const { sentence, subject } = recommended(view);
  return chapter(
    chapters.recommendation,
    markup`<p class="kern-body"><strong>${sentence}</strong></p>
      ${bulletList(resultSentences(view))} ${plainSummary(view)} ${rankPart(view)}
      ${tasks(view)} ${sensitivityPart(view)} ${riskPart(view, subject)} ${watchPart(view)}
      ${errorTypes(view)} ${procurement(view)}`,
  );
}

function tasks(view: View): Html {
  const heat = heatTable(view);
  if (heat.text === "") return nothing;
  return sectionPart({ id: "je-aufgabe", title: "Modelle und Aufgaben" }, heat);
}

function riskPart(view: View, subject: string | undefined): Html {
  const risks = subject === undefined ? [] : risksOf(view, subject);
  if (subject === undefined || risks.length === 0) return nothing;
  return sectionPart(
    { id: "restrisiken", title: `Restrisiken von ${view.labels.model(subject)}` },
    bulletList(risks.map(linked)),
  );
}

function watchPart(view: View): Html {
  const found = warnings(view);
  if (found.length === 0) return nothing;
  return sectionPart(
    { id: "worauf-achten", title: "Worauf bei allen Modellen zu achten ist" },
    bulletList(found.map(linked)),
  );
}
