import fc from "fast-check";
import { expect, test } from "vitest";
import { hasNoHex } from "../../../graders/secrets/absent-codes.ts";
import { lettersIn } from "../../../graders/secrets/letter-text.ts";
import { needleOf } from "../../../graders/secrets/needle-forms.ts";
import { soughtLetters } from "../../../graders/secrets/sought-letters.ts";

const value = "Strandhalm 59";
const form = "strandhalm59";
const sought = soughtLetters([needleOf(value)]);
const between = /[\s:;,.|_#-]+|(?:0x|\\x)(?=[0-9a-f]{2})/giu;

/** All that the digits of a text say from both starts. */
function everyLetter(text: string): string {
  const runs = text.replaceAll(between, "").match(/[0-9a-f]{10,}/giu) ?? [];
  const cut = runs.flatMap((run) => [run, run.slice(1)]);
  return cut
    .map((run) => Buffer.from(run.slice(0, run.length & ~1), "hex"))
    .map((bytes) => bytes.toString(bytes.includes(0) ? "latin1" : "utf8"))
    .map((said) => lettersIn(said.replaceAll("\u0000", "")))
    .join("\n");
}

test("phone numbers and dates hold nothing that is sought", () => {
  expect(hasNoHex("Tel. 0171 3920044, am 12.03.2026 um 10.00 Uhr", sought)).toBe(true);
  expect(hasNoHex("", sought)).toBe(true);
});

test("a text with what is sought is never said to have none", () => {
  const bytes = ["utf8", "utf16le"].flatMap((encoding) => {
    const hex = Buffer.from(value, encoding as BufferEncoding).toString("hex");
    return [
      hex,
      hex.toUpperCase(),
      ...[" ", ":", "\u00a0", " 0x", "\\x"].map((gap) => spread(hex, gap)),
    ];
  });
  const unit = fc.constantFrom(...bytes, "0", "4", "a", "12", "x", "0x", " ", ".", "g", "ä", "00");
  let held = 0;
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), (units) => {
      const text = units.join("");
      if (!everyLetter(text).includes(form)) return;
      held += 1;
      expect(hasNoHex(text, sought)).toBe(false);
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
  expect(held).toBeGreaterThan(500);
});

function spread(hex: string, gap: string): string {
  return hex.match(/../gu)?.join(gap) ?? "";
}
