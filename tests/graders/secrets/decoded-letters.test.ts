import fc from "fast-check";
import { expect, test } from "vitest";
import { base64Runs } from "../../../graders/secrets/base64-runs.ts";
import { decodedLetters } from "../../../graders/secrets/decoded-letters.ts";
import { lettersIn } from "../../../graders/secrets/letter-text.ts";
import { needleOf } from "../../../graders/secrets/needle-forms.ts";
import { soughtLetters } from "../../../graders/secrets/sought-letters.ts";

const patterns = {
  spaced: { between: /\s+/gu, run: /[A-Za-z0-9+/_-]{7,}/gu },
  loose: { between: /[^A-Za-z0-9+/=]+/gu, run: /[A-Za-z0-9+/]{7,}/gu },
} as const;

/** Every letter that a text of base64 says, decoded run by run. */
function everyLetter(text: string, looseness: keyof typeof patterns, start: number): string {
  const { between, run } = patterns[looseness];
  const runs = Array.from(text.replaceAll(between, "").matchAll(run), ([one]) => one.slice(start));
  return runs
    .map((one) => {
      const bytes = Buffer.from(one, "base64");
      const decoded = bytes.toString(bytes.includes(0) ? "latin1" : "utf8");
      return `${lettersIn(decoded.replaceAll("\u0000", ""))}\n`;
    })
    .join("");
}

const values = ["Strandhalm", "Schlüssel-59", "Wójcik ½", "Ελένη Παππά"];
const anything = { ...soughtLetters([]), isShort: true };

test.each(["spaced", "loose"] as const)("%s runs say what Buffer reads in them", (looseness) => {
  const code = fc
    .constantFrom(...values)
    .chain((value) =>
      fc.constantFrom(
        Buffer.from(value).toString("base64"),
        Buffer.from(value.toUpperCase()).toString("base64url"),
        Buffer.from(value, "utf16le").toString("base64"),
        Buffer.from(Array.from(value).join("-")).toString("base64"),
      ),
    );
  const unit = fc.oneof(
    fc.constantFrom(...Array.from("AZaz09+/-_="), "U3RyYW5k", "AAAAAAAA", " ", "\n", ".", "ä"),
    code,
    fc.base64String(),
  );
  const sought = soughtLetters(values.map((value) => needleOf(value)));
  const forms = values
    .flatMap((value) => needleOf(value).forms)
    .filter(({ dress }) => dress === "same");
  let held = 0;
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), fc.nat(3), (units, start) => {
      const text = units.join("");
      const found = base64Runs(text, looseness);
      const letters = everyLetter(text, looseness, start);
      expect(decodedLetters(found, start, anything)).toBe(letters);
      const isHeld = forms.some((form) => letters.includes(form.letters));
      if (isHeld) expect(decodedLetters(found, start, sought)).toBe(letters);
      held += isHeld ? 1 : 0;
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
  expect(held).toBeGreaterThan(100);
});

test("what holds nothing that is sought is not written down", () => {
  const found = base64Runs("Der Antrag wird hiermit bewilligt", "loose");
  const sought = soughtLetters(values.map((value) => needleOf(value)));
  expect([0, 1, 2, 3].map((start) => decodedLetters(found, start, sought))).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
});
