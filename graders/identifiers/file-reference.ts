import { oneOf } from "../text/character-kinds.ts";
import cues from "./cues.json" with { type: "json" };
import { cueSource, matchesAtCues } from "./cue-words.ts";
import { findForms, gapBehind, type DigitForm } from "./digit-form.ts";
import { finding, type Finding, type Span } from "./finding.ts";
import type { Reading } from "./reading.ts";

/**
 * Finds Aktenzeichen behind „Az.“, „Aktenzeichen“, „Geschäftszeichen“ and the like. The form of a
 * court's reference („12 C 580/06“) without such a word is a hint, and so is the reference of a
 * published decision („BVerwG, Urteil vom …, Az. …“): nobody is identified by it.
 */
export function findFileReferences(reading: Reading): Finding[] {
  const cueWords = { starts: reading.cueStarts(), family: "file-reference" } as const;
  const found: Finding[] = [];
  for (const { 0: cue, index } of matchesAtCues(reading.text, cueForm, cueWords)) {
    const span = referenceAfter(reading.text, index + cue.length);
    if (span === undefined) continue;
    found.push(reference(reading, span, !isPublished(reading.full, index)));
  }
  for (const { 0: form, index } of findForms(reading, courtForm)) {
    found.push(reference(reading, { start: index, end: index + form.length }, false));
  }
  return found;
}

const cueForm = new RegExp(String.raw`${cueSource("file-reference")}\p{L}{0,3}\.?`, "iuy");
/** What may stand between the cue and the reference. */
const bridge =
  /[ \t*_]{0,4}(?:\([^)\n]{0,30}\)|Nr\.|lautet|ist|war|mit der Nummer|[^\d\n:]{0,40}(?=:))?[ \t]?[:;]?[ \t*_„“"»'`]{0,5}\n?[ \t]{0,4}/uy;
const part =
  /(?!\d{1,2}\.\s?(?:\d{1,2}\.|\p{Lu}\p{Ll}+\s)\s?\d{2,4})[\p{Lu}\d][\p{L}\d]*(?:[./_-]{1,2}[\p{L}\d]+)*/uy;
/** Division, register sign, number and year: „12 C 580/06“, „1 BvR 123/45“, „5 C 12.16“. */
export const courtForm: DigitForm = {
  pattern:
    /(?<![\p{L}\d./-])(?:[IVX]{1,4}|\d{1,3}) (?:[A-Z][A-Za-z]{0,4} )\d{1,5}[/.]\d{2}(?![\p{L}\d]|[./]\d)/uy,
  reach: 11,
  fits: (text, runs, at) => {
    if (gapBehind(runs, at) !== 1 || !isYearSign(text, runs[at + 1] ?? 0)) return false;
    return isBlank(text, (runs[at] ?? 0) - 1);
  },
  begins: oneOf("IVX0123456789"),
};
/** What stands before the year. */
const isYearSign = oneOf("/.");
const isBlank = oneOf(" ");
const longestReference = 6;

/** Reads up to six parts of a reference; words at its end that hold no digit are left out. */
function referenceAfter(text: string, from: number): Span | undefined {
  bridge.lastIndex = from;
  const start = from + (bridge.exec(text)?.[0].length ?? 0);
  let at = start;
  let end: number | undefined;
  for (let count = 0; count < longestReference; count += 1) {
    part.lastIndex = at;
    const found = part.exec(text)?.[0];
    if (found === undefined) break;
    if (/\d/u.test(found) || (end !== undefined && /^[A-Z]{1,4}$/u.test(found)))
      end = at + found.length;
    else if (!isRegisterSign(found)) break;
    at += found.length;
    if (text[at] !== " ") break;
    at += 1;
  }
  if (end === undefined || text.slice(start, end).replaceAll(/[^\p{L}\d]/gu, "").length < 3)
    return undefined;
  return { start, end };
}

/** A short word inside a reference: „BvR“, „III“, „BY“. */
function isRegisterSign(word: string): boolean {
  return /^[A-ZÄÖÜ][A-Za-z]{0,4}$/u.test(word);
}

const decision = new RegExp(cueSource("decision"), "iu");
const court = new RegExp(String.raw`(?<!\p{L})(?:${cues.court.join("|")})(?!\p{Ll}{3})`, "u");

function isPublished(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 100), start);
  return decision.test(before) && court.test(before);
}

function reference(reading: Reading, span: Span, cue: boolean): Finding {
  const value = reading.full.slice(span.start, span.end).toLowerCase().replaceAll(/\s+/gu, " ");
  return finding({ kind: "file-reference", ...span, checksum: "none", cue, value });
}
