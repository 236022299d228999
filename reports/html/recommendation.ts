import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { chapter } from "./chapter.ts";
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
import { fill } from "../fill.ts";

/** Which model, and why; with requirements also exclusion, points, costs and figures. */
export function recommendation(view: View): Html {
  const { say } = view;
  const { sentence, subject } = recommended(view);
  return chapter(
    say.chapters.recommendation,
    markup`<p class="kern-body"><strong>${view.mark(sentence)}</strong></p>
      ${bulletList(resultSentences(view).map(view.mark))} ${plainSummary(view)} ${rankPart(view)}
      ${tasks(view)} ${sensitivityPart(view)} ${riskPart(view, subject)} ${watchPart(view)}
      ${errorTypes(view)} ${procurement(view)}`,
  );
}

function tasks(view: View): Html {
  const { say } = view;
  const heat = heatTable(view);
  if (heat.text === "") return nothing;
  return sectionPart({ id: "je-aufgabe", title: say.text.modelsAndTasks }, heat);
}

function riskPart(view: View, subject: string | undefined): Html {
  const { say } = view;
  const risks = subject === undefined ? [] : risksOf(view, subject);
  if (subject === undefined || risks.length === 0) return nothing;
  return sectionPart(
    { id: "restrisiken", title: fill(say.text.risksOf, view.labels.model(subject)) },
    bulletList(risks.map((item) => linked(view, item))),
  );
}

function watchPart(view: View): Html {
  const { say } = view;
  const found = warnings(view);
  if (found.length === 0) return nothing;
  return sectionPart(
    { id: "worauf-achten", title: say.text.watchTitle },
    bulletList(found.map((item) => linked(view, item))),
  );
}
