import fc from "fast-check";
import { expect, test } from "vitest";
import { LowerTokens } from "../../../graders/focus/lower-tokens.ts";

/** Units that are cut, joined and made small in different ways. */
const unit = fc.oneof(
  fc.constantFrom(
    ...Array.from("aAäÄßẞΣσςİıi\u0307\u0301Ⅷⅷ7½ .,-–„“’\n\u00ad\u200bⒶ𐐀𐐨😀\ud801\udc00"),
  ),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const text = fc.array(unit, { maxLength: 60 }).map((units) => units.join(""));

function read(from: string): LowerTokens {
  const tokens = new LowerTokens();
  tokens.read(from);
  return tokens;
}

function placesOf({ size, starts, ends }: LowerTokens): number[][] {
  return Array.from({ length: size }, (_unused, at) => [starts[at] ?? 0, ends[at] ?? 0]);
}

test("finds words and signs as the pattern does", () => {
  fc.assert(
    fc.property(text, (from) => {
      const tokens = read(from);
      const matches = Array.from(from.matchAll(/[\p{L}\p{M}\p{N}]+|[\p{P}\p{S}]/gu));
      expect(placesOf(tokens)).toEqual(
        matches.map(({ 0: found, index }) => [index, index + found.length]),
      );
      matches.forEach(({ 0: found }, at) => {
        expect(tokens.lower(at)).toBe(found.toLowerCase());
        expect(tokens.isWord(at)).toBe(/^[\p{L}\p{M}\p{N}]/u.test(found));
      });
      const lengths = matches.map(([found]) => found.toLowerCase().length);
      expect(tokens.longest).toBe(Math.max(0, ...lengths));
    }),
    { numRuns: 1000 },
  );
});

test("tells two tokens to be the same when they are in lower case", () => {
  fc.assert(
    fc.property(text, text, (from, otherFrom) => {
      const [tokens, other] = [read(from), read(`${otherFrom} ${from.toUpperCase()}`)];
      for (let at = 0; at < tokens.size; at += 1) {
        for (let otherAt = 0; otherAt < other.size; otherAt += 1) {
          const isSame = tokens.lower(at) === other.lower(otherAt);
          expect(tokens.isSame(at, other, otherAt)).toBe(isSame);
          if (isSame) expect(tokens.hashes[at]).toBe(other.hashes[otherAt]);
        }
      }
    }),
  );
});
