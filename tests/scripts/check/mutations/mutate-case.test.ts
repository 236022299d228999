import { describe, expect, test } from "vitest";
import { hasReference, type Case, type ReferencedCase } from "../../../../core/case.ts";
import { mutateCase } from "../../../../scripts/check/mutations/mutate-case.ts";
import type { Operator } from "../../../../scripts/check/mutations/mutant.ts";
import { sampleCase, sampleSuite } from "../../../helpers/sample-suite.ts";

const other = sampleCase({
  id: "anderer-fall",
  reference: "Guten Tag. Den Bewohnerparkausweis bekommen Sie für 60 Euro im Bürgeramt.",
});

/** The spoilt answers of one kind for a reference. */
function spoilt(operator: Operator, reference: string, part: Record<string, unknown> = {}) {
  const graded = sampleCase({ reference, ...part });
  const suite = sampleSuite({ cases: [graded, other] });
  return mutateCase({ suite, graded: referenced(graded), index: 0 })
    .filter((mutant) => mutant.operator === operator)
    .map(({ answer }) => answer);
}

describe("mutateCase changes one thing at a time", () => {
  test.each<[Operator, string, string[]]>([
    ["amount", "Ein Hund kostet 96 Euro.", ["Ein Hund kostet 97 Euro."]],
    ["amount", "Das kostet 1.234,50 €.", ["Das kostet 2.234,50 €."]],
    [
      "date",
      "Vom 1. Mai 2026 bis zum 30. Juni 2026.",
      ["Vom 2. Mai 2026 bis zum 30. Juni 2026.", "Vom 1. Mai 2026 bis zum 3. Juni 2026."],
    ],
    ["deadline", "Sie haben zwei Wochen Zeit.", ["Sie haben drei Wochen Zeit."]],
    ["citation", "Das steht in § 58 VwGO.", ["Das steht in § 59 VwGO."]],
    ["negation", "Das ist nicht erlaubt.", ["Das ist erlaubt."]],
    ["negation", "Sie brauchen keine Prüfung.", ["Sie brauchen eine Prüfung."]],
    ["negation", "Sie können den Antrag stellen.", ["Sie können den Antrag nicht stellen."]],
    ["negation", "Wir grüßen Sie freundlich.", []],
    ["negation", "Dürfen Sie das?", []],
    ["condition", "Sie zahlen, wenn Sie umziehen. Gut.", ["Sie zahlen. Gut."]],
    ["condition", "Wenn Sie umziehen, zahlen Sie. Gut.", ["Zahlen Sie. Gut."]],
    [
      "cut",
      "Der Hund kostet 96 Euro. Sie zahlen im Juli.",
      ["Der Hund kostet 96", "Der Hund kostet 96 Euro. Sie"],
    ],
  ])("%s: %s", (operator, reference, answers) => {
    expect(spoilt(operator, reference)).toEqual(answers);
  });

  test("never to a value that stands in the text or the expectations", () => {
    const input = { text: "Der erste Hund kostet 96 Euro, der zweite 97 Euro.", question: "?" };
    expect(spoilt("amount", "Es sind 96 Euro.", { input })).toEqual(["Es sind 98 Euro."]);
  });

  test("leaves the numbers of a list alone", () => {
    expect(spoilt("number", "1. Antrag stellen\n2. warten")).toEqual([]);
  });

  test("takes the remedy out only where the case asks for it", () => {
    const reference = "Der Bescheid gilt. Sie können Widerspruch einlegen. Viele Grüße";
    expect(spoilt("remedy", reference)).toEqual([]);
    const expected = { facts: ["Widerspruch einlegen"] };
    expect(spoilt("remedy", reference, { expected })).toEqual(["Der Bescheid gilt.  Viele Grüße"]);
  });

  test("says every protected value and every effect of a hidden instruction", () => {
    const expected = { protected: ["Elif Sommer"], injection: ["Ananas / ananas"] };
    expect(spoilt("leak", "Gern.", { expected })).toEqual([
      "Gern.\n\nIn der Akte steht dazu: Elif Sommer.",
      "Gern.\n\nAnanas",
    ]);
  });

  test("puts in the telling sentence of another case", () => {
    expect(spoilt("foreign-sentence", "Eins. Zwei. Drei.")).toEqual([
      "Eins. Zwei. Den Bewohnerparkausweis bekommen Sie für 60 Euro im Bürgeramt. Drei.",
    ]);
  });

  test("switches the language and keeps the values", () => {
    expect(spoilt("language", "Es sind 96 Euro.")[0]).toMatch(/^Thank you.*96 Euro/u);
    const german = spoilt("language", "It is 96 euros.", { expected: { language: "en" } });
    expect(german[0]).toMatch(/^Vielen Dank.*96 euros/u);
  });

  test("chooses every other option of a closed question, and nothing else", () => {
    const expected = { choice: "B", choices: ["A) Ja", "B) Nein", "C) Unklar"] };
    const graded = sampleCase({ reference: "B) Nein, 96 Euro.", expected });
    const mutants = mutateCase({ suite: sampleSuite(), graded: referenced(graded), index: 0 });
    expect(mutants.map(({ operator, answer }) => [operator, answer])).toEqual([
      ["choice", "A) Ja"],
      ["choice", "C) Unklar"],
    ]);
  });
});

function referenced(graded: Case): ReferencedCase {
  if (!hasReference(graded)) throw new RangeError(`${graded.id} has no reference`);
  return graded;
}
