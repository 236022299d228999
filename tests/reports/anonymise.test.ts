import { describe, expect, test } from "vitest";
import { anonymise } from "../../reports/anonymise.ts";
import { maskKnownNames, maskTestedNames } from "../../reports/anonymise/mask-names.ts";
import { cardSchema } from "../../core/card.ts";
import { findingsSchema } from "../../core/findings.ts";
import { renderCsv } from "../../reports/csv.ts";
import { renderReport } from "../../reports/html.ts";
import { renderMarkdown } from "../../reports/markdown.ts";
import { findingsFixture, fixtureNames, type FixtureName } from "../helpers/findings-fixture.ts";

function everythingOf(name: FixtureName): string {
  const fixture = findingsFixture(name);
  const { findings, cards } = anonymise(fixture.findings, fixture.cards);
  return [renderReport, renderCsv, renderMarkdown]
    .flatMap((render) => [...render(findings, cards, { anonymous: true })])
    .map(({ file, content }) => `${file}\n${content.replace(/<style>.*<\/style>/su, "")}`)
    .join("\n");
}

describe("anonymise", () => {
  test.each(fixtureNames)("%s: nothing in any file tells a model", (name) => {
    const { findings } = findingsFixture(name);
    const text = everythingOf(name);
    expect(text).toContain("Angebot 1");
    for (const model of findings.models.filter(({ kind }) => kind === "model")) {
      const telling = [
        model.id,
        model.name,
        model.revision,
        // Baselines run here as well, and keep their sheets.
        model.place === "auf diesem Rechner" ? undefined : model.place,
        model.license,
        model.endpoint === "embedded" ? undefined : model.endpoint,
        ...Object.values(model.details).filter((value) => value.length > 12),
      ].filter(
        (value) =>
          value !== undefined && !["unknown", "eingebettet"].includes(value) && value.length > 3,
      );
      for (const value of telling) expect(text).not.toContain(value);
    }
    for (const { trialId, anchor } of findings.failures) {
      expect(text).not.toContain(trialId);
      expect(text).not.toContain(anchor);
    }
  });

  test.each(fixtureNames)(
    "%s: numbers and texts of cases stay; the result fits the schemas",
    (name) => {
      const { findings, cards } = findingsFixture(name);
      const result = anonymise(findings, cards);
      expect(findingsSchema.parse(result.findings)).toEqual(result.findings);
      expect(result.cards.map((card) => cardSchema.parse(card))).toEqual(result.cards);
      expect(result.findings.rates.map(({ value, n }) => [value, n])).toEqual(
        findings.rates.map(({ value, n }) => [value, n]),
      );
      expect(
        result.cards.map(({ question, text, reference }) => [question, text, reference]),
      ).toEqual(cards.map(({ question, text, reference }) => [question, text, reference]));
      expect(result.cards.map(({ answer }) => answer.length)).toEqual(
        cards.map(({ answer }) => answer.length),
      );
    },
  );

  test("the key says who is who, in the order of the tables", () => {
    const { findings, cards } = findingsFixture("quick");
    expect(anonymise(findings, cards).key).toEqual([
      { offer: "Angebot 1", id: "llama:gemma3-270m", name: "gemma3-270m" },
      { offer: "Angebot 2", id: "llama:smollm2-135m", name: "smollm2-135m" },
    ]);
  });

  test("an answer in which the model names itself is blackened and marked", () => {
    const { findings, cards } = findingsFixture("quick");
    const answer = "Ich bin Gemma, ein Modell von Google DeepMind. Die Gebühr beträgt 37 Euro.";
    const named = cards.map((card, at) => (at === 0 ? { ...card, answer } : card));
    const result = anonymise(findings, named);
    expect(result.cards[0]?.answer).toBe(
      "Ich bin █████, ein Modell von ██████ ████████. Die Gebühr beträgt 37 Euro.",
    );
    const [report] = renderReport(result.findings, result.cards, { anonymous: true });
    expect(report?.file).toBe("report-anonym.html");
    expect(report?.content).toContain("Die Antwort nennt ein Modell oder einen Anbieter.");
    expect(report?.content.match(/geschwärzt/gu)).toHaveLength(1);
  });
});

describe("maskKnownNames", () => {
  const [first] = findingsFixture("quick").findings.models;
  if (first === undefined) throw new Error("the fixture has no model");
  const model = first;
  const mask = maskKnownNames([{ ...model, id: "compatible:haus", name: "Haus-KI 2" }]);

  test.each([
    ["Ich bin GPT-4o von OpenAI.", "Ich bin ██████ von ██████."],
    ["ChatGPT, chatgpt, CHATGPT", "███████, ███████, ███████"],
    ["Qwen2.5 und Llama 3.1", "███████ und █████████"],
    ["Hier spricht Haus-KI 2.", "Hier spricht █████████."],
    ["Das Haus am Markt, ein Metaphor, GPTs", "Das Haus am Markt, ein Metaphor, GPTs"],
    ["Mistralwind", "Mistralwind"],
  ])("%j", (text, expected) => {
    expect(mask(text)).toBe(expected);
    expect(mask(text)).toHaveLength(text.length);
  });

  test("signs of a pattern in a name are no pattern, an empty name masks nothing", () => {
    expect(maskTestedNames([{ ...model, id: "x", name: "(a+)+[" }])("aaa (a+)+[")).toBe(
      "aaa ██████",
    );
    expect(maskTestedNames([{ ...model, id: "x", name: "" }])("abc")).toBe("abc");
  });
});
