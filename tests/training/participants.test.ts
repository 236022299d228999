import { describe, expect, test } from "vitest";
import { groupMean } from "../../scripts/training/group-mean.ts";
import { templateOf } from "../../scripts/training/participants.ts";
import { renderGroup } from "../../training/participants/group-sheet.ts";
import type { PromptResult } from "../../training/participants/result.ts";

const result = (code: string): PromptResult => ({
  code,
  parts: { task: true, source: code === "a1", form: false, check: false },
  personalData: 0,
  advice: "Es fehlt: Form.",
  share: { n: 4, passed: 2, low: 0.15, high: 0.85 },
});
const sheet = (results: readonly PromptResult[]): string =>
  renderGroup({ results, mean: groupMean(results) }, none);
const none = { untrained: undefined, trained: undefined };

describe("group sheet", () => {
  test("shows no mean below five participants", () => {
    const text = sheet(["a1", "a2", "a3", "a4"].map(result));
    expect(text).toContain("erst ab 5 Teilnehmenden");
    expect(text).not.toMatch(/Im Mittel|Von 4/u);
  });

  test("shows means with n from five on, and no pseudonym", () => {
    const text = sheet(["a1", "a2", "a3", "a4", "a5"].map(result));
    expect(text).toContain("Von 5 Prompts nannten 5 den Auftrag, 1 die Quelle");
    expect(text).toMatch(
      /Im Mittel bestand ein Prompt 50 % der Fälle \(\d+ % bis \d+ %, n = 5 Prompts; /u,
    );
    expect(text).not.toMatch(/a[1-5]\b/u);
  });
});

describe("group mean", () => {
  test("counts each prompt once, whatever its number of cases, with an interval over prompts", () => {
    const shares = [0, 1, 2, 3, 4, 4].map((passed) => ({ n: 4, passed, low: 0, high: 1 }));
    const results = shares.map((share, at) => ({ ...result(`p${at}`), share }));
    const wide = { ...result("p6"), share: { n: 40, passed: 10, low: 0, high: 1 } };
    const mean = groupMean([...results, wide]);
    expect(mean?.n).toBe(7);
    expect(mean?.value).toBeCloseTo((0 + 0.25 + 0.5 + 0.75 + 1 + 1 + 0.25) / 7, 12);
    expect(mean?.low).toBeGreaterThan(0);
    expect(mean?.low).toBeLessThan(0.3);
    expect(mean?.high).toBeGreaterThan(0.8);
    expect(mean?.method).toBe("95-%-Intervall über die Prompts nach Student");
  });

  test("from ten prompts on, the interval is resampled", () => {
    const results = [0, 1, 1, 2, 2, 2, 3, 3, 4, 4].map((passed, at) => ({
      ...result(`p${at}`),
      share: { n: 4, passed, low: 0, high: 1 },
    }));
    const mean = groupMean(results);
    expect(mean?.method).toContain("Bootstrap");
    expect(mean?.value).toBeCloseTo(0.55, 12);
    expect(mean?.low).toBeLessThan(0.4);
    expect(mean?.high).toBeGreaterThan(0.7);
  });

  test("is absent when no prompt was sent", () => {
    expect(groupMean([{ ...result("a1"), share: undefined }])).toBeUndefined();
  });

  test("fewer than five sent prompts show none", () => {
    const held = ["a1", "a2", "a3", "a4", "a5"].map((code, at) =>
      at === 0 ? { ...result(code), share: undefined } : result(code),
    );
    expect(sheet(held)).toContain("weniger als 5 Prompts");
  });
});

test("a prompt without places gets question and text at its end, one with places stays", () => {
  expect(templateOf("Antworte.")).toBe("Antworte.\n\n{{question}}\n\n{{text}}");
  expect(templateOf("Antworte auf {{ question }} mit {{text}}.")).toBe(
    "Antworte auf {{ question }} mit {{text}}.",
  );
});
