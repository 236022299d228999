import { fill } from "../fill.ts";
import type { Say } from "../say.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { chapter } from "./chapter.ts";
import { markup, type Html, type Part } from "./escape.ts";
import { itemsPart } from "./items-part.ts";
import { powerPart } from "./power-part.ts";
import { sectionPart } from "./section-part.ts";

/** How the numbers came about, and how far they carry. */
export function method(view: View): Html {
  const { say } = view;
  return chapter(
    say.chapters.method,
    markup`${howMeasured(say)}${limits(view)}${powerPart(view)}${itemsPart(view)}`,
  );
}

function howMeasured({ text }: Say): Html {
  return sectionPart(
    { id: "vorgehen", title: text.measuredTitle },
    bulletList([
      text.methodCase,
      text.methodStyles,
      text.methodPass,
      text.methodOwnFailures,
      text.methodNotMeasured,
      text.methodUnit,
      text.methodInterval,
      text.methodThreshold,
      text.methodZero,
    ]),
  );
}

function limits(view: View): Html {
  const { say } = view;
  const graders = fill(say.text.limitGraders, String(say.chapters.failures.number));
  const general = [say.notJudged, say.text.limitCases, graders, say.text.limitLeaks];
  return sectionPart(
    { id: "grenzen", title: say.text.limitsTitle },
    bulletList([...general, ...limitsOfTheRun(view)]),
  );
}

function limitsOfTheRun({ findings, labels, say, mark }: View): Part[] {
  const { suites, withheld } = findings;
  const foreign = suites
    .filter((suite) => suite.nativeUnchecked > 0)
    .map(
      ({ title, nativeUnchecked }) =>
        markup`${mark(title)}: ${say.nativeUncheckedSentence(nativeUnchecked)}`,
    );
  const heldBack = withheld.map(
    ({ model, cases, reason }) =>
      markup`${say.withheldSentence(labels.model(model), cases)} ${say.fromAnalysis(reason)}`,
  );
  const hints = suites
    .filter((suite) => suite.hint.length > 0)
    .map((suite) => `${say.titled(suite.title)} (${suite.hint.map(say.graderLabel).join("; ")})`);
  const hinted = hints.length === 0 ? [] : [mark(fill(say.text.hintsOnly, say.listed(hints)))];
  return [...foreign, ...heldBack, ...hinted];
}
