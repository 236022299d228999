import { Document } from "yaml";
import { noVariant, promptPlaceholders, type Suite } from "../../../core/suite.ts";
import { escapeTemplate, promptText } from "./escape-template.ts";
import {
  markOf,
  promptLabel,
  type Exported,
  type ExportedGrader,
  type ExportedTest,
} from "./exported.ts";

/**
 * Writes the configuration: a prompt per suite and variant, a test per case and input, an assertion per
 * grader. Pure; the same export gives the same text.
 */
export function renderConfig(exported: Exported): string {
  const { title, suites, providers, tests, graderFile, head } = exported;
  const document = new Document(undefined, { aliasDuplicateObjects: false });
  document.contents = document.createNode({
    description: title,
    prompts: suites.flatMap((suite) => promptsOf(suite, variantsUsed(suite, tests))),
    providers: providers.map(({ id, label, config }) => ({ id, label, config })),
    // Answers come from here; a stored one could be another run's.
    evaluateOptions: { cache: false },
    tests: tests.map((test) => {
      const entry = testEntry(test, graderFile);
      return {
        ...entry,
        metadata: document.createNode(entry.metadata, { flow: true }),
        assert: entry.assert.map((assertion) => document.createNode(assertion, { flow: true })),
      };
    }),
  });
  document.commentBefore = head.map((line) => ` ${line}`).join("\n");
  return document.toString({ lineWidth: 0 });
}

/** A test as it stands in the configuration. */
export function testEntry(test: ExportedTest, graderFile: string) {
  return {
    description: describe(test),
    vars: varsOf(test),
    prompts: test.variants.map((variant) => promptLabel(test.suite.name, variant)),
    ...(test.providers !== undefined && { providers: test.providers }),
    metadata: { amtsprobe: markOf(test) },
    assert: test.graders.map((grader) => assertionOf(grader, graderFile)),
  };
}

function variantsUsed(suite: Suite, tests: readonly ExportedTest[]): ReadonlySet<string> {
  const own = tests.filter((test) => test.suite.name === suite.name);
  return new Set(own.flatMap(({ variants }) => variants));
}

/** A replayed run needs no prompts, and may have lost them with its suite. */
function promptsOf(suite: Suite, used: ReadonlySet<string>) {
  return [...used].map((variant) => {
    const label = promptLabel(suite.name, variant);
    const unread = variant === noVariant ? "liest keinen Prompt" : "nicht mehr bekannt";
    return {
      id: label,
      label,
      raw: promptText(suite.prompts[variant] ?? `(${variant}: ${unread})`),
    };
  });
}

function describe({ suite, graded, input, attempt }: ExportedTest): string {
  const how = input === "raw" ? "" : " (pseudonymisiert)";
  return `${suite.name}/${graded.id}${how}${attempt === 1 ? "" : `, ${attempt}. Durchgang`}`;
}

/** What the prompts put in, as the run puts it in: without blanks around it. */
function varsOf({ graded, input }: ExportedTest): Record<string, string> {
  const text = input === "raw" ? graded.input.text : graded.input.pseudonymised;
  const fields = { ...graded.input, text };
  return Object.fromEntries(
    promptPlaceholders.flatMap((name) => {
      const value = fields[name];
      return value === undefined ? [] : [[name, escapeTemplate(value.trim())]];
    }),
  );
}

/** A hint has no weight: promptfoo shows it and lets it pass. */
function assertionOf({ grader, role }: ExportedGrader, file: string) {
  const assertion = { type: "javascript", value: `file://${file}`, metric: grader };
  return { ...assertion, ...(role === "hint" && { weight: 0 }), config: { grader, role } };
}
