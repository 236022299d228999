/** Stands where nothing is read, so that offsets stay right: the word joiner is no token. */
export const filler = "\u2060";

/** Emphasis of Markdown, but no multiplication, and raised numbers of footnotes behind a digit. */
const marks =
  /(?<!\d)[*`]{1,3}|[*`]{1,3}(?!\d)|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)|(?<=\d)[¹²³⁰⁴-⁹]{1,2}/gu;
const blankEntity = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#8239|#x202f);/giu;
const joiningApostrophe = /(?<=\p{Script=Cyrillic})['’](?=\p{Script=Cyrillic})/gu;

/** What is made plain, in this order: its characters, and how. None makes one of a later kind. */
const steps: readonly { readonly sign: RegExp; readonly change: (text: string) => string }[] = [
  {
    sign: /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/u,
    change: (text) => text.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, " "),
  },
  { sign: /&/u, change: (text) => text.replace(blankEntity, asBlank) },
  { sign: /[*`_¹²³⁰⁴-⁹]/u, change: (text) => text.replace(marks, asFiller) },
  {
    sign: /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u,
    change: (text) => text.replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, "-"),
  },
  {
    sign: /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/u,
    change: (text) => text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu, asDigit),
  },
  { sign: /['’]/u, change: (text) => text.replace(joiningApostrophe, "ʼ") },
  { sign: /\u066b/u, change: (text) => text.replace(/\u066b/gu, ",") },
  { sign: /\u066c/u, change: (text) => text.replace(/\u066c/gu, ".") },
];

/** Blocks in which all characters stand that a step changes, as first and last code. */
const blocks = [
  [0, 0xff],
  [0x600, 0x6ff],
  [0x2000, 0x22ff],
  [0x3000, 0x30ff],
  [0xfe00, 0xffff],
] as const;
/** For every character below U+10000 the steps that change it, as bits. */
const stepsOf = new Uint8Array(0x10000);
for (const [first, last] of blocks) {
  for (let code = first; code <= last; code += 1) {
    const character = String.fromCharCode(code);
    stepsOf[code] = steps.reduce(
      (bits, { sign }, at) => (sign.test(character) ? bits | (1 << at) : bits),
      0,
    );
  }
}

/**
 * Blanks, dashes and digits of all kinds become the plain ones; emphasis and footnote marks are hidden
 * by `filler`. Every replacement is as long as what it replaces, so that offsets stay right.
 */
export function plainCharacters(text: string): string {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= stepsOf[text.charCodeAt(at)] ?? 0;
  if (bits === 0) return text;
  return steps.reduce((plain, { change }, at) => (bits & (1 << at) ? change(plain) : plain), text);
}

function asBlank(entityOfBlank: string): string {
  return ` ${filler.repeat(entityOfBlank.length - 1)}`;
}

function asFiller(found: string): string {
  return filler.repeat(found.length);
}

function asDigit(digit: string): string {
  return String.fromCharCode(0x30 + ((digit.charCodeAt(0) & 0x0f) % 10));
}
