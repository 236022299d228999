import { describe, expect, test } from "vitest";
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
const none = { untrained: undefined, trained: undefined };

describe("group sheet", () => {
  test("shows no mean below five participants", () => {
    const text = renderGroup(["a1", "a2", "a3", "a4"].map(result), none);
    expect(text).toContain("erst ab 5 Teilnehmenden");
    expect(text).not.toMatch(/Im Mittel|Von 4/u);
  });

  test("shows means with n from five on, and no pseudonym", () => {
    const text = renderGroup(["a1", "a2", "a3", "a4", "a5"].map(result), none);
    expect(text).toContain("Von 5 Prompts nannten 5 den Auftrag, 1 die Quelle");
    expect(text).toContain("Im Mittel bestanden 2,0 von 4 Fällen je Prompt (n = 5 Prompts");
    expect(text).not.toMatch(/a[1-5]\b/u);
  });
});

test("a prompt without places gets question and text at its end, one with places stays", () => {
  expect(templateOf("Antworte.")).toBe("Antworte.\n\n{{question}}\n\n{{text}}");
  expect(templateOf("Antworte auf {{ question }} mit {{text}}.")).toBe(
    "Antworte auf {{ question }} mit {{text}}.",
  );
});
