import { rememberObject } from "../text/remember-object.ts";
import type { TextRange } from "../text/text-span.ts";
import type { Regime } from "./regime.ts";

// Every repetition is bounded, so that no text makes the patterns slow.
const numbers = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs"];
const duration =
  /(?<![\p{L}\d])(\d{1,3}|ein(?:e[mnrs]?)?|zwei|drei|vier|fünf|sechs)\s{1,3}(Tag|Woche|Monat|Jahr)\p{Ll}{0,3}(?!\p{L})|(?<!\p{L})(Monats)frist/giu;
const authority =
  /\p{L}{3,30}(?:amt|amtes|behörde|verwaltung|kasse|agentur|ministerium|präsidium|direktion)(?!\p{L})|(?<!\p{L})(?:Stadt|Gemeinde|Landkreis|Kreis|Jobcenter|Magistrat|Landrat|Landrätin|Bürgermeister(?:in)?) ?/u;
const court = /\p{L}{3,30}gericht(?:e?s?)(?!\p{L})/u;
const seat =
  /(?<!\d)\d{5} \p{Lu}|\p{L}{2,30}(?:straße|str\.|platz|weg|allee|ring|gasse|markt|ufer|damm) \d|(?:gericht|amt|behörde|verwaltung|kasse|agentur|Jobcenter|Stadt|Gemeinde|Kreis|kreis)(?:e?s)? (?:in |der Stadt )?\p{Lu}\p{Ll}{2}|mit (?:dem )?Sitz in/u;
const form = /schriftlich|Schriftform|elektronisch|Niederschrift|per E-Mail|De-Mail/u;

/** The parts that an instruction has; ranges point into the text. */
export function instructionParts(
  text: string,
  range: TextRange,
  regime: Regime,
): Map<string, TextRange> {
  const section = text.slice(range.start, range.end);
  const patterns = patternsOf(regime);
  const found = new Map<string, TextRange>();
  for (const part of regime.parts) {
    const place = findPart(section, part, patterns);
    if (place === undefined) continue;
    found.set(part, { start: range.start + place.start, end: range.start + place.end });
  }
  return found;
}

/** What is looked for in every answer to a case. */
interface RegimePatterns {
  readonly remedy: RegExp;
  readonly body: RegExp | undefined;
  readonly seat: RegExp | undefined;
  /** The period as `keyOf` has it, or a pattern for one that is written otherwise. */
  readonly period: string | RegExp | undefined;
}

const patternsOf = rememberObject((regime: Regime): RegimePatterns => {
  const { body, seat: place, period } = regime;
  const authorities = regime.remedy === "Klage" ? court : authority;
  return {
    remedy: remedyPattern(regime.remedy),
    body: body === undefined ? authorities : namePattern(body),
    seat: place === undefined ? seat : namePattern(place),
    period: Array.from(period.matchAll(duration), keyOf)[0] ?? namePattern(period),
  };
});

function findPart(section: string, part: string, patterns: RegimePatterns): TextRange | undefined {
  if (part === "remedy") return findRemedy(section, patterns.remedy);
  if (part === "body") return match(section, patterns.body);
  if (part === "seat") return match(section, patterns.seat);
  if (part === "period") return findPeriod(section, patterns.period);
  return part === "form" ? match(section, form) : undefined;
}

/** Periods the instruction names, as they are written. */
export function namedPeriods(section: string): string[] {
  return Array.from(section.matchAll(duration), ([written]) => written);
}

/** Only the written form is named, although the law has another one as well. */
export function narrowsForm(section: string): boolean {
  return (
    /(?<!\p{L})schriftlich(?!\p{L})|Schriftform/u.test(section) &&
    !section.includes("Niederschrift")
  );
}

function remedyPattern(remedy: string): RegExp {
  const verbs = { Widerspruch: "widersprechen", Klage: "klagen", Einspruch: "Einspruch" };
  const verb = verbs[remedy as keyof typeof verbs];
  return new RegExp(`(?<!\\p{L}|[Kk]eine?n? )(?:${remedy}(?:e?s)?|${verb})(?!\\p{L})`, "gu");
}

function findRemedy(section: string, remedy: RegExp): TextRange | undefined {
  return findMatch(section, remedy, ({ index, 0: word }) => {
    return !isExcluded(section.slice(index + word.length));
  });
}

/** `Widerspruch ist nicht möglich`: the sentence goes on to say that there is no such remedy. */
function isExcluded(rest: string): boolean {
  const sentence = /^[^.!?\n]{0,160}/u.exec(rest)?.[0] ?? "";
  return excluded.test(sentence);
}

const excluded =
  /(?<!\p{L})(?:(?:nicht|nie) (?:mehr )?(?:möglich|zulässig|statthaft|gegeben|statt)|ausgeschlossen|unzulässig|unstatthaft)(?!\p{L})/u;

/** All words of a name in one place, whatever their case ending; undefined for a name without any. */
function namePattern(name: string): RegExp | undefined {
  const words = name.normalize("NFC").match(/[\p{L}\d]+/gu) ?? [];
  const stems = words.map((word) => word.replace(/(?<=\p{L}{4})(?:e[nrs]?|s|n)$/u, ""));
  if (stems.length === 0) return undefined;
  const pattern = stems.map((stem) => `${stem}\\p{Ll}{0,3}`).join("[^\\p{L}\\d]{1,4}");
  return new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, "iu");
}

function findPeriod(section: string, period: RegimePatterns["period"]): TextRange | undefined {
  if (typeof period !== "string") return match(section, period);
  return findMatch(section, duration, (one) => keyOf(one) === period);
}

/** `eines Monats` and `1 Monat` alike; four weeks are no month. */
function keyOf([, count = "ein", unit = "Monat"]: RegExpExecArray): string {
  const lower = count.toLowerCase();
  const number = /^\d/u.test(lower)
    ? Number(lower)
    : numbers.indexOf(lower.replace(/^ein.*$/u, "ein"));
  return `${number} ${unit.toLowerCase()}`;
}

function match(section: string, pattern: RegExp | undefined): TextRange | undefined {
  const found = pattern?.exec(section);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** The first match of a global pattern that fits. */
function findMatch(
  section: string,
  pattern: RegExp,
  fits: (found: RegExpExecArray) => boolean,
): TextRange | undefined {
  let found = pattern.exec(section);
  while (found !== null && !fits(found)) found = pattern.exec(section);
  // Whoever reads with the pattern next begins at the beginning.
  pattern.lastIndex = 0;
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}
