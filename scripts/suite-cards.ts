import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../core/case.ts";
import type { BaselineFields } from "../core/model.ts";
import type { Suite } from "../core/suite.ts";
import { modelConfigSchema } from "../core/model.ts";
import { baselineFields } from "../engine/prompt.ts";
import { openBaseline } from "../models/baseline.ts";
import { judgeProbes } from "./check/judge-probes.ts";
import { mutateSuite } from "./check/mutations/mutate-suite.ts";
import { readEquivalents } from "./check/mutations/read-equivalents.ts";
import { readProbes } from "./check/read-probes.ts";
import { competences } from "./check/remarks.ts";
import { shapeOfSuite, type SuiteShape } from "./check/shape-of-suite.ts";
import { makeJudge, type Judge } from "./check/suite-judge.ts";
import { gradingPlace, loadSuites, suiteFolder } from "./load-suites.ts";

const begin = "<!-- Anfang: geschrieben von npm run build:suite-cards -->";
const end = "<!-- Ende -->";

/** A suite's data card (README.md) with its figures computed anew. */
export async function suiteCard(name: string): Promise<string> {
  const card = readFileSync(join(suiteFolder(name), "README.md"), "utf8");
  const [before, rest = ""] = card.split(begin);
  const after = rest.includes(end) ? rest.slice(rest.indexOf(end) + end.length) : "\n";
  return `${before?.trimEnd() ?? ""}\n\n${begin}\n\n${await figuresOf(name)}\n\n${end}${after}`;
}

async function figuresOf(name: string): Promise<string> {
  const [suite] = loadSuites([name]);
  if (suite === undefined) throw new RangeError(`no suite ${name}`);
  const judge = makeJudge(suite, gradingPlace(suite).graders);
  const shape = shapeOfSuite(suite);
  return [
    "## Zahlen",
    sizeSentence(suite, shape),
    "### Vergleichsgrößen",
    "Was ohne Sprachmodell herauskommt, Eingabe roh. `reference` ist die Musterantwort, `copy` der Ausgangstext, `lead` sein Anfang, `retrieval` die Stelle, die am besten zur Frage passt.",
    await baselineTable(suite, judge),
    "### Wie scharf die Grader sind",
    sharpness(suite, judge),
    "### Kennzeichen",
    tagTable(shape),
  ].join("\n\n");
}

function sizeSentence(suite: Suite, { twoEach }: SuiteShape): string {
  const { cases } = suite;
  const passes = cases.reduce((sum, graded) => sum + graded.passes.length, 0);
  const fails = cases.reduce((sum, graded) => sum + graded.fails.length, 0);
  const templates = new Set(cases.flatMap(({ template }) => template ?? []));
  const foreign = cases.filter(({ nativeChecked }) => nativeChecked === false).length;
  const ofTemplates =
    templates.size === 0
      ? ""
      : ` Davon sind ${cases.filter(({ template }) => template !== undefined).length} Fassungen von ${templates.size} Aufgaben.`;
  const native =
    foreign === 0
      ? ""
      : ` ${foreign} Fälle sind noch von niemandem gelesen, dessen Muttersprache die der Antwort ist (\`nativeChecked: false\`).`;
  return `Version ${suite.version}: ${cases.length} Fälle, ${cases.filter(({ quick }) => quick).length} im Schnelllauf, ${cases.filter(({ critical }) => critical).length} kritisch.${ofTemplates} ${passes} richtige und ${fails} falsche Beispiele, je zwei in ${twoEach} Fällen.${native}`;
}

async function baselineTable(suite: Suite, judge: Judge): Promise<string> {
  const rows = await Promise.all(
    ["reference", "copy", "lead", "retrieval"].map(async (name) => {
      const answers = await Promise.all(suite.cases.map((graded) => baselineAnswer(name, graded)));
      return row(`\`${name}\``, answers, { suite, judge });
    }),
  );
  const answers = suite.cases.map(() => "");
  const empty = row("leere Antwort", answers, { suite, judge });
  return [
    "| Vergleichsgröße | bestandene Fälle | besteht die Suite |",
    "|---|---|---|",
    ...rows,
    empty,
  ].join("\n");
}

async function baselineAnswer(name: string, graded: Case): Promise<string> {
  const config = modelConfigSchema.parse({ id: `baseline:${name}` });
  const model = await openBaseline({ name, config });
  const fields: BaselineFields = baselineFields(model.description, graded, "raw");
  const request = { messages: [], temperature: 0, seed: 1, maxTokens: 1, fields };
  const outcome = await model.call(request, new AbortController().signal);
  return outcome.status === "completed" ? outcome.answer : "";
}

function row(
  title: string,
  answers: readonly string[],
  { suite, judge }: { readonly suite: Suite; readonly judge: Judge },
): string {
  const passed = suite.cases.filter(
    (graded, at) => judge(graded, answers[at] ?? "").verdict.status === "passed",
  ).length;
  const { length } = suite.cases;
  const passes = passed / length >= suite.passAt ? "ja" : "nein";
  return `| ${title} | ${passed} von ${length} | ${passes} |`;
}

function sharpness(suite: Suite, judge: Judge): string {
  const folder = suiteFolder(suite.name);
  const { mutants, killed, equivalent } = mutateSuite(suite, judge, readEquivalents(folder));
  const probe = judgeProbes(suite, judge, readProbes(folder, suite));
  const probes =
    probe.probes === 0
      ? ""
      : ` Von ${probe.probes} guten Antworten in anderen Worten (\`probe.yaml\`) lassen sie ${probe.passed} gelten.`;
  return `Von ${mutants} mechanisch verdorbenen Musterantworten bemerken die Grader ${killed}; ${equivalent} weitere sind gleichwertig (\`npm run check -- --mutate ${suite.name}\`).${probes}`;
}

/** Tags by what they tell: competences, offices, situations, and what is special about a case. */
function tagTable({ tags }: SuiteShape): string {
  const groups = Map.groupBy(tags, ([tag]) => groupOf(tag));
  const rows = ["Kompetenz", "Amt", "Lebenslage", "Merkmal"].map((group) => {
    const counts = (groups.get(group) ?? []).map(([tag, count]) => `\`${tag}\` ${count}`);
    return `| ${group} | ${counts.join(", ")} |`;
  });
  return ["| Art | Kennzeichen und Fälle |", "|---|---|", ...rows].join("\n");
}

function groupOf(tag: string): string {
  if (competences.includes(tag)) return "Kompetenz";
  if (tag.startsWith("amt-")) return "Amt";
  return tag.startsWith("lebenslage-") || tag === "verwaltung-intern" ? "Lebenslage" : "Merkmal";
}
