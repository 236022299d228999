import { describe, expect, test } from "vitest";
import list from "../../../graders/text/abbreviations.json" with { type: "json" };
import { abbreviationEnding, mostAbbreviationParts } from "../../../graders/text/abbreviations.ts";

const entries = list.groups.flatMap((group) => group.abbreviations);

describe("abbreviationEnding", () => {
  test.each([
    ["z. B.", "never"],
    ["z.B.", "never"],
    ["Vgl.", "never"],
    ["Abs.", "before-starter"],
    ["Hauptstr.", "before-starter"],
    ["usw.", "before-capital"],
    ["Antrag.", undefined],
    ["abs.", undefined],
    ["telefon.", "never"],
    ["Telefon.", undefined],
  ])("knows %s", (text, ending) => {
    expect(abbreviationEnding(text)).toBe(ending);
  });
});

describe("the list of abbreviations", () => {
  test("is broad, names its sources and repeats nothing", () => {
    expect(entries.length).toBeGreaterThan(500);
    expect(new Set(entries.map((entry) => entry.replace(/\s/gu, ""))).size).toBe(entries.length);
    for (const group of list.groups) {
      expect(group.source).not.toBe("");
      expect(["never", "before-starter", "before-clause", "before-capital"]).toContain(group.ends);
    }
  });

  test("has only entries that the lookup can reach", () => {
    const unreachable = entries.filter(
      (entry) =>
        !/^\p{L}[\p{L}\s.-]*\.$/u.test(entry) ||
        entry.split(".").length - 1 > mostAbbreviationParts,
    );
    expect(unreachable).toEqual([]);
  });
});
