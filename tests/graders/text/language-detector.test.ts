import fc from "fast-check";
import { eld } from "eld/large";
import { beforeAll, describe, expect, test } from "vitest";
import { guessLanguage } from "../../../graders/text/language-detector.ts";
import { loadSuites, shippedSuites } from "../../../scripts/load-suites.ts";

/** What eld itself says. */
function eldGuess(piece: string, expected: string) {
  const result = eld.detect(piece);
  const scores = result.getScores();
  return {
    language: result.language,
    score: scores[result.language] ?? 0,
    expectedScore: scores[expected] ?? 0,
  };
}

function expectSame(piece: string, expected = "de"): void {
  const part = { text: `a${piece}b`, from: 1, to: 1 + piece.length };
  expect({ piece, ...guessLanguage(part, expected) }).toEqual({
    piece,
    ...eldGuess(piece, expected),
  });
}

beforeAll(() => void guessLanguage({ text: "Guten Tag", from: 0, to: 9 }, "de"), 60_000);

describe("guessLanguage says what eld says", () => {
  test("of all texts of the suites, in pieces of 300 characters", () => {
    const texts = loadSuites(shippedSuites()).flatMap(({ cases }) =>
      cases.flatMap(({ input, reference, passes, fails }) => [
        ...[...Object.values(input), reference].filter((text) => text !== undefined),
        ...[...passes, ...fails].map(({ answer }) => answer),
      ]),
    );
    for (const text of texts) {
      for (let from = 0; from < text.length; from += 300) {
        expectSame(text.slice(from, from + 300), from % 2 === 0 ? "de" : "en");
      }
    }
    expect(texts.length).toBeGreaterThan(1000);
  }, 60_000);

  test.each([
    "",
    "37",
    "Don’t you think it's theirs`?",
    "Donau­dampf­schifffahrts".repeat(8),
    "Ä".repeat(36),
    "ж".repeat(80),
    "ein ".repeat(300),
    "Straße ".repeat(60),
    "ǀǁǂǃ Wörter mit ǀ dazwischen",
    "İstanbul’da BAŞVURU yapılır",
    "Заявление подаётся до 1 марта в бюро",
    "يجب تقديم الطلب في موعد أقصاه أسبوعان",
    "申請書は市役所に提出してください。",
    "ไม่ต้องเสียค่าธรรมเนียม",
    "👍 🇩🇪 \ud800 x",
    "a b c ab abc abcd abcde abcdef abcdefg abcdefgh",
  ])("of %j", (piece) => {
    for (const expected of ["de", "en", "ru", "xx"]) expectSame(piece, expected);
  });

  test("of any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 400 }),
          fc.string({ unit: fc.constantFrom(...Array.from("abcdeäöüß'’ ǀжé中")), maxLength: 500 }),
        ),
        (piece) => expectSame(piece),
      ),
      { seed: 1, numRuns: 2000 },
    );
  }, 60_000);
});
