import { symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodes } from "../../../core/user-error.ts";
import { refusalOf, writeConfig } from "../../helpers/import-fixture.ts";
import { writeIn } from "../../helpers/temporary-folder.ts";

const head = "prompts: ['Frage: {{frage}}']\nproviders: [openai:gpt-4.1]\n";
const oneTest = "tests:\n  - vars: { frage: Was kostet es? }\n";

/** A whole configuration whose only test has this assertion, on line 5. */
const asserting = (assertion: string) => `${head}${oneTest}    assert: [${assertion}]\n`;

describe("what has no counterpart is named with its place and reason", () => {
  test.each([
    ["an unknown assertion", asserting("{ type: contians, value: a }"), 5, "contains"],
    ["an assertion about the call", asserting("{ type: latency, threshold: 9 }"), 5, "Kosten"],
    ["answers side by side", asserting("{ type: select-best, value: kurz }"), 5, "mehrerer"],
    ["code", asserting("{ type: javascript, value: output.length }"), 5, "--allow-code"],
    [
      "a template with code",
      asserting("{ type: equals, value: '{{ a | upper }}' }"),
      5,
      "--allow-code",
    ],
    [
      "the environment",
      asserting("{ type: equals, value: '{{ env.GEHEIM }}' }"),
      5,
      "Umgebungsvariable",
    ],
    ["an empty set", asserting("{ type: assert-set, assert: [] }"), 5, "assert-set"],
    ["red teaming", `${head}${oneTest}redteam: { plugins: [pii] }\n`, 5, "Red-Teaming"],
    ["an extension", `${head}${oneTest}extensions: [file://x.js:beforeAll]\n`, 5, "Programme"],
    [
      "a key in the open",
      `prompts: [a]\nproviders: [{ id: openai:gpt-4.1, config: { apiKey: abc } }]\n`,
      2,
      "lesbar",
    ],
    [
      "a prompt from the net",
      `prompts: [langfuse://amt]\nproviders: [echo]\n${oneTest}`,
      1,
      "im Netz",
    ],
    [
      "a program as prompt",
      `prompts: ["exec:ls"]\nproviders: [echo]\n${oneTest}`,
      1,
      "fremdes Programm",
    ],
    [
      "tests from the net",
      `${head}tests: https://docs.google.com/spreadsheets/d/1\n`,
      3,
      "im Netz",
    ],
    ["a missing file", `${head}tests: file://fehlt.yaml\n`, 3, "gibt es nicht"],
    ["a way out of the folder", `${head}tests: file://../geheim.yaml\n`, 3, "außerhalb"],
    ["a pattern out of the folder", `${head}tests: file://../*.yaml\n`, 3, "außerhalb"],
    ["an absolute path", `${head}tests: file:///etc/hosts.yaml\n`, 3, "außerhalb"],
    ["a model for one test", `${head}${oneTest}    provider: echo\n`, 5, "eigenes Modell"],
    ["a given answer", `${head}${oneTest}    providerOutput: Ja\n`, 5, "vorgegeben"],
    [
      "an answer kept for later",
      `${head}${oneTest}    options: { storeOutputAs: x }\n`,
      5,
      "nächsten Test",
    ],
    [
      "a conversation",
      `prompts: ["{{_conversation}}"]\nproviders: [echo]\n${oneTest}`,
      1,
      "Gespräch",
    ],
    ["a picture", `${head}tests:\n  - vars: { frage: file://plan.png }\n`, 4, "kein Text"],
    [
      "a template that is wrong",
      `prompts: ["{% if %}"]\nproviders: [echo]\n${oneTest}`,
      1,
      "auflösen",
    ],
    [
      "a template that reaches out",
      `prompts: ["{{ frage.constructor.constructor('x')() }}"]\nproviders: [echo]\n${oneTest}`,
      1,
      "Programm",
    ],
    [
      "an endless template",
      `prompts: ["{% for i in range(99999999) %}a{% endfor %}"]\nproviders: [echo]\n${oneTest}`,
      1,
      "range",
    ],
    [
      "a reference to nothing",
      asserting("{ $ref: '#/assertionTemplates/x' }"),
      undefined,
      "zeigt auf nichts",
    ],
    ["no model", `prompts: [a]\n${oneTest}`, 1, "providers"],
    ["tests of a wrong kind", `${head}tests: [7]\n`, 3, "kein Test"],
    ["prompts of a wrong kind", `prompts: 7\nproviders: [echo]\n${oneTest}`, 1, "prompts"],
  ])("%s", async (_what, config, line, reason) => {
    const error = await refusalOf(writeConfig({ "promptfooconfig.yaml": config }));
    expect(error).toMatchObject({ code: "import-refused", exitCode: exitCodes.usage });
    expect(error.message).toContain(reason);
    if (line !== undefined)
      expect(error.message).toMatch(new RegExp(`Zeile ${line}, Spalte \\d+: .*${reason}`, "u"));
    expect(error.nextStep).toContain("Geschrieben wurde nichts");
  });

  test("all of them at once", async () => {
    const config = `${asserting("{ type: cost }, { type: human }")}redteam: {}\n`;
    const { message } = await refusalOf(writeConfig({ "promptfooconfig.yaml": config }));
    expect(message.split("\n")).toHaveLength(4);
  });

  test("code is no obstacle any more once it is allowed", async () => {
    const config = asserting("{ type: javascript, value: 'true' }, { type: cost }");
    const { message } = await refusalOf(writeConfig({ "promptfooconfig.yaml": config }), true);
    expect(message).not.toContain("allow-code");
  });
});

describe("files that are wrong in themselves", () => {
  test.each([
    ["no YAML", "prompts: [a\nproviders: b", "yaml-syntax"],
    ["a key twice", "prompts: a\nprompts: b\n", "yaml-syntax"],
    ["no configuration", "- 1\n- 2\n", "import-refused"],
    ["nothing", "# leer\n", "import-refused"],
    ["a YAML bomb", bomb(), "yaml-aliases"],
    ["a value that contains itself", "prompts: &a [*a]\n", "yaml-aliases"],
    [
      "a reference in a circle",
      "prompts: [a]\nx: { $ref: '#/y' }\ny: { $ref: '#/x' }\n",
      "import-refused",
    ],
  ])("%s", async (_what, config, code) => {
    const error = await refusalOf(writeConfig({ "promptfooconfig.yaml": config }));
    expect(error).toMatchObject({ code, exitCode: exitCodes.usage });
  });

  test("a wrong encoding and a wrong table", async () => {
    const config = writeConfig({
      "promptfooconfig.yaml": `${head}tests: [file://a.csv, file://b.csv]\n`,
      "b.csv": "frage,x\n1\n",
    });
    writeIn(dirname(config), "a.csv", Buffer.from([0x66, 0xe4, 0x0a]));
    const { message } = await refusalOf(config);
    expect(message).toMatch(/a\.csv.*UTF-8[\s\S]*b\.csv.*nicht lesbar/u);
  });

  test.each([
    [
      "tests that name each other",
      { "a.yaml": "- file://b.yaml\n", "b.yaml": "- file://a.yaml\n" },
    ],
    [
      "tests that name the configuration",
      { "a.yaml": "- vars: { x: file://promptfooconfig.yaml }\n" },
    ],
  ])("%s go in a circle", async (_what, files) => {
    const config = writeConfig({
      "promptfooconfig.yaml": `${head}tests: file://a.yaml\n`,
      ...files,
    });
    const { message, exitCode } = await refusalOf(config);
    expect(exitCode).toBe(exitCodes.usage);
    expect(message).toContain("im Kreis");
  });

  test("a link leads out of the folder", async () => {
    const config = writeConfig({ "promptfooconfig.yaml": `${head}tests: file://link.yaml\n` });
    const outside = writeIn(join(dirname(config), ".."), "geheim.yaml", "- vars: { frage: a }\n");
    symlinkSync(outside, join(dirname(config), "link.yaml"));
    expect((await refusalOf(config)).message).toContain("außerhalb");
  });
});

test("nothing of the configuration runs without leave", async () => {
  const config = writeConfig({
    "promptfooconfig.yaml": `prompts: [file://p.mjs]\nproviders: [file://m.mjs]\ntests: file://t.mjs\nnunjucksFilters: { f: ./f.mjs }\n`,
    ...Object.fromEntries(
      ["p", "m", "t", "f"].map((name) => [
        `${name}.mjs`,
        "globalThis.ranFromConfiguration = true;",
      ]),
    ),
  });
  const { message } = await refusalOf(config);
  expect(message.match(/--allow-code/gu)).toHaveLength(4);
  expect(globalThis).not.toHaveProperty("ranFromConfiguration");
});

/** Ten aliases of ten aliases of …: a billion values from a few hundred letters. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const items = level === 0 ? Array(10).fill("x") : Array(10).fill(`*a${level - 1}`);
    return `a${level}: &a${level} [${items.join(", ")}]`;
  });
  return `${levels.join("\n")}\nprompts: *a8\n`;
}
