import fc from "fast-check";
import { expect, test } from "vitest";
import { filler } from "../../../graders/text/plain-characters.ts";
import { gapBetween } from "../../../graders/text/values-gaps.ts";

/** The gap as patterns tell it. */
function gapOf(between: string): string {
  if (between === "\n") return "line";
  const seen = between.replaceAll(filler, "");
  if (seen === "") return "none";
  if (seen.length === 1) return seen === " " ? "blank" : "wide";
  if (!seen.includes("\n")) return "wide";
  return /\n[^\S\n]*\n/u.test(seen) ? "break" : "line";
}

test("gaps are what patterns tell of them", () => {
  const gaps = fc.string({
    unit: fc.constantFrom(...Array.from(` \n\t\u00ad\u200b\u0301${filler}`)),
    maxLength: 8,
  });
  fc.assert(
    fc.property(gaps, (between) => {
      expect(gapBetween(`a${between}b`, 1, 1 + between.length)).toBe(gapOf(between));
    }),
    { numRuns: 1000 },
  );
});
