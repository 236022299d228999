import type { CompactText } from "./compact-text.ts";
import { hasCueNear, hasLabel, isTradeNumber } from "./cue.ts";
import { finding, type Finding, type Span } from "./finding.ts";
import { mod1110CheckDigit } from "./mod-11-10.ts";
import { formPattern, formsIn, type Form } from "./number-forms.ts";
import type { Reading } from "./reading.ts";
import units from "./units.json" with { type: "json" };

/**
 * Steuer-Identifikationsnummer, § 139b AO, § 1 StIdV: eleven digits, the first not 0; among the
 * first ten exactly one digit stands twice or three times and no other more than once; MOD 11,10.
 * That it is assigned to anybody is not checked.
 *
 * @example isTaxId("36574261809") // true
 */
export function isTaxId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/u.test(digits)) return false;
  const body = digits.slice(0, 10);
  if (mod1110CheckDigit(body) !== Number(digits[10])) return false;
  const counts = Array.from("0123456789", (digit) => body.split(digit).length - 1);
  const repeated = counts.filter((count) => count > 1);
  return repeated.length === 1 && [2, 3].includes(repeated[0] ?? 0);
}

/**
 * Finds eleven digits in any grouping. A right number counts unless it is an amount or a part of a
 * longer number; labelled as a number of trade („Kundennummer“) it is a hint, for one in 250 such
 * numbers is right by chance. A wrong one counts only with a label such as „Steuer-ID“ in front of it.
 */
export function findTaxIds(reading: Reading): Finding[] {
  const compact = reading.compact();
  return formsIn(compact, elevenDigits).flatMap((form) => {
    const passed = isTaxId(form.value);
    const label = hasLabel(reading, form, "tax-id");
    if (!passed && !label) return [];
    if (!label && (isPartOfLonger(reading.text, form, compact) || isAmount(reading.text, form))) {
      return [];
    }
    const cue = label || hasCueNear(reading, form, { family: "tax-id", before: 60 });
    const facts = { kind: "tax-id" as const, ...span(form), ...check(passed), value: form.value };
    return [{ ...finding({ ...facts, cue }), counts: label || !isTradeNumber(reading, form) }];
  });
}

const elevenDigits = formPattern("N11");

function span({ start, end }: Span): Span {
  return { start, end };
}

function check(passed: boolean): { readonly checksum: "passed" | "failed" } {
  return { checksum: passed ? "passed" : "failed" };
}

/**
 * Digits linked to further digits are part of another number, an ISBN for example, unless they are
 * written as one group or in the official groups 2-3-3-3 and only a blank or line end follows.
 */
function isPartOfLonger(text: string, form: Form, compact: CompactText): boolean {
  const before = text.slice(Math.max(0, form.start - 3), form.start);
  const after = text.slice(form.end, form.end + 3);
  if (/\+ ?$|\d[-./·_,]$|\d ?[-/] ?$/u.test(before)) return true;
  if (/^[-./·_,]\d|^ ?[-/] ?\d/u.test(after)) return true;
  if (!/\d {1,2}$/u.test(before) && !/^ {1,2}\d/u.test(after)) return false;
  return !["11", "2-3-3-3"].includes(grouping(form, compact));
}

function grouping(form: Form, compact: CompactText): string {
  const sizes: number[] = [];
  for (let place = 0; place < form.value.length; place += 1) {
    if (place === 0 || compact.isBorder(form.index + place)) sizes.push(0);
    sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
  }
  return sizes.join("-");
}

const unitAfter = new RegExp(
  String.raw`^ ?(?:[€$%£]|(?:${units.join("|")})(?:e?n)?(?!\p{L}))`,
  "iu",
);

function isAmount(text: string, { start, end }: Span): boolean {
  return (
    unitAfter.test(text.slice(end, end + 24)) ||
    /[€$£] ?$/u.test(text.slice(Math.max(0, start - 2), start))
  );
}
