import { describe, expect, test } from "vitest";
import { readability } from "../../graders/readability.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const easy = "Der Antrag kostet 37 Euro. Sie zahlen im Amt. Das geht nur mit Karte.";
const hard =
  "Die Inanspruchnahme der antragsgemäß bewilligten Eingliederungshilfeleistungen setzt die unverzügliche Mitteilung entscheidungserheblicher Veränderungen der wirtschaftlichen Verhältnisse voraus.";

function scored(answer: string, options?: unknown) {
  const { score } = readability.grade({ answer }, { options });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

describe("readability", () => {
  test.each([easy, "Ja.", "12", "Kommen Sie bitte. Bringen Sie den Ausweis mit."])(
    "passes %s",
    (answer) => {
      expect(scored(answer)).toMatchObject({ passed: true, value: 1, evidence: [] });
    },
  );

  test("fails a hard sentence, quotes it and names band and value", () => {
    const score = scored(hard);
    expect(score.passed).toBe(false);
    expect(score.value).toBeLessThan(0.2);
    expect(score.reason).toMatch(
      /^Wiener Sachtextformel 4: \d+,\d+ \(Band: höchstens 10, verfehlt\)/u,
    );
    expect(score.evidence).toMatchObject([{ start: 0, quote: hard, kind: "long-sentence" }]);
  });

  test("points at the three longest sentences in their order", () => {
    const answer = `${hard} Nein. Das ist so. ${hard} ${hard}`;
    const quotes = scored(answer).evidence.map(({ quote }) => quote);
    expect(quotes).toEqual([hard, hard, hard]);
  });

  test("is unscored for a case that wants another language", () => {
    const answer = "Başvurunuzu dokuz Kasım'a kadar belediyeye teslim edin.";
    const graded = (language?: string) => ({ expected: language ? { language } : {} });
    expect(readability.grade({ answer, case: graded("tr") }).score.status).toBe("unscored");
    expect(readability.grade({ answer, case: graded("de") }).score.status).toBe("scored");
    expect(readability.grade({ answer, case: graded() }).score.status).toBe("scored");
  });

  test.each(["…", "!?", "§ %", "🙂"])("is unscored without a word: %s", (answer) => {
    expect(readability.grade({ answer }).score.status).toBe("unscored");
  });

  test("names its measures as the contract does", () => {
    expect(Object.keys(scored(easy).measures)).toEqual([
      "sentences",
      "words",
      "syllables",
      "polysyllables",
      "longWords",
      "fre",
      "wstf1",
      "wstf4",
      "lix",
      "gsmog",
      "indicative",
    ]);
  });

  test("is indicative under 100 words", () => {
    const words = (count: number): string => "Das Amt hilft. ".repeat(count / 3);
    expect(scored(words(99)).measures["indicative"]).toBe(1);
    expect(scored(words(99)).reason).toContain("nur ein Anhaltspunkt");
    expect(scored(words(102)).measures["indicative"]).toBe(0);
    expect(scored(words(102)).reason).not.toContain("Anhaltspunkt");
  });

  test.each([
    [{ formula: "lix", maximum: "30,5" }, "LIX", "höchstens 30,5"],
    [{ formula: "fre", minimum: 60, maximum: 90 }, "Flesch-Amstad-Index", "60 bis 90"],
    [{ formula: "fre" }, "Flesch-Amstad-Index", "mindestens 50"],
    [{ formula: "wstf1" }, "Wiener Sachtextformel 1", "höchstens 10"],
    [{ formula: "gsmog" }, "gSMOG", "höchstens 10"],
    [{ maximum: 12 }, "Wiener Sachtextformel 4", "höchstens 12"],
  ])("takes the options %j", (options, title, band) => {
    const { reason } = scored(hard, options);
    expect(reason).toContain(`${title}: `);
    expect(reason).toContain(`Band: ${band},`);
  });

  test("halves its value every three school years above the band", () => {
    const { measures } = scored(hard);
    const grade = measures["wstf4"] ?? 0;
    expect(scored(hard, { maximum: grade }).value).toBe(1);
    expect(scored(hard, { maximum: grade - 3 }).value).toBeCloseTo(0.5, 10);
    expect(scored(hard, { minimum: grade + 6 }).value).toBeCloseTo(0.25, 10);
  });

  test.each([
    [{ formula: "hix" }, "formula"],
    [{ band: 3 }, "band"],
    [{ minimum: 5, maximum: 4 }, "minimum darf nicht größer als maximum sein"],
    [{ maximum: "viel" }, "ist keine Zahl"],
  ])("refuses the options %j", (options, message) => {
    expect(() => readability.options.parse(options)).toThrow(message);
  });

  test("keeps the laws of all graders", () => {
    assertGraderLaws(readability, { answers: [easy, hard] });
  });

  test("scores the golden answers as before", () => {
    assertGolden(readability, new URL("../golden/graders/readability.json", import.meta.url));
  });
});
