import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languages } from "../../reports/languages.ts";
import nouns from "../../reports/english/nouns.json" with { type: "json" };
import { findingForms } from "../helpers/forms/finding-forms.ts";
import { requirementForms } from "../helpers/forms/requirement-forms.ts";
import { runComparisonForms } from "../helpers/forms/run-comparison-forms.ts";
import { runForms } from "../helpers/forms/run-forms.ts";

const { de, en } = languages;
const forms = { ...findingForms, ...requirementForms, ...runComparisonForms, ...runForms };

/** Functions that are no sentences: numbers, names, helpers; they have tests of their own. */
const others = new Set(
  [
    "abbreviated quoted fromAnalysis analysisText versionNote labelsOf cardLabel dataClassLabel",
    "detailLabel graderLabel parameterLabel agree side plainParagraphs day decimal duration euro",
    "figureNumber fine megabytes percent percentRange percentRangeInWords pointInTime points",
    "pointsRange probability sharpPercent signedNumber wholeEuro wholeNumber measuredDifference",
    "measuredMean measuredShare outOf sampleSize",
  ].flatMap((line) => line.split(" ")),
);

function gaps(text: string): number {
  return text.match(/\{\d?\}/gu)?.length ?? 0;
}

describe("every sentence in every language", () => {
  test("no sentence is without its forms", () => {
    const sentences = Object.entries(de).filter(([, value]) => typeof value === "function");
    const names = sentences.map(([name]) => name).filter((name) => !others.has(name));
    expect(names.filter((name) => !Object.hasOwn(forms, name))).toEqual([]);
    expect(Object.keys(forms).filter((name) => !names.includes(name))).toEqual([]);
  });

  test("German and English side by side are as before", async () => {
    const lines = Object.entries(forms).flatMap(([name, of]) => {
      const english = of(en);
      return [
        `## ${name}`,
        ...of(de).flatMap((sentence, at) => [`de: ${sentence}`, `en: ${english[at] ?? "–"}`, ""]),
      ];
    });
    const text = `${lines.join("\n").replaceAll("\u00a0", " ")}\n`;
    expect(text).not.toMatch(/undefined|NaN|\[object/u);
    await expect(text).toMatchFileSnapshot("../golden/reports/sentences.txt");
  });

  test.each(Object.entries(forms))("%s has as many English forms as German ones", (_, of) => {
    expect(of(en)).toHaveLength(of(de).length);
    expect(of(en).map((text) => text === "")).toEqual(of(de).map((text) => text === ""));
  });

  test.each(Object.entries(forms))("%s agrees in number", (_, of) => {
    for (const sentence of of(en)) {
      for (const { one, many } of Object.values(nouns)) {
        const wrong = new RegExp(
          String.raw`(?<![\d.,])1\u00a0${many}\b|(?<![\d.,])(?:0|2|1,234)\u00a0${one}\b`,
          "u",
        );
        if (one !== many) expect(sentence).not.toMatch(wrong);
      }
      expect(sentence).not.toMatch(/\b1 (?:are|were|have)\b|\b(?:0|2|1,234) (?:is|was|has)\b/u);
    }
  });

  test("the check of agreement can fail", () => {
    expect("1\u00a0cases").toMatch(/(?<![\d.,])1\u00a0cases\b/u);
  });

  test.each(Object.entries(forms))("%s has no German in its English", (_, of) => {
    for (const sentence of of(en)) {
      expect(sentence).not.toMatch(
        /[äöüß„]|\b(?:der|das|und|nicht|von|bis|Prozentpunkte|Fälle)\b/u,
      );
    }
  });
});

describe("texts", () => {
  test("the languages have the same ones, with the same gaps", () => {
    expect(Object.keys(en.text).toSorted()).toEqual(Object.keys(de.text).toSorted());
    const wrong = Object.entries(de.text).filter(
      ([key, text]) =>
        gaps(text) !== gaps(Object.entries(en.text).find(([name]) => name === key)?.[1] ?? ""),
    );
    expect(wrong).toEqual([]);
  });

  test("each one is said somewhere", () => {
    const source = readdirSync("reports", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(`reports/${file}`, "utf8"))
      .join("\n");
    const said = new Set([...source.matchAll(/\btext\.(\w+)/gu)].map(([, key]) => key));
    const ofEitherSide = new Set(["before", "after"]);
    const unsaid = Object.keys(de.text).filter((key) => !said.has(key) && !ofEitherSide.has(key));
    expect(unsaid).toEqual([]);
  });

  test("the chapters have the same anchors and numbers, and titles of their own", () => {
    for (const [name, chapter] of Object.entries(de.chapters)) {
      const other = Object.entries(en.chapters).find(([key]) => key === name)?.[1];
      expect(other).toMatchObject({ id: chapter.id, number: chapter.number });
    }
    expect(en.glossary).toHaveLength(de.glossary.length);
  });
});
