import fc from "fast-check";
import { expect, test } from "vitest";
import { letterSteps, longestSteps } from "../../../graders/secrets/letter-steps.ts";
import { lettersIn } from "../../../graders/secrets/letter-text.ts";
import { needleOf } from "../../../graders/secrets/needle-forms.ts";

test("counts the steps between letters", () => {
  expect(letterSteps("abd3ez")).toBe(" BC  V");
  expect(longestSteps("ab-bdf ba")).toBe("CC");
});

test("the letters of the alphabet are read as themselves", () => {
  const alphabet = "abcdefghijklmnopqrstuvwxyz";
  expect(lettersIn(alphabet)).toBe(alphabet);
});

test("every text with a cipher has steps of the value", () => {
  const unit = fc.constantFrom(...Array.from("abcxyzÄöüß7 -ıŞ\u0301\u{1d400}"));
  fc.assert(
    fc.property(fc.string({ unit, minLength: 6, maxLength: 12 }), (value) => {
      const { forms, cipherSteps } = needleOf(value.normalize("NFC").trim());
      for (const { letters, dress } of forms) {
        if (dress !== "cipher") continue;
        const steps = letterSteps(`q${letters}q`);
        expect(cipherSteps.some((some) => steps.includes(some))).toBe(true);
      }
    }),
    { numRuns: 500, seed: 20_261_129 },
  );
});
