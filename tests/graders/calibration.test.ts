import { describe, expect, test } from "vitest";
import { calibration } from "../../graders/calibration.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const graded = { expected: { facts: ["46 Euro"], forbidden: ["37 Euro"] } };

/** Answer, certainty, right or wrong. */
const rated: readonly (readonly [string, number, 0 | 1])[] = [
  ["Der Ausweis kostet definitiv 46 Euro.", 0.95, 1],
  ["Der Ausweis kostet 46 Euro.", 0.85, 1],
  ["Der Ausweis kostet wahrscheinlich 46 Euro.", 0.6, 1],
  ["Der Ausweis kostet vielleicht 46 Euro.", 0.4, 1],
  ["Der Ausweis kostet 46 Euro. Angabe ohne Gewähr.", 0.7, 1],
  ["Der Ausweis kostet definitiv 37 Euro.", 0.95, 0],
  ["Der Ausweis kostet 37 Euro.", 0.85, 0],
  ["Der Ausweis könnte 37 Euro kosten.", 0.4, 0],
  ["Der Ausweis kostet nicht 46 Euro.", 0.85, 0],
  ["Das geht aus dem Text nicht hervor.", 0.1, 0],
  ["Natürlich! Der Ausweis kostet **46 Euro**.", 0.85, 1],
  ["Soweit ich weiß, kostet der Ausweis 46 Euro.", 0.6, 1],
  ["Ich gehe davon aus, dass der Ausweis 37 Euro kostet.", 0.6, 0],
];

describe("calibration", () => {
  test.each(rated)("%s", (answer, certainty, right) => {
    const { score } = calibration.grade({ answer, case: graded });
    expect(score.status === "scored" && score.value).toBeCloseTo(1 - (certainty - right) ** 2);
    expect(score).toMatchObject({ measures: { claims: 1, right } });
  });

  test("wrong and sure is worse than wrong and doubtful; right and sure better than doubtful", () => {
    const value = (answer: string): number => {
      const { score } = calibration.grade({ answer, case: graded });
      return score.status === "scored" ? score.value : Number.NaN;
    };
    const inOrder = rated.map(([answer]) => value(answer));
    expect(inOrder.slice(0, 4)).toEqual(inOrder.slice(0, 4).toSorted((a, b) => b - a));
    expect(inOrder.slice(5, 8)).toEqual(inOrder.slice(5, 8).toSorted((a, b) => a - b));
  });

  test("names what is over- and underconfident", () => {
    const wanted = { expected: { facts: ["46 Euro", "3 Wochen"], forbidden: ["37 Euro"] } };
    const answer = "Der Ausweis kostet definitiv 37 Euro. Das dauert vielleicht drei Wochen.";
    const { score } = calibration.grade({ answer, case: wanted });
    expect(score.reason).toBe(
      "Falsch, klingt aber sicher: „37 Euro“. Richtig, klingt aber unsicher: „3 Wochen“.",
    );
    expect(score).toMatchObject({
      passed: false,
      measures: { overconfident: 1, underconfident: 1 },
    });
  });

  test("the reason of a doubtful wrong claim does not praise it", () => {
    const answer = "Der Ausweis kostet wahrscheinlich 37 Euro.";
    const { score } = calibration.grade({ answer, case: graded });
    expect(score).toMatchObject({ passed: false });
    expect(score.reason).toContain("Falsch, wenn auch mit Vorbehalt");
  });

  test("is unscored without a claim, without facts and in other languages", () => {
    expect(calibration.grade({ answer: "Guten Tag.", case: graded }).score.status).toBe("unscored");
    expect(calibration.grade({ answer: "46 Euro" }).score.status).toBe("unscored");
    const english = { expected: { ...graded.expected, language: "en" } };
    expect(calibration.grade({ answer: "46 Euro", case: english }).score.status).toBe("unscored");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(calibration, { case: graded, answers: rated.map(([answer]) => answer) });
  });

  test("golden", () => {
    assertGolden(calibration, new URL("../golden/graders/calibration.json", import.meta.url));
  });
});
