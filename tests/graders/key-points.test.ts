import { describe, expect, test } from "vitest";
import { keyPoints } from "../../graders/key-points.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const points = [
  "Der Rat erhöht die Hundesteuer auf 120 Euro im Jahr",
  "Die Erhöhung gilt ab dem 1. Januar 2027",
  "Blindenhunde bleiben steuerfrei",
  "Die Anmeldung muss innerhalb von zwei Wochen erfolgen",
];

/** Point, summary. */
const carried: readonly (readonly [string, string])[] = [
  [points[0] ?? "", "Die Hundesteuer steigt: Der Rat hat sie auf 120 € jährlich erhöht."],
  [points[0] ?? "", "Die jährliche Hundesteuer wird vom Rat auf 120 Euro erhöht."],
  [points[1] ?? "", "Ab 01.01.2027 gilt die Erhöhung."],
  [points[2] ?? "", "Für Blindenhunde bleibt es steuerfrei."],
  [points[3] ?? "", "Hunde sind binnen 14 Tagen anzumelden; die Anmeldung erfolgt online."],
  ["Hundesteuer 120 Euro / Steuer für Hunde 120 Euro", "Die Hundesteuer beträgt 120 Euro."],
  ["Der Ausschuss lehnt den Antrag nicht ab", "Der Ausschuss lehnt den Antrag nicht ab."],
];

const missing: readonly (readonly [string, string])[] = [
  [points[0] ?? "", "Der Rat tagte am Dienstag."],
  [points[1] ?? "", "Die Erhöhung kommt bald."],
  [points[2] ?? "", "Hunde kosten Steuern."],
  ["Hundesteuer 120 Euro", "120 Euro kostet der Ausweis."],
];

const contradicted: readonly (readonly [string, string])[] = [
  [points[0] ?? "", "Der Rat erhöht die Hundesteuer auf 150 Euro im Jahr."],
  [points[2] ?? "", "Blindenhunde bleiben nicht steuerfrei."],
  ["Der Antrag wird bewilligt", "Der Antrag wird nicht bewilligt."],
];

describe("key-points", () => {
  test.each(carried)("„%s“ is carried by „%s“", (point, answer) => {
    expect(scored(answer, [point]).measures).toMatchObject({ carried: 1 });
  });

  test.each(missing)("„%s“ is missing in „%s“", (point, answer) => {
    expect(scored(answer, [point]).measures).toMatchObject({ carried: 0, contradicted: 0 });
  });

  test.each(contradicted)("„%s“ is contradicted by „%s“", (point, answer) => {
    expect(scored(answer, [point]).measures).toMatchObject({ carried: 0, contradicted: 1 });
  });

  test("the value is the share carried less the share contradicted", () => {
    const answer = `${points[1]}. ${points[3]}. Der Rat erhöht die Hundesteuer auf 150 Euro im Jahr.`;
    const score = scored(answer, points);
    expect(score.value).toBe(0.25);
    expect(score.passed).toBe(false);
    expect(score.reason).toBe(
      `2 von 4 Kernpunkten enthalten. Es fehlt: „${points[2]}“. Widerspricht: „${points[0]}“.`,
    );
  });

  test("four of five points pass", () => {
    const score = scored(`${points.join(". ")}.`, [...points, "Der Zuschuss entfällt"]);
    expect(score).toMatchObject({ value: 0.8, passed: true });
  });

  test("the order is shown, and counts when asked for", () => {
    const reversed = `${points.toReversed().join(". ")}.`;
    const shown = scored(reversed, points);
    expect(shown).toMatchObject({ value: 1, measures: { inOrder: 0.25 } });
    expect(shown.reason).toContain("Reihenfolge");
    expect(scored(reversed, points, { order: "judge" }).value).toBe((4 - 1.5) / 4);
    expect(scored(`${points.join(". ")}.`, points, { order: "judge" }).value).toBe(1);
  });

  test("in other languages values and literal words count", () => {
    const { score } = keyPoints.grade({
      answer: "The dog tax rises to 120 euros.",
      case: { expected: { keyPoints: [points[0] ?? "", "dog tax"], language: "en" } },
    });
    expect(score).toMatchObject({ value: 1 });
    expect(score.reason).toContain("anderer Sprache");
  });

  test("is unscored without key points", () => {
    expect(keyPoints.grade({ answer: "120 Euro" }).score.status).toBe("unscored");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    const answers = [...carried, ...missing, ...contradicted].map(([, answer]) => answer);
    assertGraderLaws(keyPoints, { case: { expected: { keyPoints: points } }, answers });
  });

  test("golden", () => {
    assertGolden(keyPoints, new URL("../golden/graders/key-points.json", import.meta.url));
  });
});

function scored(answer: string, wanted: readonly string[], options: object = {}) {
  const { score } = keyPoints.grade(
    { answer, case: { expected: { keyPoints: [...wanted] } } },
    { options },
  );
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}
