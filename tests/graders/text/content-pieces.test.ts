import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beforePieces, contentPieces, nextPiece } from "../../../graders/text/content-pieces.ts";

describe("nextPiece", () => {
  test("finds what the pattern finds, in texts without addresses", () => {
    const characters = fc.constantFrom(...Array.from("aÄ1 .,;:()|–—-·•'’\u00ad\u200b\u0301𝒜½"));
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 60 }), (text) => {
        const found: object[] = [];
        const piece = beforePieces();
        while (nextPiece(text, piece)) found.push({ ...piece });
        expect(found).toEqual(contentPieces(text));
      }),
    );
  });
});
