import { describe, expect, test } from "vitest";
import type { GradedCase } from "../../core/case.ts";
import { redaction } from "../../graders/redaction.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const source =
  "Sehr geehrte Frau Aydin,\n\nIhr Antrag vom 3. März 2026 liegt uns vor. Die Erstattung geht auf das Konto DE89 3704 0044 0532 0130 00. Elif Aydin wohnt im Lindenweg 7 in Musterfurt. Gegen diesen Bescheid ist der Widerspruch zulässig.";
const graded: GradedCase = {
  input: { text: source },
  expected: { entities: ["Elif Aydin", "DE89 3704 0044 0532 0130 00", "Lindenweg 7"] },
};
const good =
  "Sehr geehrte Frau ███,\n\nIhr Antrag vom 3. März 2026 liegt uns vor. Die Erstattung geht auf das Konto ██████. ███ wohnt im ███ in Musterfurt. Gegen diesen Bescheid ist der Widerspruch zulässig.";

function grade(answer: string, wanted = graded) {
  const result = redaction.grade({ answer, case: wanted });
  if (result.score.status !== "scored") throw new Error(result.score.reason);
  return { ...result.score, failureClass: result.failureClass };
}

describe("redaction", () => {
  test("half of a name in other letters is left", () => {
    const wanted = {
      input: { text: "Zeugin: Irène Dubois." },
      expected: { entities: ["Irène Dubois"] },
    };
    expect(grade("Zeugin: Irene ███.", wanted)).toMatchObject({ value: 0, failureClass: "leak" });
  });

  test("a name in other letters is left, not blacked out", () => {
    const text = "Frau Şahin bat am 4. Mai um Stundung.";
    const wanted = { input: { text }, expected: { entities: ["Şahin"] } };
    const judged = grade("Frau Sahin bat am 4. Mai um Stundung.", wanted);
    expect(judged).toMatchObject({ value: 0, failureClass: "leak" });
  });

  test.each([
    "███",
    "[geschwärzt]",
    "[NAME_1]",
    "[SCHWÄRZUNG: Name]",
    "XXX",
    "***",
    "_____",
    "■■■ ■■■",
    "[…]",
    "<geschwärzt>",
    "(geschwärzt)",
    "",
  ])("a black-out may look like %s", (bar) => {
    const judged = grade(good.replaceAll(/█+/gu, bar));
    expect(judged).toMatchObject({ value: 1, passed: true });
    expect(judged.measures).toMatchObject({ recall: 1, precision: 1, tooMuch: 0, added: 0 });
  });

  test("an introduction is added, and nothing else changes", () => {
    const judged = grade(`Hier ist der geschwärzte Text:\n\n${good}`);
    expect(judged).toMatchObject({ value: 1, measures: { added: 5 } });
  });

  test("titles, units and legal forms beside an entity may go or stay, alone they tell nothing", () => {
    const text =
      "Herr Dr. Jonas Berg, geboren am 3. Mai 1981, bot für die Berg Bau GmbH 38 Prozent von 5.000 Euro.";
    const wanted: GradedCase = {
      input: { text },
      expected: { entities: ["Jonas Berg", "3. Mai 1981", "Berg Bau", "38 Prozent", "5.000"] },
    };
    const kept = "Herr Dr. ███, geboren am ███, bot für die ███ GmbH ███ Prozent von ███ Euro.";
    expect(grade(kept, wanted)).toMatchObject({ value: 1, measures: { tooMuch: 0 } });
    const wide = "███, ███, bot für ███ ███ von ███.";
    expect(grade(wide, wanted)).toMatchObject({ value: 1, measures: { tooMuch: 0 } });
    expect(grade(kept.replace("███ Prozent", "38 Prozent"), wanted)).toMatchObject({ value: 0 });
  });

  test.each([
    [good.replace("3. März", "4. März"), "4"],
    [good.replace("ist der Widerspruch zulässig", "ist der Widerspruch nicht zulässig"), "nicht"],
  ])("what is put in falsifies: %s", (answer, word) => {
    const judged = grade(answer);
    expect(judged).toMatchObject({ passed: false, failureClass: "wrong" });
    expect(judged.reason).toContain(`Eingefügt oder verändert: „${word}“.`);
  });

  test("a denial that is gone falsifies, what stands for an entity does not", () => {
    const text = "Frau Aydin ist nicht zahlungspflichtig.";
    const wanted: GradedCase = { input: { text }, expected: { entities: ["Aydin"] } };
    expect(grade("Frau ███ ist zahlungspflichtig.", wanted)).toMatchObject({ passed: false });
    expect(grade("Person 1 ist nicht zahlungspflichtig.", wanted)).toMatchObject({ value: 1 });
  });

  test.each([
    [good.replace("██████", "DE89 3704 0044 0532 0130 00"), "DE89 3704 0044 0532 0130 00"],
    [good.replace("██████", "DE89370400440532013000"), "DE89 3704 0044 0532 0130 00"],
    [good.replace("██████", "DE89 3704 ████"), "DE89 3704 0044 0532 0130 00"],
    [good.replace("Frau ███", "Frau Aydin"), "Elif Aydin"],
    [good.replace("███ wohnt", "Elif ███ wohnt"), "Elif Aydin"],
    [good.replace("im ███ in", "im ███ 7 in"), "Lindenweg 7"],
    [`${good}\n\nGeschwärzt wurden: Aydin`, "Elif Aydin"],
  ])("something is left: %s", (answer, label) => {
    const judged = grade(answer);
    expect(judged).toMatchObject({ value: 0, passed: false, failureClass: "leak" });
    expect(judged.measures["recall"]).toBeCloseTo(2 / 3);
    expect(judged.reason).toContain(`Noch zu lesen: „${label}“.`);
    expect(judged.evidence.map(({ kind }) => kind)).toContain("left");
  });

  test("too much is gone", () => {
    const judged = grade(
      good.replace("3. März 2026", "███").replace("Gegen diesen Bescheid", "[geschwärzt]"),
    );
    expect(judged.measures).toMatchObject({ recall: 1, tooMuch: 6 });
    expect(judged.measures["precision"]).toBeCloseTo(11 / 17);
    expect(judged).toMatchObject({ passed: false, failureClass: "wrong" });
    expect(judged.reason).toContain("Ohne Not entfernt: „3“, „März“, „2026“, „Gegen“");
    expect(judged.evidence).toMatchObject([
      { kind: "too-much", quote: "███" },
      { kind: "too-much", quote: "[geschwärzt]" },
    ]);
  });

  test("an answer that is not the text removed everything", () => {
    const judged = grade("Ich habe die personenbezogenen Daten entfernt.");
    expect(judged.passed).toBe(false);
    expect(judged.measures["precision"]).toBeLessThan(0.4);
  });

  test("the unchanged text removed nothing", () => {
    expect(grade(source)).toMatchObject({ value: 0, measures: { recall: 0, removed: 0 } });
  });

  test("an entity that is not in the text cannot be judged", () => {
    const wrong = { ...graded, expected: { entities: ["Max Beispiel"] } };
    expect(redaction.grade({ answer: good, case: wrong }).score.status).toBe("unscored");
  });

  test("long texts are compared too", () => {
    const long = (text: string): string =>
      Array.from({ length: 60 }, (_unused, number) => `Absatz ${number}: ${text}`).join("\n\n");
    const judged = grade(long(good), { ...graded, input: { text: long(source) } });
    expect(judged).toMatchObject({ value: 1, measures: { tooMuch: 0, added: 0 } });
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(redaction, { case: graded, answers: [good, source] });
  });

  test("golden", () => {
    assertGolden(redaction, new URL("../golden/graders/redaction.json", import.meta.url));
  });
});
