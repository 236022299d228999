import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64 } from "../../../graders/secrets/base64-bytes.ts";

test("decodes as Buffer does", () => {
  const unit = fc.constantFrom(...Array.from("AZaz09+/-_"));
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), fc.nat(3), (text, start) => {
      const bytes = new Uint8Array(64);
      const from = Math.min(start, text.length);
      const end = decodeBase64(bytes, 5, { text, start: from, end: text.length });
      expect(Buffer.from(bytes.subarray(5, end))).toEqual(Buffer.from(text.slice(from), "base64"));
    }),
  );
});
