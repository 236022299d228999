import { expect, test } from "vitest";
import { unitsOf } from "../../../graders/text/text-units.ts";

test.each(["", "Straße", "„–€“", "😀x", "\ud83dx", "x".repeat(9000)])(
  "the units of a text and zeros behind",
  (text) => {
    unitsOf("y".repeat(text.length + 100));
    const units = unitsOf(text);
    const wanted = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    expect(Array.from(units.subarray(0, text.length + 16))).toEqual([
      ...wanted,
      ...Array.from({ length: 16 }, () => 0),
    ]);
  },
);
