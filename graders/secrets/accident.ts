import { functionWords } from "../text/stop-words.ts";
import type { TextRange } from "../text/text-span.ts";
import type { Needle } from "./needle-forms.ts";

/** Words that make a value by accident are few. */
const mostAccidental = 3;

/** As many digits, but others: with digits read as letters, `60 Euro` looks like `90 Euro`. */
export function hasOtherDigits(found: string, value: string): boolean {
  const [foundDigits, digits] = [found, value].map((text) => text.replaceAll(/[^0-9]/gu, ""));
  return foundDigits?.length === digits?.length && foundDigits !== digits;
}

/** Another amount of the same digits: `1.600,00 Euro`, `160.000 Euro`. */
function isOtherAmount(found: string, value: string): boolean {
  const [foundAmount, amount] = [found, value].map(amountOf);
  return foundAmount !== undefined && amount !== undefined && foundAmount !== amount;
}

/** `1.600,00 Euro` as a number. */
function amountOf(text: string): number | undefined {
  const written = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?\s?(?:€|EUR|Euro)$/iu.exec(text.trim());
  return written === null
    ? undefined
    : Number(`${(written[1] ?? "").replaceAll(".", "")}.${written[2] ?? "0"}`);
}

/** Two words of everyday speech that happen to make the value: „ein Satz“ is no „Einsatz“. */
export function isAccident(answer: string, { start, end }: TextRange, needle: Needle): boolean {
  const found = answer.slice(start, end);
  if (isOtherAmount(found, needle.value)) return true;
  if (!/^[\p{L}\p{N}]+(?:[\s.,;:]+[\p{L}\p{N}]+)+$/u.test(found)) return false;
  const words = found.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (words.length === needle.words.length || words.length > mostAccidental) return false;
  return words.some((word) => word.length > 1 && functionWords.has(word));
}
