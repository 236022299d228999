import { describe, expect, test } from "vitest";
import { readSuite } from "../../datasets/read-suite.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";
import { join } from "node:path";

const suiteYaml = `schemaVersion: 1
name: probe
version: 1.0.0
title: Probe
graders: { must: [facts] }
threshold: { facts: "0,5" }
variants:
  untrained-kurz: prompts/kurz.md
  trained: prompts/trained.md
`;

const cases = `- id: hund
  input: { text: Steuer 96 Euro., question: Was kostet das? }
  expected: { facts: [96 Euro] }
  reference: 96 Euro.
  source: erfunden
  asOf: 2026-01-01
`;

function makeSuite(files: Record<string, string> = {}): string {
  const folder = join(temporaryFolder(), "probe");
  const all = {
    "suite.yaml": suiteYaml,
    "faelle.yaml": cases,
    "prompts/kurz.md": "{{question}}\n{{text}}",
    "prompts/trained.md": "Bitte genau: {{text}} – {{question}}",
    ...files,
  };
  for (const [name, content] of Object.entries(all)) writeIn(folder, name, content);
  return folder;
}

describe("readSuite", () => {
  test("reads file, prompts and cases", () => {
    const suite = readSuite(makeSuite());
    expect(suite).toMatchObject({ name: "probe", passAt: 0.8, threshold: { facts: 0.5 } });
    expect(suite.prompts["trained"]).toBe("Bitte genau: {{text}} – {{question}}");
    expect(suite.cases).toHaveLength(1);
  });

  test.each([
    ["an unknown key", { "suite.yaml": `${suiteYaml}farbe: rot\n` }, "invalid-data"],
    [
      "a missing prompt",
      { "suite.yaml": suiteYaml.replace("kurz.md", "lang.md") },
      "missing-prompt",
    ],
    [
      "a prompt outside its folder",
      { "suite.yaml": suiteYaml.replace("prompts/kurz.md", "../kurz.md") },
      "outside-suite",
    ],
    ["variants with other contents", { "prompts/kurz.md": "nur {{text}}" }, "unequal-variants"],
    ["an unknown placeholder", { "prompts/kurz.md": "{{text}} {{geheim}}" }, "wrong-placeholder"],
    ["a placeholder twice", { "prompts/kurz.md": "{{text}} {{text}}" }, "wrong-placeholder"],
    ["a prompt without placeholder", { "prompts/kurz.md": "Hallo" }, "wrong-placeholder"],
    [
      "a case without question",
      { "faelle.yaml": cases.replace(", question: Was kostet das?", "") },
      "missing-input",
    ],
    ["two files of cases", { "faelle.csv": "id\nx\n" }, "two-case-files"],
  ])("refuses a suite with %s", async (_what, files, code) => {
    const error = await userErrorOf(() => readSuite(makeSuite(files)));
    expect(error).toMatchObject({ code, exitCode: 2 });
    expect(error.nextStep).not.toBe("");
  });

  describe("messages written out in the cases", () => {
    const written = suiteYaml.replace(/variants:[\s\S]*/u, "variants: { prompt-1: faelle.yaml }\n");
    const withMessages = (messages: string) =>
      makeSuite({ "suite.yaml": written, "faelle.yaml": `${cases}${messages}` });

    test("stand in the place of a prompt file", () => {
      const folder = withMessages("  messages: { prompt-1: [{ role: system, content: Kurz. }] }\n");
      const suite = readSuite(folder);
      expect(suite.prompts).toEqual({});
      expect(suite.cases[0]?.messages?.["prompt-1"]).toEqual([
        { role: "system", content: "Kurz." },
      ]);
    });

    test.each([
      ["", "fehlt messages.prompt-1"],
      [
        "  messages: { prompt-1: [{ role: user, content: a }], x: [{ role: user, content: b }] }\n",
        "messages.x",
      ],
    ])("are there for just these variants: %s", async (messages, problem) => {
      const error = await userErrorOf(() => readSuite(withMessages(messages)));
      expect(error.code).toBe("wrong-messages");
      expect(error.message).toContain(problem);
    });
  });

  test("a case without a model answer needs assertions", async () => {
    const bare = cases.replace("  reference: 96 Euro.\n", "");
    expect(
      (await userErrorOf(() => readSuite(makeSuite({ "faelle.yaml": bare })))).message,
    ).toContain("reference: fehlt");
    const asserted = bare.replace(
      "facts: [96 Euro]",
      "assertions: [{ type: contains, value: 96 }]",
    );
    expect(readSuite(makeSuite({ "faelle.yaml": asserted })).cases[0]?.reference).toBeUndefined();
  });
});
