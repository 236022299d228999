import { describe, expect, test } from "vitest";
import { citations } from "../../graders/citations.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const list = [
  "§ 58 Abs. 1 VwGO",
  "§ 70 VwGO",
  "§ 36 Satz 1 SGB X",
  "Art. 6 Abs. 1 Buchst. e DSGVO",
];
const text =
  "Nach § 58 Abs. 1 VwGO beginnt die Frist nur zu laufen, wenn der Beteiligte über den Rechtsbehelf schriftlich belehrt worden ist.";
const graded = { input: { text }, expected: { citations: list } };

const right = [
  "VwGO, § 58 Abs. 1",
  "Verwaltungsgerichtsordnung (VwGO): § 70",
  "Das steht in § 58 Abs. 1 VwGO.",
  "Das steht in Paragraf 58 Absatz 1 der Verwaltungsgerichtsordnung.",
  "Das steht in § 58 VwGO.",
  "Siehe § 70 Abs. 1 Satz 1 VwGO.",
  "Siehe §§ 58, 70 VwGO.",
  "Siehe § 36 SGB X und Art. 6 Abs. 1 lit. e DS-GVO.",
  "Nach § 70 VwGO gilt ein Monat. § 58 regelt die Belehrung.",
  "§ 58 Abs. 1 VwGO: „beginnt die Frist nur zu laufen, wenn der Beteiligte […] belehrt worden ist“.",
  "§ 58 Abs. 1 VwGO sagt: „Die Frist beginnt“.",
  "Das Amt hilft gern.",
  "Rechtsgrundlage ist **§ 58 Absatz 1 VwGO** (Verwaltungsgerichtsordnung).",
  "Siehe § 58 Abs. 1 der Verwaltungsgerichtsordnung (VwGO).",
  "- § 58 Abs. 1 VwGO\n- § 70 VwGO\n- § 36 Satz 1 SGB X",
  "[§ 70 VwGO](https://gesetz.example/vwgo/70) und (vgl. § 58 I VwGO)",
];

/** Answer, what is wrong, class. */
const wrong: readonly (readonly [string, string, string])[] = [
  ["Das steht in § 99 VwGO.", "§ 99 VwGO", "invented"],
  ["Das steht in § 58 Abs. 2 VwGO.", "§ 58 Abs. 2 VwGO", "invented"],
  ["Das steht in § 58 VwVfG.", "§ 58 VwVfG", "invented"],
  ["Das steht in § 36 Satz 2 SGB X.", "§ 36 Satz 2 SGB X", "invented"],
  ["Das steht in Art. 6 Abs. 1 Buchst. f DSGVO.", "Art. 6 Abs. 1 Buchst. f DSGVO", "invented"],
  ["Das steht in § 58 Abs. 1.", "§ 58 Abs. 1", "wrong"],
  ["Das steht in § VwGO.", "§", "invented"],
  [
    "§ 58 Abs. 1 VwGO: „Die Frist beginnt immer sofort zu laufen.“",
    "„Die Frist beginnt immer sofort zu laufen.“",
    "invented",
  ],
];

describe("citations", () => {
  test.each(right)("right: %s", (answer) => {
    expect(citations.grade({ answer, case: graded }).score).toMatchObject({ value: 1 });
  });

  test.each(wrong)("wrong: %s", (answer, quote, failureClass) => {
    const result = citations.grade({ answer, case: graded });
    expect(result.score).toMatchObject({ passed: false });
    expect(
      result.score.status === "scored" && result.score.evidence.map((one) => one.quote),
    ).toEqual([quote]);
    expect(result.failureClass).toBe(failureClass);
  });

  test("the value is the share that is right", () => {
    const answer = "Siehe § 58 Abs. 1 VwGO, § 70 VwGO, § 12 VwGO und § 13 VwGO.";
    const { score } = citations.grade({ answer, case: graded });
    expect(score).toMatchObject({ value: 0.5, measures: { citations: 4, notListed: 2 } });
    expect(score.reason).toBe("Nicht in der Liste der Fundstellen: „§ 12 VwGO“, „§ 13 VwGO“.");
  });

  test("a minimum asks for references", () => {
    const settings = { options: { minimum: 2 } };
    const grade = (answer: string) => citations.grade({ answer, case: graded }, settings).score;
    expect(grade("Das Amt hilft gern.")).toMatchObject({ value: 0 });
    expect(grade("Siehe § 70 VwGO.")).toMatchObject({ value: 0.5 });
    expect(grade("Siehe § 70 VwGO und § 36 SGB X.")).toMatchObject({ value: 1 });
  });

  test("wording is not judged without a source or without a reference beside it", () => {
    const quote = "„Die Frist beginnt immer sofort zu laufen.“";
    const bare = { expected: { citations: list } };
    expect(citations.grade({ answer: `§ 70 VwGO: ${quote}`, case: bare }).score).toMatchObject({
      value: 1,
    });
    expect(citations.grade({ answer: quote, case: graded }).score).toMatchObject({ value: 1 });
  });

  test("is unscored without a list", () => {
    expect(citations.grade({ answer: "§ 70 VwGO" }).score.status).toBe("unscored");
  });

  test("a paragraph sign without a number has a reason of its own", () => {
    const { score } = citations.grade({ answer: "Das steht im §.", case: graded });
    expect(score.reason).toBe("Paragrafenzeichen ohne Nummer: „§“.");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(citations, {
      case: graded,
      answers: [...right, ...wrong.map(([answer]) => answer)],
    });
  });

  test("golden", () => {
    assertGolden(citations, new URL("../golden/graders/citations.json", import.meta.url));
  });
});
