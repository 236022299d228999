import { describe, expect, test } from "vitest";
import {
  fleschAmstad,
  fleschAmstadBand,
  gSmog,
  lix,
  lixBand,
  rix,
  smogEnglish,
  wienerSachtext1,
  wienerSachtext2,
  wienerSachtext3,
  wienerSachtext4,
} from "../../../graders/text/formulas.ts";

const formulas = [
  fleschAmstad,
  wienerSachtext1,
  wienerSachtext2,
  wienerSachtext3,
  wienerSachtext4,
  lix,
  rix,
  gSmog,
  smogEnglish,
];

/** Words, sentences, syllables, polysyllables, long words, monosyllables, and the results. */
const vectors: readonly (readonly [readonly number[], readonly number[]])[] = [
  [
    [100, 10, 170, 12, 20, 50],
    [70.55, 4.078, 4.0574, 4.3462, 4.2558, 30, 2, 4, 9.3871],
  ],
  [
    [250, 10, 500, 75, 100, 100],
    [38, 12.99, 12.939, 12.5371, 13.179, 65, 10, 13, 18.7741],
  ],
  [
    [14, 1, 22, 0, 4, 6],
    [74.0714, 3.7701, 3.4987, 1.5526, 2.0254, 42.5714, 4, -2, 3.1291],
  ],
  [
    [16, 1, 37, 6, 7, 4],
    [28.7188, 13.9133, 13.4453, 13.0449, 12.8466, 59.75, 7, 11.4164, 17.1224],
  ],
];

describe("formulas", () => {
  test.each(vectors)("computes the vector %j", (counted, results) => {
    const [words = 0, sentences = 0, syllables = 0, polysyllables = 0, longWords = 0, ones = 0] =
      counted;
    const counts = { words, sentences, syllables, polysyllables, longWords, digitTokens: 0 };
    const values = formulas.map((formula) => formula({ ...counts, monosyllables: ones }));
    expect(values.map((value) => Number(value.toFixed(4)))).toEqual(results);
  });

  test.each([
    [24.49, "sehr leicht"],
    [24.5, "leicht"],
    [34.5, "mittel"],
    [44.5, "schwer"],
    [54.5, "sehr schwer"],
  ])("names the LIX band of %d", (value, band) => {
    expect(lixBand(value)).toBe(band);
  });

  test.each([
    [90, "sehr leicht"],
    [80, "leicht"],
    [70, "mittelleicht"],
    [60, "mittel"],
    [50, "mittelschwer"],
    [30, "schwer"],
    [29.9, "sehr schwer"],
  ])("gives the border %d of Flesch-Amstad to the easier band", (value, band) => {
    expect(fleschAmstadBand(value)).toBe(band);
  });
});
