import { codeAt } from "../text/code-at.ts";
import type { CompactText } from "./compact-text.ts";
import type { Span } from "./finding.ts";

/** A run of compact units that begins and ends with a group of the source. */
export interface Form extends Span {
  readonly value: string;
  /** Where it stands in the compact text. */
  readonly index: number;
}

/** What is looked for, unit by unit. */
export interface FormPattern {
  readonly units: readonly number[];
  /** A unit that may stand behind; then it belongs to the form. */
  readonly behind: number;
}

const digit = 1;
const letter = 2;
/** Letters and digits of the serial of a German document. */
const serial = 4;

/** What the signs of a pattern stand for; small letters stand for themselves. */
const signs: Readonly<Record<string, number>> = {
  N: digit,
  A: letter,
  X: digit | letter,
  S: serial,
  d: 8,
  e: 16,
};

/** For every unit of ASCII the signs that it fits, as bits. */
const kinds = new Uint8Array(0x80);
for (const one of "0123456789") kinds[one.charCodeAt(0)] = digit | serial;
for (const one of "abcdefghijklmnopqrstuvwxyz")
  kinds[one.charCodeAt(0)] = letter | (signs[one] ?? 0);
for (const one of "cfghjklmnprtvwxyz") kinds[one.charCodeAt(0)] = letter | serial;

/**
 * A pattern of digits (`N`), letters (`A`), either (`X`), characters of a serial (`S`) and the letters
 * `d` and `e`, each with how often it stands in a row. What is `behind` may be missing.
 *
 * @example formPattern("d e N9") // the form of a German VAT number
 */
export function formPattern(written: string, behind = ""): FormPattern {
  const units = written.split(" ").flatMap((piece) => {
    const length = piece.length === 1 ? 1 : Number(piece.slice(1));
    return Array.from({ length }, () => signs[piece.charAt(0)] ?? 0);
  });
  return { units, behind: signs[behind] ?? 0 };
}

/** All places where a pattern stands between group borders, also overlapping ones. */
export function formsIn(compact: CompactText, pattern: FormPattern): Form[] {
  const forms: Form[] = [];
  for (const start of compact.starts) {
    const end = endOfForm(compact.text, start, pattern);
    if (end >= 0 && compact.isBorder(end)) forms.push(formAt(compact, start, end));
  }
  return forms;
}

/** The units between two borders. */
export function formAt(compact: CompactText, start: number, end: number): Form {
  const span = compact.sourceSpan(start, end);
  const value = compact.text.slice(start, end);
  return { value, index: start, start: span.start, end: span.end };
}

/** Where a pattern that stands at a place ends; -1 if it does not stand there. */
export function endOfForm(text: string, start: number, { units, behind }: FormPattern): number {
  const end = start + units.length;
  for (let at = start; at < end; at += 1) {
    if ((kindsAt(text, at) & (units[at - start] ?? 0)) === 0) return -1;
  }
  return (kindsAt(text, end) & behind) === 0 ? end : end + 1;
}

function kindsAt(text: string, at: number): number {
  const code = codeAt(text, at);
  return code < 0x80 ? (kinds[code] ?? 0) : 0;
}
