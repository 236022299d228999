import { describe, expect, test } from "vitest";
import { partlyMeasuredText } from "../../../reports/sentences/run-sentences.ts";
import { printedFailuresSentence } from "../../../reports/sentences/failure-sentences.ts";
import { exampleSentence } from "../../../reports/sentences/example-sentences.ts";
import {
  casesNeededText,
  intervalCheckSentence,
  powerSentence,
  smallestText,
} from "../../../reports/sentences/power-sentences.ts";
import {
  permissionText,
  protectionSentence,
} from "../../../reports/sentences/protection-sentences.ts";

function plain(sentence: string): string {
  return sentence.replaceAll("\u00a0", " ");
}

describe("protection", () => {
  test.each([
    [[], 0, "Welche Datenklassen die Fälle haben, weiß der Lauf nicht. Kein Fall wurde"],
    [
      [{ name: "erfundene Daten", cases: 1 }],
      0,
      "stehen erfundene Daten in 1 Fall. Kein Fall wurde deshalb zurückgehalten.",
    ],
    [
      [
        { name: "erfundene Daten", cases: 9 },
        { name: "interne Daten", cases: 2 },
      ],
      1,
      "stehen erfundene Daten in 9 Fällen und interne Daten in 2 Fällen. Was deshalb nicht geprüft ist",
    ],
  ])("%j, %i", (classes, withheld, expected) => {
    expect(plain(protectionSentence(classes, withheld))).toContain(expected);
  });

  test("what nobody entered is said, with what it means", () => {
    expect(permissionText(true)).toContain("verlässt diesen Rechner nicht");
    expect(permissionText(false)).toContain("nur erfundene und öffentliche");
  });
});

describe("what the run could have seen", () => {
  test.each([
    [0, 0, "Verglichen wurde nichts"],
    [1, 0, "bräuchte."],
    [1, 1, "In 1 von 1 Vergleich hätten so wenige Fälle"],
    [7, 2, "In 2 von 7 Vergleichen hätten so wenige Fälle"],
  ])("%i rows, %i blind", (rows, blind, expected) => {
    const sentence = plain(powerSentence({ rows, blind }));
    expect(sentence).toContain(expected);
  });

  test("cells", () => {
    expect(smallestText(0.124)).toBe("12");
    expect(smallestText(undefined)).toBe("keiner");
    expect(casesNeededText(1180)).toBe("1.180");
    expect(casesNeededText(undefined)).toBe("entfällt");
  });

  test.each([
    [0, 0, "gibt es kein Intervall"],
    [1, 0, "1 Intervall wurde auf einem zweiten Weg gerechnet"],
    [2, 0, "2 Intervalle wurden auf einem zweiten Weg gerechnet"],
    [2, 1, "1 weicht um mehr als"],
    [9, 2, "2 weichen um mehr als"],
  ])("interval check: %i rows, %i deviating", (rows, deviating, expected) => {
    const ratios = rows === 0 ? {} : { smallestRatio: 0.914, largestRatio: 1.3 };
    const sentence = intervalCheckSentence({ rows, deviating, method: "x", ...ratios });
    expect(plain(sentence)).toContain(expected);
  });
});

test.each([
  [0, 3, "nicht gemessen"],
  [1, 3, "kein Mittel, nur 1 von 3 Aufgaben"],
  [4, 6, "kein Mittel, nur 4 von 6 Aufgaben"],
])("a mean over %i of %i tasks", (tasks, all, expected) => {
  expect(plain(partlyMeasuredText(tasks, all))).toBe(expected);
});

test("what of the catalogue is printed", () => {
  expect(printedFailuresSentence(5, "report.html")).toContain("die 5 folgenreichsten Antworten");
  expect(printedFailuresSentence(1, "report.html")).toContain("wird je Aufgabe die eine");
});

test("what the examples of a task have in common", () => {
  const states = ["same-case", "other-case", "only-bad", "only-good"] as const;
  expect(new Set(states.map(exampleSentence)).size).toBe(4);
});
