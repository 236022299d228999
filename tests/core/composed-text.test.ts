import fc from "fast-check";
import { expect, test } from "vitest";
import { composedText } from "../../core/composed-text.ts";

/** Letter by letter with its marks, at most thirty of them. */
function composedByPieces(text: string): string {
  return text.replaceAll(/\P{M}\p{M}{0,30}|\p{M}{1,30}/gsu, (piece) => piece.normalize("NFC"));
}

const letters = fc.constantFrom(
  "a",
  "u",
  "ü",
  "u\u0308",
  "\u0308",
  "→",
  "█",
  "Å",
  "각",
  "가",
  "😀",
  "\ud83d",
);

test("composes as letter by letter, and points back where nothing was composed", () => {
  fc.assert(
    fc.property(fc.string({ unit: letters }), (text) => {
      const composed = composedText(text);
      expect(composed.text).toBe(composedByPieces(text));
      if (composed.text !== text) return;
      for (let at = 0; at <= text.length; at += 1) expect(composed.originalOffset(at)).toBe(at);
    }),
  );
});

test("a composed letter points at both of its characters", () => {
  const composed = composedText("u\u0308ber");
  expect(composed.text).toBe("über");
  expect([0, 1, 4].map((at) => composed.originalOffset(at))).toEqual([0, 2, 5]);
});
