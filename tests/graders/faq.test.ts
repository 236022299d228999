import { describe, expect, test } from "vitest";
import { faq } from "../../graders/faq.ts";
import written from "./faq-answers.json" with { type: "json" };
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const text =
  "Der Personalausweis kostet 46 Euro. Der Antrag ist persönlich im Bürgerbüro zu stellen. Mitzubringen ist ein Lichtbild. Die Herstellung dauert drei Wochen.";
const keyPoints = [
  "Personalausweis kostet 46 Euro",
  "Antrag persönlich im Bürgerbüro stellen",
  "Herstellung dauert drei Wochen",
];
const graded = { input: { text }, expected: { keyPoints } };

const good = `**Was kostet der Personalausweis?**
Der Personalausweis kostet 46 Euro.

**Wo stelle ich den Antrag?**
Den Antrag stellen Sie persönlich im Bürgerbüro. Bringen Sie ein Lichtbild mit.

**Wie lange dauert die Herstellung?**
Die Herstellung dauert drei Wochen.`;

const numbered = `1. Frage: Was kostet der Personalausweis?
Antwort: Der Personalausweis kostet 46 €.
2. Frage: Wo muss ich den Antrag stellen?
Antwort: Persönlich im Bürgerbüro ist der Antrag zu stellen.
3. Frage: Wann ist er fertig?
Antwort: Die Herstellung dauert 3 Wochen.`;

describe("faq", () => {
  test.each([good, numbered])("a good list: %s", (answer) => {
    const { score } = faq.grade({ answer, case: graded });
    expect(score).toMatchObject({
      value: 1,
      measures: { questions: 3, points: 3, carried: 3, supported: 3, doubles: 0, unanswered: 0 },
    });
    expect(score.reason).toBe("Fragen: 3. Alle Kernpunkte beantwortet, belegt, ohne Doppel.");
  });

  test("the label of a short answer is no word of it", () => {
    const answer = `Frage: Was kostet der Personalausweis?\nAntwort: Er kostet 46 Euro.\nFrage: Was bringe ich mit?\nAntwort: Ein Lichtbild.`;
    expect(scored(answer).measures).toMatchObject({ questions: 2, supported: 2 });
  });

  test("quotes only the beginning of an endless question", () => {
    const score = scored(`Warum ${"Fahrradständer ".repeat(5000)}?\nHunde warten draußen.`);
    expect(score.measures).toMatchObject({ questions: 1, supported: 0 });
    expect(score.reason.length).toBeLessThan(400);
  });

  test.each(written)("as models write: %s", (answer) => {
    const source =
      "Wer in Musterfurt eine zweite Wohnung hat, zahlt 12 Prozent der Jahresnettokaltmiete. Die Anmeldung ist innerhalb eines Monats beim Steueramt abzugeben. Befreit sind Zimmer in Pflegeheimen. Die Steuer ist zum 1. Juli fällig. Telefon 06789 1234.";
    const points = [
      "12 Prozent Jahresnettokaltmiete",
      "innerhalb eines Monats anmelden / Anmeldung ein Monat",
      "Pflegeheim befreit / Pflegeheim keine Steuer",
      "1. Juli fällig / 1. Juli zahlen",
    ];
    const input = { text: source };
    const { score } = faq.grade({ answer, case: { input, expected: { keyPoints: points } } });
    expect(score).toMatchObject({ value: 1, measures: { questions: 4, supported: 4 } });
  });

  test("a point that no answer carries", () => {
    const answer = good.slice(0, good.indexOf("**Wie lange"));
    const score = scored(answer);
    expect(score.value).toBeCloseTo((2 / 3 + 1 + 1) / 3);
    expect(score.reason).toContain(`Nicht beantwortet: „${keyPoints[2]}“.`);
  });

  test("a value that the source does not give, and words from elsewhere", () => {
    const score = scored(
      `${good}\n\n**Was kostet der Reisepass?**\nEr kostet 70 Euro.\n\nDarf mein Hund mit?\nHunde warten draußen am Fahrradständer.`,
    );
    expect(score.measures).toMatchObject({ questions: 5, supported: 3 });
    expect(score.evidence.map(({ kind, quote }) => [kind, quote.replaceAll("*", "")])).toEqual([
      ["unsupported", "Was kostet der Reisepass?"],
      ["unsupported", "Darf mein Hund mit?"],
    ]);
  });

  test("a question asked twice", () => {
    const score = scored(`${good}\n\nWas kostet denn der Personalausweis?\nEr kostet 46 Euro.`);
    expect(score.measures).toMatchObject({ doubles: 1 });
    expect(score.reason).toContain("Doppelt gefragt: „Was kostet denn der Personalausweis?“.");
  });

  test("Wo and Wann are different questions", () => {
    const score = scored(
      `${good}\n\nWann stelle ich den Antrag?\nDen Antrag stellen Sie persönlich.`,
    );
    expect(score.measures).toMatchObject({ doubles: 0 });
  });

  test("a question without an answer", () => {
    const score = scored(`${good}\n\nWas muss ich mitbringen?`);
    expect(score.measures).toMatchObject({ unanswered: 1, supported: 3 });
  });

  test("no questions: 0", () => {
    expect(scored(text)).toMatchObject({ value: 0, reason: "Keine Fragen gefunden." });
  });

  test("without a source support is not measured", () => {
    const { score } = faq.grade({ answer: good, case: { expected: { keyPoints } } });
    expect(score).toMatchObject({ value: 1 });
    expect(score.status === "scored" && Object.keys(score.measures)).not.toContain("supported");
  });

  test("is unscored without key points and in other languages", () => {
    expect(faq.grade({ answer: good, case: { input: { text } } }).score.status).toBe("unscored");
    const english = { expected: { keyPoints, language: "en" } };
    expect(faq.grade({ answer: good, case: english }).score.status).toBe("unscored");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(faq, {
      case: graded,
      answers: [good, numbered, "Was kostet das?", "Wo? Wann?"],
    });
  });

  test("golden", () => {
    assertGolden(faq, new URL("../golden/graders/faq.json", import.meta.url));
  });
});

function scored(answer: string) {
  const { score } = faq.grade({ answer, case: graded });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}
