import { join } from "node:path";
import type { Assertion } from "./convert-assertions.ts";
import { configFile, configFiles, written, type SuitePlace } from "./render-configs.ts";
import type { ImportedCase, ImportedSuite } from "./import-config.ts";

/** Answers are cut after as many tokens as promptfoo's providers take when nothing is said. */
const usualTokens = 1024;

/** The grader that judges the assertions. */
const grader = "promptfoo:asserts";

/** The files of an imported suite: their names, seen from its folder, and their texts. */
export function renderSuite(suite: ImportedSuite, place: SuitePlace): Map<string, string> {
  const files = new Map<string, string>();

  for (const { name, template } of suite.variants) {
    if (template !== undefined) files.set(promptFile(name), `${template}\n`);
  }
  for (const [name, judge] of suite.judges) files.set(name, written(judge));
  const cases = suite.cases.map((one) => withJudgePath(one, place));
  const judge = commonJudge(cases);
  files.set("faelle.yaml", written(cases.map((one) => caseEntry(one, suite.asOf, judge))));
  files.set("suite.yaml", suiteFile({ ...suite, cases }, place));
  for (const [name, part] of configFiles(suite)) files.set(name, configFile(part, place));
  files.set("README.md", readme(suite, place));
  return files;
}

function promptFile(name: string): string {
  return `prompts/${name}.md`;
}

/** A judge with settings is named by the whole path of its file. */
function withJudgePath(one: ImportedCase, { folder }: SuitePlace): ImportedCase {
  const placed = (id: string) =>
    id.replace(/<(?<file>[^>]+)>$/u, (_all, file: string) => join(folder, file));
  const place = (assertion: Assertion): Assertion => {
    const { judge, embeddings, assert } = assertion;
    return {
      ...assertion,
      ...(typeof judge === "string" && { judge: placed(judge) }),
      ...(typeof embeddings === "string" && { embeddings: placed(embeddings) }),
      ...(Array.isArray(assert) && { assert: (assert as Assertion[]).map(place) }),
    };
  };
  const { judge } = one;
  return {
    ...one,
    assertions: one.assertions.map(place),
    ...(judge !== undefined && { judge: placed(judge) }),
  };
}

/** The judge of the suite: the one that most cases have; others name theirs. */
function commonJudge(cases: readonly ImportedCase[]): string | undefined {
  const counts = Map.groupBy(
    cases.flatMap(({ judge }) => judge ?? []),
    (judge) => judge,
  );
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0];
}

function suiteFile(suite: ImportedSuite, place: SuitePlace): string {
  const { title, variants, cases } = suite;
  const judge = commonJudge(cases);
  return written({
    schemaVersion: "1",
    name: place.name,
    version: "1.0.0",
    title,
    graders: { must: [grader] },
    ...(judge !== undefined && { options: { [grader]: { judge } } }),
    // The language of an answer is no matter of promptfoo's.
    threshold: { language: "0" },
    passAt: "1",
    maxTokens: String(usualTokens),
    variants: Object.fromEntries(
      variants.map(({ name, template }) => [
        name,
        template === undefined ? "faelle.yaml" : promptFile(name),
      ]),
    ),
  });
}

function caseEntry(one: ImportedCase, asOf: string, usualJudge: string | undefined): object {
  const { id, input, messages, assertions, threshold, vars, source, tags } = one;
  return {
    id,
    input,
    ...(messages !== undefined && { messages }),
    expected: {
      assertions: assertions.map(assertionEntry),
      ...(threshold !== undefined && { assertionThreshold: String(threshold) }),
      ...(vars !== undefined && { assertionVars: textsOnly(vars) ? vars : JSON.stringify(vars) }),
    },
    source,
    asOf,
    ...(one.judge !== undefined &&
      one.judge !== usualJudge && { options: { [grader]: { judge: one.judge } } }),
    ...(tags.length > 0 && { tags }),
  };
}

/** As values where all of them are text or read as numbers, else as JSON text. */
function assertionEntry(assertion: Assertion): unknown {
  const { threshold, weight, assert, ...rest } = assertion;
  const isPlain = textsOnly(rest) && [threshold, weight].every(isNumberOrAbsent);
  if (!isPlain || (assert !== undefined && !Array.isArray(assert)))
    return JSON.stringify(assertion);
  return {
    ...rest,
    ...(threshold !== undefined && { threshold: numeral(threshold) }),
    ...(weight !== undefined && { weight: numeral(weight) }),
    ...(assert !== undefined && {
      assert: assert.map((inner) => assertionEntry(inner as Assertion)),
    }),
  };
}

function isNumberOrAbsent(value: unknown): boolean {
  return (
    value === undefined || (typeof value === "number" && /^-?\d+(?:\.\d+)?$/u.test(String(value)))
  );
}

/** Without quotation marks in the file. */
function numeral(value: unknown): number {
  return Number(value);
}

function textsOnly(value: unknown): boolean {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null || value instanceof Date) return false;
  return Object.values(value).every(textsOnly);
}

function readme({ title, cases, variants }: ImportedSuite, { name }: SuitePlace): string {
  const prompts = variants.every(({ template }) => template !== undefined)
    ? "Die Prompts stehen im Ordner prompts."
    : "Die Prompts stehen fertig in jedem Fall (messages), weil sie sich nicht als Vorlage mit Platzhaltern schreiben lassen.";
  return [
    `# ${title}`,
    "",
    `Suite „${name}“, aus einer Konfiguration von promptfoo übernommen: ${cases.length} Fälle, ${variants.length} Prompt-Varianten. ${prompts}`,
    "",
    "Über jeden Fall urteilen die Prüfungen unter expected.assertions; promptfoo selbst führt sie aus (Grader promptfoo:asserts). Musterantworten hat promptfoo nicht.",
    "",
  ].join("\n");
}
