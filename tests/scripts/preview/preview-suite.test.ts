import { describe, expect, test } from "vitest";
import { previewSuite, previewText } from "../../../scripts/preview/preview-suite.ts";
import { sampleSuite } from "../../helpers/sample-suite.ts";

describe("previewSuite", () => {
  test("shows every variant and input as the run would send it", () => {
    const [shown] = previewSuite(sampleSuite(), {}).cases;
    expect(shown?.messages).toHaveLength(6);
    expect(shown?.messages.map(({ variant, input }) => `${variant}, ${input}`)).toContain(
      "geschult, pseudonymisiert",
    );
    const trained = shown?.messages.find(({ variant }) => variant === "geschult");
    expect(trained?.text).toBe(
      "Antworte genau. Die Hundesteuer beträgt 96 Euro im Jahr. Frau Elif Sommer zahlt sie bis zum 1. Juli. Frage: Was kostet ein Hund im Jahr?",
    );
  });

  test("keeps to the choice", () => {
    const choice = { variant: "trained", input: "raw", case: "hundesteuer" } as const;
    const preview = previewSuite(sampleSuite(), choice);
    expect(preview.cases.map(({ messages }) => messages.length)).toEqual([1]);
    const text = previewText(preview);
    expect(text).toMatch(
      /^Probe\n\nhundesteuer\n=+\n\ngeschult, Originaltext\n-+\nAntworte genau/u,
    );
    expect(text).toContain("Musterantwort\n-------------\nEin Hund kostet 96 Euro");
    expect(previewSuite(sampleSuite(), { case: "anders" }).cases).toEqual([]);
  });
});
