import { readFileSync } from "node:fs";
import fc from "fast-check";
import { XmlDocument, XsdValidator, type XmlElement } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { renderMoodleXml } from "../../../training/formats/moodle-xml.ts";
import { weightsOf } from "../../../training/formats/weights.ts";
import { xmlText } from "../../../training/formats/xml-text.ts";
import { cleanText } from "../../../training/text/clean-text.ts";
import { hostileText, sampleExercises } from "../../helpers/sample-exercises.ts";

const exercises = sampleExercises();
const schema = readFileSync(new URL("moodle-quiz.xsd", import.meta.url), "utf8");

function validate(xml: string): void {
  using validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));
  using document = XmlDocument.fromString(xml);
  validator.validate(document);
}

function textsAt(xml: string, path: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(path).map((node) => (node as XmlElement).content);
}

describe("Moodle XML", () => {
  const xml = renderMoodleXml(exercises);

  test("fits the schema with Moodle's list of fractions", () => {
    expect(() => validate(xml)).not.toThrow();
  });

  test("the schema would catch a fraction that Moodle refuses", () => {
    expect(() => validate(xml.replace('fraction="33.33333"', 'fraction="33.3"'))).toThrow(
      /fraction/u,
    );
  });

  test("positive fractions of a choice add up to 100, and every question has an id of its own", () => {
    for (const type of ["multichoice", "truefalse"]) {
      using document = XmlDocument.fromString(xml);
      for (const question of document.find(`//question[@type="${type}"]`)) {
        const fractions = (question as XmlElement)
          .find("answer/@fraction")
          .map((node) => Number((node as unknown as { value: string }).value));
        const sum = fractions
          .filter((value) => value > 0)
          .reduce((total, value) => total + value, 0);
        expect(Math.abs(sum - 100)).toBeLessThan(0.001);
      }
    }
    const ids = textsAt(xml, "//idnumber");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(6);
  });

  test("keeps options, pairs and the template; formulas and addresses are not read as such", () => {
    expect(textsAt(xml, "//subquestion/answer/text")).toEqual([
      "Satz -> eins: {96} = Euro",
      "Satz zwei",
      "Satz drei",
    ]);
    expect(textsAt(xml, "//subquestion/text").at(-1)).toBe("");
    const template = textsAt(xml, '//question[@type="essay"]/responsetemplate/text')[0] ?? "";
    expect(
      template
        .replaceAll("&#36;", "$")
        .replaceAll("&#64;", "@")
        .replaceAll("<br>", "\n")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&"),
    ).toBe(hostileText);
    expect(xml).not.toMatch(/\$\$|@@PLUGINFILE@@|<script/u);
  });

  test("control characters, lone surrogates and overrides never get in", () => {
    const dirty = "a\u0000b\u0008c\ud800d\u202ee\ufffef";
    const [first] = exercises;
    if (first === undefined) throw new Error("no exercise");
    const changed = { ...first, solution: cleanText(dirty) };
    expect(() => validate(renderMoodleXml([changed]))).not.toThrow();
    expect(changed.solution).toBe("abcdef");
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  "weights of %i right options are fractions that Moodle knows",
  (right) => {
    const options = Array.from({ length: 10 }, (_, place) => ({
      text: String(place),
      right: place < right,
      feedback: "x",
    }));
    const weights = weightsOf(options);
    const positive = weights.map(Number).filter((weight) => weight > 0);
    expect(Math.abs(positive.reduce((sum, weight) => sum + weight, 0) - 100)).toBeLessThan(0.001);
    for (const weight of weights)
      expect(schema).toContain(weight.replace("-", "").replace(".", String.raw`\.`));
  },
);

test("any cleaned text comes back from the XML", () => {
  const nasty = fc.string({
    unit: fc.constantFrom("]", ">", "<", "&", "!", "[", "\u0000", "ä", "\n", '"'),
  });
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: "binary" })), (raw) => {
      const text = cleanText(raw);
      using document = XmlDocument.fromString(`<a>${xmlText(text)}</a>`);
      expect(document.root.content).toBe(text);
    }),
    { seed: 10, numRuns: 500 },
  );
});
