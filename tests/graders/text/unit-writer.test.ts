import fc from "fast-check";
import { expect, test } from "vitest";
import { UnitWriter } from "../../../graders/text/unit-writer.ts";

const writer = new UnitWriter();

function written(text: string): string {
  writer.begin();
  writer.writeAll(text);
  expect(writer.length).toBe(text.length);
  return writer.text();
}

test("the text is what was written, whatever its characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(written(text)).toBe(text);
    }),
  );
  for (const text of ["", "Straße", "\u0000\u00ff", "„Amt“", "\ud800x"])
    expect(written(text)).toBe(text);
});

test("long texts are no exception", () => {
  const text = "Größe ".repeat(5000);
  expect(written(text)).toBe(text);
  expect(written(`${text}…`)).toBe(`${text}…`);
});
