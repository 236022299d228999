import fc from "fast-check";
import { expect, test } from "vitest";
import { lettersIn } from "../../../graders/secrets/letter-text.ts";
import { writeUtf8Letters } from "../../../graders/secrets/utf8-letters.ts";
import { UnitWriter } from "../../../graders/text/unit-writer.ts";

function lettersInUtf8(bytes: Uint8Array, length: number): string {
  const writer = new UnitWriter();
  writer.begin();
  writeUtf8Letters(writer, bytes, length);
  return writer.text();
}

test("the letters of bytes are those of the decoded text", () => {
  const byte = fc.oneof(
    fc.nat(255),
    fc.constantFrom(0x00, 0x41, 0x80, 0xbf, 0xc1, 0xc2, 0xc3, 0xd0, 0xdf, 0xe0, 0xe2, 0xed, 0xef),
    fc.constantFrom(0xf0, 0xf4, 0xf5, 0x8f, 0x90, 0x9f, 0xa0),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 30 }), (list) => {
      const bytes = Buffer.from(list);
      expect(lettersInUtf8(bytes, bytes.length)).toBe(lettersIn(bytes.toString("utf8"), "lines"));
    }),
    { numRuns: 10_000, seed: 20_261_129 },
  );
});

test("whole texts too, and none but the first bytes", () => {
  for (const text of ["Straße", "\u0405tr\u0430nd", "🅂𝐭\u0000rand", "ﬁn", "1️⃣"]) {
    const bytes = Buffer.from(`${text}mehr`);
    const { length } = Buffer.from(text);
    expect(lettersInUtf8(bytes, length)).toBe(lettersIn(text, "lines"));
  }
});
