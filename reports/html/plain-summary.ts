import { allSuites } from "../labels.ts";
import { type PlainFacts } from "../sentences/plain-sentences.ts";
import type { View } from "../view.ts";
import { markup, type Html } from "./escape.ts";
import { measuredModels } from "./measured-models.ts";
import { recommended } from "./recommended.ts";
import { sectionPart } from "./section-part.ts";

/** The report in short sentences, for everybody. */
export function plainSummary(view: View): Html {
  const { say } = view;
  return sectionPart(
    { id: "einfache-sprache", title: say.text.plainTitle },
    markup`${say.plainParagraphs(plainFacts(view)).map((text) => markup`<p class="kern-body">${text}</p>`)}`,
  );
}

function plainFacts(view: View): PlainFacts {
  const { suites, trainingStatements, leaks } = view.findings;
  const ids = new Set(view.models.map(({ id }) => id));
  const own = leaks.filter(({ model }) => ids.has(model));
  const model = recommended(view).model;
  const statement = trainingStatements.find(({ suite }) => suite === allSuites);
  return {
    models: view.models.length,
    tasks: suites.length,
    cases: suites.reduce((sum, suite) => sum + suite.cases, 0),
    outcome: outcomeOf(view),
    ...(model !== undefined && { name: view.labels.model(model) }),
    training: (statement ?? trainingStatements[0])?.verdict,
    leaked: own.length === 0 ? undefined : own.some(({ withLeak }) => withLeak > 0),
  };
}

function outcomeOf(view: View): PlainFacts["outcome"] {
  const { findings, models } = view;
  if (measuredModels(view).length === 0) return "nothing-measured";
  const ids = new Set(models.map(({ id }) => id));
  const passed = findings.suiteResults.some(
    (row) => ids.has(row.model) && row.variant === view.mainVariant && row.passes && row.reliable,
  );
  if (findings.run.profile === "quick") return "first-look";
  if (!passed && findings.procurement === undefined) return "none";
  const { model, shared } = recommended(view);
  if (model !== undefined) return "best";
  return shared ? "shared" : "open";
}
