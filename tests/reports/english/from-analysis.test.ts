import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analysisText, fromAnalysis } from "../../../reports/english/from-analysis.ts";
import patterns from "../../../reports/english/from-analysis.json" with { type: "json" };
import { Html } from "../../../reports/html/escape.ts";
import { findingsFixture, fixtureNames } from "../../helpers/findings-fixture.ts";

/** Every text under one of these keys, wherever it stands. */
function textsUnder(keys: ReadonlySet<string>, value: unknown, key = ""): string[] {
  if (typeof value === "string") return keys.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => textsUnder(keys, item, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => textsUnder(keys, item, name));
}

const golden: unknown = JSON.parse(readFileSync("tests/golden/analysis/mixed-run.json", "utf8"));
const sources = [golden, ...fixtureNames.map((name) => findingsFixture(name).findings)];
const awardMethods = new Set(["einfach", "erweitert", "ufab-ii", "median", "referenzwert"]);
const methods = sources
  .flatMap((source) => textsUnder(new Set(["method"]), source))
  .flatMap((method) => method.replace(/\.$/u, "").split("; "))
  .filter((method) => !awardMethods.has(method));

const isKnown = (text: string): boolean => !(fromAnalysis(text) instanceof Html);

describe("texts of the analysis in English", () => {
  test.each([...new Set(methods)])("the method is known: %s", (method) => {
    expect(isKnown(method)).toBe(true);
    expect(analysisText(method)).not.toMatch(/[äöüß„]|\b(?:über|mit|und|der|Fälle)\b/u);
  });

  test("so are assumptions, changes and why a model was chosen", () => {
    const keys = new Set(["chosen", "change", "settings", "caveat", "rule"]);
    const scenarios = fixtureNames.flatMap(
      (name) => findingsFixture(name).findings.sensitivity?.scenarios ?? [],
    );
    const texts = [
      ...sources.flatMap((source) => textsUnder(keys, source)),
      ...scenarios.map(({ name }) => name),
    ];
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => !isKnown(text))).toEqual([]);
  });

  test.each([
    ["Holm über alle 12 Vergleiche dieser Art", "Holm over all 12 comparisons of this kind"],
    ["Bootstrap über Fälle (10.000 Ziehungen)", "bootstrap over cases (10,000 draws)"],
    ["Gewicht B1: 30 statt 20 (+10)", "weight B1: 30 instead of 20 (+10)"],
    [
      "Nicht belastbar: 7,5\u00a0% der Durchgänge konnten nicht gemessen werden.",
      "Not reliable: 7.5% of the trials could not be measured.",
    ],
    ["ohne Suite v3.22.1", "without the suite v3.22.1"],
  ])("%s", (german, english) => {
    expect(fromAnalysis(german)).toBe(english);
    expect(analysisText(german)).toBe(english);
  });

  test("what an agency wrote stays German and is marked", () => {
    const part = fromAnalysis("Ausschlusskriterium A1 nicht erfüllt: Kein <Abfluss>");
    expect(part instanceof Html ? part.text : part).toBe(
      'Exclusion criterion A1 not met: <span lang="de">Kein &lt;Abfluss&gt;</span>',
    );
    expect(analysisText("Ausschlusskriterium A1 nicht erfüllt: Kein Abfluss")).toBe(
      "Exclusion criterion A1 not met: Kein Abfluss",
    );
  });

  test("any other text is quoted", () => {
    const part = fromAnalysis("Etwas anderes.");
    expect(part instanceof Html ? part.text : part).toBe('<span lang="de">Etwas anderes.</span>');
    expect(analysisText("Etwas anderes.")).toBe("Etwas anderes.");
  });

  test("the most specific pattern comes first, and none asks for a gap that is not there", () => {
    const lengths = Object.keys(patterns).map((text) => text.replaceAll("{}", "").length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    const gaps = (text: string): number => text.match(/\{\d?!?\}/gu)?.length ?? 0;
    expect(
      Object.entries(patterns).filter(([german, english]) => gaps(german) !== gaps(english)),
    ).toEqual([]);
  });
});
