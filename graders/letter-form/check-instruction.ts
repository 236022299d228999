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
  const found: Readonly<Record<string, TextRange | undefined>> = {
    remedy: findRemedy(section, regime.remedy),
    body: regime.body === undefined ? findBody(section, regime) : findNamed(section, regime.body),
    seat: regime.seat === undefined ? match(section, seat) : findNamed(section, regime.seat),
    period: findPeriod(section, regime.period),
    form: match(section, form),
  };
  return new Map(
    regime.parts.flatMap((part) => {
      const place = found[part];
      if (place === undefined) return [];
      return [[part, { start: range.start + place.start, end: range.start + place.end }] as const];
    }),
  );
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

function findRemedy(section: string, remedy: string): TextRange | undefined {
  const verbs = { Widerspruch: "widersprechen", Klage: "klagen", Einspruch: "Einspruch" };
  const verb = verbs[remedy as keyof typeof verbs];
  const pattern = new RegExp(
    `(?<!\\p{L}|[Kk]eine?n? )(?:${remedy}(?:e?s)?|${verb})(?!\\p{L})`,
    "gu",
  );
  const place = Array.from(section.matchAll(pattern)).find(
    ({ index, 0: word }) => !isExcluded(section.slice(index + word.length)),
  );
  return place && { start: place.index, end: place.index + place[0].length };
}

/** `Widerspruch ist nicht möglich`: the sentence goes on to say that there is no such remedy. */
function isExcluded(rest: string): boolean {
  const sentence = /^[^.!?\n]{0,160}/u.exec(rest)?.[0] ?? "";
  return excluded.test(sentence);
}

const excluded =
  /(?<!\p{L})(?:(?:nicht|nie) (?:mehr )?(?:möglich|zulässig|statthaft|gegeben|statt)|ausgeschlossen|unzulässig|unstatthaft)(?!\p{L})/u;

function findBody(section: string, { remedy }: Regime): TextRange | undefined {
  return match(section, remedy === "Klage" ? court : authority);
}

/** All words of a name in one place, whatever their case ending. */
function findNamed(section: string, name: string): TextRange | undefined {
  const words = name.normalize("NFC").match(/[\p{L}\d]+/gu) ?? [];
  const stems = words.map((word) => word.replace(/(?<=\p{L}{4})(?:e[nrs]?|s|n)$/u, ""));
  if (stems.length === 0) return undefined;
  const pattern = stems.map((stem) => `${stem}\\p{Ll}{0,3}`).join("[^\\p{L}\\d]{1,4}");
  return match(section, new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, "iu"));
}

function findPeriod(section: string, period: string): TextRange | undefined {
  const wanted = Array.from(period.matchAll(duration), keyOf)[0];
  if (wanted === undefined) return findNamed(section, period);
  const found = Array.from(section.matchAll(duration)).find((one) => keyOf(one) === wanted);
  return found && { start: found.index, end: found.index + found[0].length };
}

/** `eines Monats` and `1 Monat` alike; four weeks are no month. */
function keyOf([, count = "ein", unit = "Monat"]: RegExpExecArray): string {
  const lower = count.toLowerCase();
  const number = /^\d/u.test(lower)
    ? Number(lower)
    : numbers.indexOf(lower.replace(/^ein.*$/u, "ein"));
  return `${number} ${unit.toLowerCase()}`;
}

function match(section: string, pattern: RegExp): TextRange | undefined {
  const found = pattern.exec(section);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}
