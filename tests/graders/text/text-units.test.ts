import fc from "fast-check";
import { expect, test } from "vitest";
import { TextUnits } from "../../../graders/text/text-units.ts";

test("has the units of one text after the other, and a 0 behind them", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "\ud83d", "a\udc00", "ß"),
  );
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const units = new TextUnits();
      for (const one of texts) {
        const expected = Array.from({ length: one.length }, (_unused, at) => one.charCodeAt(at));
        expect(Array.from(units.read(one).subarray(0, one.length + 1))).toEqual([...expected, 0]);
      }
    }),
  );
});

test("has room for long texts", () => {
  const units = new TextUnits();
  for (const text of ["a".repeat(4096), "b".repeat(4095), "ü".repeat(50_000), "c"]) {
    const read = units.read(text);
    expect([read[0], read[text.length - 1], read[text.length]]).toEqual([
      text.charCodeAt(0),
      text.charCodeAt(0),
      0,
    ]);
  }
});
