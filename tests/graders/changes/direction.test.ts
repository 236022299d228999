import fc from "fast-check";
import { expect, test } from "vitest";
import { lastMarker } from "../../../graders/changes/direction.ts";
import words from "../../../graders/changes/words.json" with { type: "json" };

const [formerly, newly] = [words.formerly, words.newly].map((list) =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((entry) => entry.replaceAll(" ", String.raw`\s`))
    .join("|"),
);
const marker = new RegExp(`(?<!\\p{L})(?:(${formerly})|(${newly}))(?!\\p{L})|→|=>|->`, "giu");

/** The definition; see `lastMarker`. */
function byPattern(text: string): string | undefined {
  const found = [...text.matchAll(marker)].at(-1);
  if (found === undefined) return undefined;
  return found[1] === undefined ? "new" : "old";
}

test.each([
  ["bisher 30 Euro, ", "old"],
  ["wurde zu ", "new"],
  [" -> ", "new"],
  ["auf nicht mehr als ", "old"],
  ["Altbau ", undefined],
])("%j", (text, said) => {
  expect(lastMarker(text)).toBe(said);
});

test("finds what the pattern finds", () => {
  const entries = [...words.formerly, ...words.newly].flatMap((entry) => entry.split(" "));
  const piece = fc.oneof(
    fc.constantFrom(...entries, ...entries.map((entry) => entry.toUpperCase())),
    fc.constantFrom(" ", " ", " ", "\n", "→", "=>", "->", "-", ">", "x", "ä", "\u0308", "😀", "1"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = pieces.join("");
      expect(lastMarker(text)).toBe(byPattern(text));
    }),
    { numRuns: 5000 },
  );
});
