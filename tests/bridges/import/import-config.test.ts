import { join } from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { messagesFor } from "../../../engine/prompt.ts";
import { importAsSuite, promptfooFixtures } from "../../helpers/import-fixture.ts";

const configIn = (name: string, file = "promptfooconfig.yaml") =>
  join(promptfooFixtures, name, file);

test("prompts become files, lists of variables cases, defaults part of every case", async () => {
  const { suite, imported } = await importAsSuite(configIn("buergeramt"));
  expect(suite.title).toBe("Gebühren im Bürgeramt");
  expect(suite.variants).toEqual({ "prompt-1": "prompts/prompt-1.md", genau: "prompts/genau.md" });
  expect(suite.prompts["genau"]).toBe(
    "Antworte nur mit dem, was im Text steht. {{question}}\nFrage: {{text}}",
  );
  expect(suite.cases.map(({ id }) => id)).toEqual([
    "gebuehr-fuer-erwachsene-1",
    "gebuehr-fuer-erwachsene-2",
    "gebuehr-fuer-junge-leute",
  ]);
  const [first, second, young] = suite.cases;
  expect(first?.input.text).toBe("Was kostet ein Personalausweis?");
  expect(second?.input.text).toBe("Wie teuer ist der Ausweis?");
  expect(first?.expected.assertions).toEqual([
    { type: "not-icontains", value: "als KI-Modell" },
    { type: "contains", value: "37,00", metric: "Betrag" },
    {
      type: "assert-set",
      threshold: 0.5,
      assert: [
        { type: "contains-any", value: ["Euro", "EUR"], weight: 2 },
        { type: "regex", value: String.raw`\d+,\d{2}` },
      ],
    },
  ]);
  expect(first?.expected.assertionThreshold).toBe(0.5);
  expect(young?.expected.assertionThreshold).toBe(1);
  expect(young?.expected.assertionVars?.["frage"]).toBe("Was zahlt jemand mit 20 Jahren?");
  expect(young?.tags).toEqual(["amt=buergeramt"]);
  expect(imported.notes.map(({ place, text }) => [place.line, text])).toEqual([
    [27, "outputPath: wohin promptfoo schreibt"],
  ]);
});

test("providers become models, keys only names, the run its limits", async () => {
  const { files } = await importAsSuite(configIn("buergeramt"));
  const text = files.get("amtsprobe.yaml") ?? "";
  const { models, attempts } = load(text) as { models: unknown; attempts: unknown };
  expect(attempts).toBe(3);
  expect(models).toEqual([
    { id: "openai:gpt-4.1", api: "chat", limits: { concurrency: 2 } },
    {
      id: "compatible:haus-modell",
      model: "haus-modell",
      baseURL: "http://127.0.0.1:8080/v1",
      apiKeyEnv: "HAUS_KEY",
      parameters: { temperature: 0.3, maxTokens: 300 },
      limits: { concurrency: 2 },
    },
    {
      id: "promptfoo:mistral:mistral-large-latest",
      parameters: { temperature: 0 },
      limits: { concurrency: 1, requestsPerMinute: 60 },
      config: '{"safe_prompt":true}',
    },
  ]);
});

test("tests come from tables, lines of JSON, and patterns of files", async () => {
  const { suite } = await importAsSuite(configIn("tabelle", "promptfooconfig.json"));
  expect(suite.cases.map(({ id, input }) => [id, input.text])).toEqual([
    ["hund-anmelden", "Mein Hund ist neu, wo melde ich ihn an?"],
    ["fall-2", "Ich heirate, was nun?"],
    ["fall-3", "Mein Auto hat ein neues Kennzeichen."],
    ["umzug", "Ich bin umgezogen."],
  ]);
  expect(suite.cases.map(({ expected }) => expected.assertions)).toEqual([
    [
      { type: "icontains-any", value: ["Steueramt", "Kasse"], metric: "Amt" },
      { type: "levenshtein", value: "Steueramt", threshold: 12, metric: "Amt" },
    ],
    [{ type: "equals", value: "Standesamt", metric: "" }],
    [{ type: "contains", value: "Zulassung" }],
    [{ type: "equals", value: "Meldebehörde" }],
  ]);
  expect(suite.cases[0]?.expected.assertionThreshold).toBe(0.5);
  expect(suite.cases[0]?.tags).toEqual(["lage=hund"]);
  expect(Object.keys(suite.variants)).toEqual(["prompts-1", "prompts-2"]);
});

test("every test of a scenario meets every one of its configurations", async () => {
  const { suite } = await importAsSuite(configIn("szenarien"));
  expect(suite.cases.map(({ id, input }) => [id, input.text, input.question])).toEqual([
    ["oeffnungszeit", "Englische", "Das Amt öffnet um 8 Uhr."],
    ["schliesstag", "Englische", "Mittwochs ist geschlossen."],
    ["oeffnungszeit-2", "Polnische", "Das Amt öffnet um 8 Uhr."],
    ["schliesstag-2", "Polnische", "Mittwochs ist geschlossen."],
  ]);
  const kinds = suite.cases.map(({ expected }) => expected.assertions?.map(({ type }) => type));
  expect(kinds).toEqual([
    ["not-equals", "not-contains", "contains"],
    ["not-equals", "not-contains"],
    ["not-equals", "contains"],
    ["not-equals"],
  ]);
});

test("prompts with roles or more than placeholders are written out in every case", async () => {
  const { suite } = await importAsSuite(configIn("gespraech"));
  expect(suite.variants).toEqual({ gespraech: "faelle.yaml", schleife: "faelle.yaml" });
  const [graded] = suite.cases;
  if (graded === undefined) throw new RangeError("no case");
  expect(messagesFor(suite, graded, { variant: "gespraech", input: "raw" })).toEqual([
    { role: "system", content: "Du arbeitest im Bauamt." },
    { role: "user", content: "Was brauche ich? Zeile 1" },
  ]);
  expect(messagesFor(suite, graded, { variant: "schleife", input: "raw" })).toEqual([
    { role: "user", content: "BAUAMT: Antrag, Plan" },
  ]);
});

test("programs run once they are allowed, and were announced before", async () => {
  const { suite, imported } = await importAsSuite(configIn("programme"), { allowCode: true });
  expect(imported.code.map(({ text }) => text)).toEqual([
    "Prompt aus dem Programm file://prompt.mjs",
    "Tests aus dem Programm file://tests/faelle.mjs",
    "options.transform: output.trim()",
    "javascript: output.length > 3",
    "Filter laut aus dem Programm file://laut.mjs",
  ]);
  expect(suite.cases[0]?.messages?.["prompt-1"]).toEqual([
    { role: "user", content: "Frage an das Standesamt: STANDESAMT" },
  ]);
  expect(suite.cases[0]?.expected.assertions).toEqual([
    { type: "javascript", value: "output.length > 3", transform: "output.trim()" },
  ]);
});
