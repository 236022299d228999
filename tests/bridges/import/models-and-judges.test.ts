import { load } from "js-yaml";
import { expect, test } from "vitest";
import { importAsSuite, refusalOf, writeConfig } from "../../helpers/import-fixture.ts";

const config = (text: string, files: Readonly<Record<string, string>> = {}) =>
  writeConfig({ "promptfooconfig.yaml": text, ...files });

const oneTest = "tests: [{ vars: { frage: Was kostet es? } }]\n";

test("models that answer only some of the prompts get a configuration of their own", async () => {
  const { files } = await importAsSuite(
    config(`prompts:
  - { raw: "Kurz: {{frage}}", label: kurz }
  - { raw: "Lang: {{frage}}", label: lang }
providers:
  - openai:gpt-4.1
  - { id: openai:gpt-4.1-mini, prompts: [kurz] }
${oneTest}`),
  );
  expect(load(files.get("amtsprobe.yaml") ?? "")).toMatchObject({
    models: [{ id: "openai:gpt-4.1" }],
    variants: ["kurz", "lang"],
  });
  const second = load(files.get("amtsprobe-2.yaml") ?? "");
  expect(second).toMatchObject({ models: [{ id: "openai:gpt-4.1-mini" }], variants: ["kurz"] });
  expect((second as { models: object[] }).models[0]).not.toHaveProperty("prompts");
});

test("a model with prompts that do not exist is refused", async () => {
  const { message } = await refusalOf(
    config(`prompts: ["{{frage}}"]\nproviders: [{ id: echo, prompts: [anders] }]\n${oneTest}`),
  );
  expect(message).toContain("keinen dieser Prompts");
});

test("settings of a prompt and options of all tests are settings of the model", async () => {
  const { files } = await importAsSuite(
    config(`prompts:
  - { raw: "{{frage}}", label: a, config: { temperature: 0.5, top_p: 0.1 } }
  - { raw: "{{frage}}!", label: b, config: { top_p: 0.2 } }
providers: [{ id: openai:gpt-4.1, config: { temperature: 0 } }]
defaultTest: { options: { user: amt } }
${oneTest}`),
  );
  const modelOf = (name: string) =>
    (load(files.get(name) ?? "") as { models: unknown; variants: unknown }) ?? {};
  expect(modelOf("amtsprobe.yaml")).toMatchObject({
    models: [{ parameters: { temperature: 0.5 }, config: '{"top_p":0.1,"user":"amt"}' }],
    variants: ["a"],
  });
  expect(modelOf("amtsprobe-2.yaml")).toMatchObject({
    models: [{ parameters: { temperature: 0 }, config: '{"top_p":0.2,"user":"amt"}' }],
    variants: ["b"],
  });
});

test("options that only some tests hand to the call are refused", async () => {
  const { message } = await refusalOf(
    config(`prompts: ["{{frage}}"]\nproviders: [echo]
tests:
  - { vars: { frage: a } }
  - { vars: { frage: b }, options: { user: amt } }
`),
  );
  expect(message).toMatch(/Zeile 5.*options \(user\).*nicht in allen Tests gleich/u);
});

test("an assertion that another model judges says so itself", async () => {
  const { suite } = await importAsSuite(
    config(`prompts: ["{{frage}}"]\nproviders: [echo]
tests:
  - vars: { frage: a }
    assert:
      - { type: llm-rubric, value: freundlich, provider: "openai:gpt-4.1" }
      - { type: llm-rubric, value: kurz, provider: { id: "openai:gpt-4.1-mini", config: { temperature: 0 } } }
      - type: answer-relevance
        threshold: 0.5
        provider: { text: "openai:gpt-4.1", embedding: "openai:embedding:x" }
`),
  );
  const [first] = suite.cases;
  const options = suite.options["promptfoo:asserts"] as { judge?: string };
  expect(options.judge).toBe("promptfoo:openai:gpt-4.1");
  expect(first?.expected.assertions).toMatchObject([
    { value: "freundlich" },
    { value: "kurz", judge: expect.stringMatching(/^promptfoo:file:\/\/\/.*richter-1\.yaml$/u) },
    { type: "answer-relevance", embeddings: "promptfoo:openai:embedding:x" },
  ]);
  expect(first?.expected.assertions?.[0]).not.toHaveProperty("judge");
});

test("two expressions that change the answer become one", async () => {
  const { suite } = await importAsSuite(
    config(`prompts: ["{{frage}}"]\nproviders: [echo]
tests:
  - vars: { frage: a }
    options: { transform: JSON.parse(output) }
    assert: [{ type: contains, value: a, transform: output.orte }]
`),
    { allowCode: true },
  );
  expect(suite.cases[0]?.expected.assertions?.[0]).toMatchObject({
    transform: "((output) => (output.orte))(JSON.parse(output))",
  });
});

test("a pattern may go up as long as it stays inside", async () => {
  const { suite } = await importAsSuite(
    config(`prompts: ["{{frage}}"]\nproviders: [echo]\ntests: file://tests/a.yaml\n`, {
      "tests/a.yaml": "- vars: ../vars/*.yaml\n",
      "vars/b.yaml": "frage: Was kostet es?\n",
    }),
  );
  expect(suite.cases[0]?.input).toEqual({ text: "Was kostet es?" });
});
