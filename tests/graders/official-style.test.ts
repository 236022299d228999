import { describe, expect, test } from "vitest";
import { officialStyle } from "../../graders/official-style.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const official =
  "Zur Vermeidung von Unterbrechungen der Zahlung ist der Antrag, der vollumfänglich auszufüllen ist, rechtzeitig zu stellen, wobei darauf hingewiesen wird, dass eine Bewilligung nicht ausgeschlossen wäre.";
const plain = [
  "Wir prüfen Ihren Antrag. Sie bekommen bald Post. Bitte bringen Sie Ihren Ausweis mit.",
  "Sie können den Antrag online stellen, wenn Sie ein Konto haben.",
  "Die Öffnungszeiten der Behörde finden Sie im Internet. Die Wohnung der Familie ist groß.",
  "Nicht nur die Stadt hilft. Das ist nicht unter 18 Jahren erlaubt.",
  "Das gilt z. B. für Kinder, Jugendliche usw.",
];

function scored(answer: string, options?: unknown) {
  const { score } = officialStyle.grade({ answer }, { options });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

describe("official-style", () => {
  test.each(plain)("passes: %s", (answer) => {
    expect(scored(answer)).toMatchObject({ value: 1, passed: true, evidence: [] });
  });

  test.each([
    ["nominal-chain", "Die Inanspruchnahme der Leistung ist gut.", "Inanspruchnahme der Leistung"],
    ["nominal-chain", "Die Höhe des Betrags der Miete zählt.", "Höhe des Betrags der Miete"],
    ["passive", "Der Antrag wird geprüft.", "wird geprüft"],
    ["modal-infinitive", "Der Ausweis ist vorzulegen.", "ist vorzulegen"],
    ["filler", "Das ist selbstredend so.", "selbstredend"],
    ["official-word", "Das gilt seitens der Stadt.", "seitens"],
    ["double-negation", "Das ist nicht unerheblich.", "nicht unerheblich"],
    ["double-negation", "Keiner kommt ohne Antrag.", "Keiner kommt ohne"],
    ["subjunctive", "Das wäre gut.", "wäre"],
    ["function-verb", "Diese Regelung kommt zur Anwendung.", "kommt zur Anwendung"],
    ["abbreviation", "Das steht im AufenthG.", "AufenthG"],
  ])("finds %s in: %s", (kind, answer, quote) => {
    const score = scored(answer);
    expect(score.evidence).toMatchObject([{ kind, quote }]);
    expect(score.passed).toBe(false);
    expect(score.reason).toContain(`„${quote}“`);
  });

  test("finds nested clauses", () => {
    const answer =
      "Wir sagen Ihnen, dass der Antrag, den Sie am Montag gestellt haben, ruht, weil die Belege fehlen.";
    expect(scored(answer).evidence).toMatchObject([{ kind: "nested", quote: answer }]);
  });

  test("gives rates per sentence and halves above the band", () => {
    const answer = "Der Antrag wird geprüft. Sie bekommen Post.";
    expect(scored(answer)).toMatchObject({
      value: 1,
      measures: { sentences: 2, findings: 1, findingsPerSentence: 0.5, passivePerSentence: 0.5 },
    });
    expect(scored("Der Antrag wird geprüft.", { maximum: "0" }).value).toBe(0.5);
  });

  test("rates a text of many kinds low and names them", () => {
    const score = scored(official);
    expect(score.value).toBeLessThan(0.1);
    expect(new Set(score.evidence.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
  });

  test.each(["…", "12"])("is unscored without a word: %s", (answer) => {
    expect(officialStyle.grade({ answer }).score.status).toBe("unscored");
  });

  test("is unscored when the answer is to be in another language", () => {
    const graded = { expected: { language: "en" } };
    expect(officialStyle.grade({ answer: "The form.", case: graded }).score.status).toBe(
      "unscored",
    );
  });

  test.each([{ maximum: -1 }, { most: 1 }])("refuses the options %j", (options) => {
    expect(officialStyle.options.safeParse(options).success).toBe(false);
  });

  test("keeps the laws", () => {
    assertGraderLaws(officialStyle, { answers: [official, ...plain] });
  });

  test("golden", () => {
    assertGolden(officialStyle, new URL("../golden/graders/official-style.json", import.meta.url));
  });
});
