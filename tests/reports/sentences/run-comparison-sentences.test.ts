import { describe, expect, test } from "vitest";
import type { RunDifference, SuitePair } from "../../../core/run-comparison.ts";
import {
  changesSentence,
  differenceSentence,
  shownChangesSentence,
  suiteStateLabel,
  verdictSentence,
} from "../../../reports/sentences/run-comparison-sentences.ts";
import { comparisonFixture } from "../../helpers/comparison-fixture.ts";

const [row] = comparisonFixture().differences;
if (row === undefined) throw new Error("the fixture has no difference");
const base: RunDifference = row;

function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

function certain(difference: number): RunDifference {
  return { ...base, difference, distinguishable: true };
}

describe("verdictSentence", () => {
  test.each([
    [[], /nichts gemeinsam/u],
    [[{ ...base, distinguishable: false }], /ist nicht gesichert\. Das heißt nicht/u],
    [[certain(-0.1)], /^Von 1 Vergleich \(.*\) fällt 1 gesichert schlechter aus\.$/u],
    [[certain(0.1), certain(0.2)], /^Von 2 Vergleichen \(.*\) fallen 2 gesichert besser aus\.$/u],
    [[certain(-0.1), certain(0.2)], /fallen 1 gesichert schlechter und 1 gesichert besser aus/u],
  ])("%#", (rows, sentence) => {
    expect(plain(verdictSentence(rows))).toMatch(sentence);
  });
});

test("a difference is worse, better, uncertain or none by construction", () => {
  expect(differenceSentence(certain(-0.1), "A")).toContain("A: schlechter als vorher:");
  expect(differenceSentence(certain(0.1), "A")).toContain("A: besser als vorher:");
  expect(differenceSentence({ ...base, distinguishable: false }, "A")).toContain(
    "nicht unterscheidbar",
  );
  expect(differenceSentence({ ...base, byConstruction: true }, "A")).toContain("dieselben Aufrufe");
});

test.each([
  [0, 0, "0 Antworten vorher bestanden und jetzt nicht, 0 Antworten vorher nicht"],
  [1, 2, "1 Antwort vorher bestanden und jetzt nicht, 2 Antworten vorher nicht"],
])("%i worse and %i better", (worseTotal, betterTotal, part) => {
  const sentence = changesSentence({ ...comparisonFixture(), worseTotal, betterTotal });
  expect(plain(sentence)).toContain(part);
});

test.each([
  [0, 0, "Keine Antwort."],
  [1, 1, "1 Antwort, kritische und schwere Fälle zuerst."],
  [100, 250, "Gezeigt werden 100 von 250 Antworten, kritische und schwere Fälle zuerst."],
])("%i of %i changed answers", (shown, total, sentence) => {
  expect(plain(shownChangesSentence(shown, total))).toBe(sentence);
});

test("what became of a suite", () => {
  const pair: SuitePair = {
    suite: "s",
    title: "S",
    before: { version: "1", hash: "x" },
    after: { version: "1", hash: "x" },
    shared: 3,
    unsure: 0,
    changed: 0,
    onlyBefore: 0,
    onlyAfter: 0,
  };
  const other = { version: "2", hash: "y" };
  expect(suiteStateLabel(pair)).toBe("unverändert");
  expect(suiteStateLabel({ ...pair, after: other })).toBe(
    "Fälle gleich, Prompts oder Einstellungen geändert",
  );
  expect(suiteStateLabel({ ...pair, after: other, changed: 1 })).toBe("geändert");
  expect(suiteStateLabel({ ...pair, before: undefined })).toBe("nur im späteren Lauf");
  expect(suiteStateLabel({ ...pair, after: undefined })).toBe("nur im früheren Lauf");
});
