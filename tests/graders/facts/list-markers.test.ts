import fc from "fast-check";
import { expect, test } from "vitest";
import { listMarkers, mayBeMarker } from "../../../graders/facts/list-markers.ts";

/** The definition; see `listMarkers`. */
function byPattern(text: string): number[] {
  const lines = [...text.matchAll(/(?<=^[ \t>]{0,12})(\d{1,2})[.)][ \t]{1,4}([^\s:,.]{0,40})/gmu)];
  return lines
    .filter(([, number, word], place) =>
      [lines[place - 1], lines[place + 1]].some((other) => {
        return Math.abs(Number(other?.[1]) - Number(number)) === 1 && other?.[2] !== word;
      }),
    )
    .map(({ index }) => index);
}

test.each([
  ["1. Pass\n2. Fotos", [0, 8]],
  ["> 1) Pass\n> 2) Fotos", [2, 12]],
  ["Im\n2. Stock", []],
  ["1. Stock\n2. Stock", []],
])("%j", (text, places) => {
  expect([...listMarkers(text)]).toEqual(places);
});

test("finds what the pattern finds", () => {
  const piece = fc.constantFrom(
    "1",
    "2",
    "3",
    "12",
    ".",
    ")",
    " ",
    "\t",
    ">",
    "\n",
    "\r",
    "a",
    "b",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      const markers = [...listMarkers(text)];
      expect(markers).toEqual(byPattern(text));
      expect(markers.every((at) => mayBeMarker(text, at))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
