import fc from "fast-check";
import { expect, test } from "vitest";
import { TextUnits, unitsOf } from "../../../graders/text/text-units.ts";

const zeros = Array.from({ length: 16 }, () => 0);

function unitsBy(text: string): number[] {
  return Array.from({ length: text.length }, (_unused, at) => text.charCodeAt(at));
}

test("has the units of one text after the other, and zeros behind them", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "\ud83d", "a\udc00", "ß", "„–€“"),
  );
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const units = new TextUnits();
      for (const one of texts) {
        const expected = [...unitsBy(one), ...zeros];
        expect(Array.from(units.read(one).subarray(0, one.length + 16))).toEqual(expected);
        expect(Array.from(unitsOf(one).subarray(0, one.length + 16))).toEqual(expected);
      }
    }),
  );
});

test("has room for long texts", () => {
  const units = new TextUnits();
  for (const text of ["a".repeat(4080), "b".repeat(4081), "ü".repeat(50_000), "c"]) {
    const read = Array.from(units.read(text).subarray(0, text.length + 16));
    expect(read).toEqual([...unitsBy(text), ...zeros]);
  }
});
