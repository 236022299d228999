import fc from "fast-check";
import { expect, test } from "vitest";
import { maskIdentifiers } from "../../../graders/text/mask-identifiers.ts";

const pattern = /(?<![\p{L}\p{N}])[\p{L}-]{0,20}\d[\p{L}\p{N}./-]{0,60}/gu;

test.each([
  ["Az. AZ-2024/17 vom 3.3.2026", "Az.            vom         "],
  ["Das kostet 3.500,50 Euro", "Das kostet      ,   Euro"],
  ["nichts davon", "nichts davon"],
])("%j", (text, masked) => {
  expect(maskIdentifiers(text)).toBe(masked.length === text.length ? masked : "");
});

test("is the same as the pattern", () => {
  const unit = fc.constantFrom(
    ...Array.from("aZä1750 -./,²٣\n_"),
    "é",
    "e\u0301",
    "\ud800",
    "😀",
    "abcdefghijklmnopqrstuvw",
    "1234567890".repeat(7),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
      const text = units.join("");
      const masked = text.replace(pattern, (found) => " ".repeat(found.length));
      expect(maskIdentifiers(text)).toBe(masked);
    }),
    { numRuns: 2000 },
  );
});
