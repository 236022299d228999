import fc from "fast-check";
import { expect, test } from "vitest";
import { beginsLine, endsLine } from "../../../graders/unsupported/margins.ts";

const text = fc.string({
  unit: fc.constantFrom(...Array.from(" \n\t\u00a0>*_#•–(|-.a7😀")),
  maxLength: 24,
});

test("the start of a line is what the pattern says", () => {
  fc.assert(
    fc.property(text, text, (before, behind) => {
      const pattern = /(?:^|\n)[\s>*_#•–(|-]{0,8}$/u;
      expect(beginsLine(before + behind, before.length)).toBe(pattern.test(before));
    }),
  );
});

test("the end of a line is what the pattern says", () => {
  fc.assert(
    fc.property(text, text, fc.nat(30), (before, behind, longest) => {
      const after = behind.slice(0, longest).split("\n")[0] ?? "";
      const found = endsLine(before + behind, before.length, longest);
      expect(found).toBe(/^[\s*_.]*$/u.test(after));
    }),
  );
});
