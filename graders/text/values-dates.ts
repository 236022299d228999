import { lastDayOf } from "./last-day.ts";
import { datedValue, type ValueReading } from "./value.ts";
import { hasRole, role, type ValueToken } from "./values-token.ts";
import { vocabulary } from "./values-vocabulary.ts";

/**
 * Reads dates: `1. März 2026`, `01.03.2026`, `1.3.26`, `01.03.`, `2026-03-01`, `March 1, 2026`,
 * `ersten März`, and `März 2026` (a month). A day without its month in front of another date
 * (`vom 1. bis 15. März`) has the month and the year of that date. The canonical form is
 * ISO 8601; `--03-01` when the year is not said.
 */
export function readDates(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const parts = partsAt(tokens, at);
  if (parts === undefined) return undefined;
  const start = tokens[at]?.start ?? 0;
  const end = tokens[parts.next - 1]?.end ?? start;
  return { values: [datedValue(parts, { start, end })], next: parts.next };
}

interface DateParts {
  /** 0 for a month. */
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
  readonly next: number;
}

function partsAt(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const token = tokens[at];
  if (token?.kind === "word") return readDayMonth(tokens, at) ?? readMonthFirst(tokens, at);
  if (token?.kind !== "digits" || token.text.length > 4) return undefined;
  if (token.text.length === 4) return readIso(tokens, at);
  if (token.text.length > 2) return undefined;
  return readNumeric(tokens, at) ?? readDayMonth(tokens, at) ?? readDayOnly(tokens, at);
}

/** `2026-03-01`, `2026-3-1` */
function readIso(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  if (tokens[at + 1]?.text !== "-") return undefined;
  const year = yearAt(tokens, at);
  if (year === undefined) return undefined;
  const month = joinedNumber(tokens, at + 1);
  const day = joinedNumber(tokens, at + 3);
  return checked({ day, month, year, next: at + 5 });
}

/** `01.03.2026`, `1. 3. 26`, `01.03.`, `31/03/2026`, `31-03-2026`, and `31.03` behind `bis`. */
function readNumeric(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const joint = tokens[at + 1];
  if (joint?.gap !== "none" || joint.kind !== "sign") return undefined;
  const [day, month] = [shortNumber(tokens[at]), shortNumber(tokens[at + 2])];
  if (day === undefined) return undefined;
  const separator = joint.text;
  if (separator === "/" || separator === "-") {
    const year = tokens[at + 3]?.text === separator ? yearAt(tokens, at + 4) : undefined;
    return year === undefined ? undefined : checked({ day, month, year, next: at + 5 });
  }
  const gap = tokens[at + 2]?.gap;
  if (separator !== "." || gap === "break" || gap === "line" || isNumbering(tokens, at))
    return undefined;
  const closing = tokens[at + 3];
  if (closing?.text !== "." || closing.gap !== "none") return withoutClosingDot(tokens, at);
  const { year, next } = yearBehind(tokens, at + 4);
  return isDigits(tokens[next]) ? undefined : checked({ day, month, year, next });
}

/** `Position 1.4.`, `Nr. 1.4.` */
function isNumbering(tokens: readonly ValueToken[], at: number): boolean {
  const isShort = at > 0 && tokens[at - 1]?.text === ".";
  return hasRole(tokens, isShort ? at - 2 : at - 1, role.numbering);
}

/** `bis 31.03` is how people write a date in a hurry; without `bis`, `am` … it is a decimal. */
function withoutClosingDot(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const [day, month, after] = [tokens[at], tokens[at + 2], tokens[at + 3]];
  if (day?.text.length !== 2 || month?.text.length !== 2 || month.gap !== "none") return undefined;
  if (!hasRole(tokens, at - 1, role.datePreposition)) return undefined;
  if (hasRole(tokens, at + 3, role.measure | role.currency | role.clock)) return undefined;
  if (after?.text === "," && after.gap === "none" && isDigits(tokens[at + 4])) return undefined;
  return checked({ day: day.number, month: month.number, year: undefined, next: at + 3 });
}

/** Year behind `1.3.`: four digits, or two that stick to the dot. */
function yearBehind(
  tokens: readonly ValueToken[],
  at: number,
): { readonly year: number | undefined; readonly next: number } {
  const token = tokens[at];
  const full = isNear(token) ? yearAt(tokens, at) : undefined;
  if (full !== undefined) return { year: full, next: at + 1 };
  if (token?.kind !== "digits" || token.gap !== "none" || token.text.length !== 2) {
    return { year: undefined, next: at };
  }
  const short = token.number;
  return { year: short < 70 ? 2000 + short : 1900 + short, next: at + 1 };
}

/** `1. März 2026`, `1 Mart 2026`, `ersten März`, `1st of March 2026` */
function readDayMonth(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const day = shortNumber(tokens[at]) ?? ordinal(tokens[at]);
  if (day === undefined) return undefined;
  const monthAt = behindDay(tokens, at + 1);
  if (!hasRole(tokens, monthAt, role.month | role.monthPair)) return undefined;
  const pair = monthPair(tokens, monthAt);
  const month = pair ?? monthNumber(tokens[monthAt]);
  if (month === undefined || !isNear(tokens[monthAt])) return undefined;
  const afterMonth = monthAt + (pair === undefined ? 1 : 2);
  const afterDot = shortMonth(tokens[monthAt]) ? skip(tokens, afterMonth, dots) : afterMonth;
  const yearStart = skip(tokens, afterDot, commas);
  const year = isNear(tokens[yearStart]) ? yearAt(tokens, yearStart) : undefined;
  return checked({ day, month, year, next: year === undefined ? afterDot : yearStart + 1 });
}

/** `March 1, 2026`, `March 2026`, `März 2026`; a lone month name is a word, not a value. */
function readMonthFirst(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const month = monthNumber(tokens[at]);
  if (month === undefined) return undefined;
  const start = shortMonth(tokens[at]) ? skip(tokens, at + 1, dots) : at + 1;
  if (!isNear(tokens[start])) return undefined;
  const year = yearAt(tokens, start);
  if (year !== undefined) return { day: 0, month, year, next: start + 1 };
  const day = shortNumber(tokens[start]);
  if (day === undefined || !isEnglishMonth(tokens[at])) return undefined;
  const behind = skip(tokens, start + 1, englishEndings);
  const yearAfter = yearAt(tokens, behind);
  return checked({
    day,
    month,
    year: yearAfter,
    next: yearAfter === undefined ? start + 1 : behind + 1,
  });
}

/** The first day of `1. bis 15. März 2026`, `1.-15.03.2026`, `1. und 15. März`. */
function readDayOnly(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const day = shortNumber(tokens[at]);
  if (day === undefined) return undefined;
  if (tokens[at + 1]?.text !== "." || tokens[at + 1]?.gap !== "none") {
    return readBareDay(tokens, at, day);
  }
  if (!dayConnectors.has(tokens[at + 2]?.lower ?? "")) return undefined;
  const start = skip(tokens, at + 3, articles);
  const other = readNumeric(tokens, start) ?? readDayMonth(tokens, start);
  if (other === undefined) return undefined;
  return checked({ day, month: other.month, year: other.year, next: at + 2 });
}

/** The first day of `9–13 Kasım 2026`, `16 and 17 June`, which have no dots. */
function readBareDay(
  tokens: readonly ValueToken[],
  at: number,
  day: number,
): DateParts | undefined {
  if (!hasRole(tokens, at + 1, role.dayJoint)) return undefined;
  const other =
    shortNumber(tokens[at + 2]) === undefined ? undefined : readDayMonth(tokens, at + 2);
  if (other === undefined || other.day <= day) return undefined;
  return checked({ day, month: other.month, year: other.year, next: at + 1 });
}

function checked(parts: {
  readonly day: number | undefined;
  readonly month: number | undefined;
  readonly year: number | undefined;
  readonly next: number;
}): DateParts | undefined {
  const { day, month, year, next } = parts;
  if (day === undefined || month === undefined || month < 1 || month > 12 || day < 1) {
    return undefined;
  }
  // Without a year 29 February is one.
  return day > lastDayOf(year ?? 2024, month) ? undefined : { day, month, year, next };
}

function yearAt(tokens: readonly ValueToken[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== "digits" || token.text.length !== 4) return undefined;
  return token.number >= 1800 && token.number < 2200 ? token.number : undefined;
}

/** The number that a hyphen joins. */
function joinedNumber(tokens: readonly ValueToken[], at: number): number | undefined {
  const [joint, token] = [tokens[at], tokens[at + 1]];
  if (joint?.text !== "-" || joint.gap !== "none" || token?.gap !== "none") return undefined;
  return shortNumber(token);
}

function shortNumber(token: ValueToken | undefined): number | undefined {
  return token?.kind === "digits" && token.text.length <= 2 ? token.number : undefined;
}

function ordinal(token: ValueToken | undefined): number | undefined {
  if (token?.kind !== "word" || token.text.length > 24) return undefined;
  if ((token.roles & role.ordinal) === 0) return undefined;
  return vocabulary.ordinals.get(token.lower.replace(/e[nrs]?$/u, ""));
}

function monthNumber(token: ValueToken | undefined): number | undefined {
  if (token === undefined || (token.roles & role.month) === 0) return undefined;
  return vocabulary.months.get(token.lower);
}

/** Months of the Levant have two words: `كانون الثاني`. */
function monthPair(tokens: readonly ValueToken[], at: number): number | undefined {
  if (!hasRole(tokens, at, role.monthPair)) return undefined;
  const [first, second] = [tokens[at], tokens[at + 1]];
  return vocabulary.monthPairs.get(`${first?.lower ?? ""} ${second?.lower ?? ""}`);
}

function shortMonth(token: ValueToken | undefined): boolean {
  return (token?.text.length ?? 0) <= 5;
}

/** `Mai 12` is a German year-like slip, `May 12` an English date. */
function isEnglishMonth(token: ValueToken | undefined): boolean {
  return /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/u.test(
    token?.lower ?? "",
  );
}

const dots = new Set(["."]);
const commas = new Set([","]);
const englishEndings = new Set(["st", "nd", "rd", "th", ","]);
const articles = new Set(["zum", "dem", "den"]);
const dayConnectors = new Set(["-", "bis", "und", "oder", "/"]);

/** Behind the ending of a day: `1. März`, `1st of March`. */
function behindDay(tokens: readonly ValueToken[], at: number): number {
  let next = at;
  while (next < at + 3 && hasRole(tokens, next, role.behindDay)) next += 1;
  return next;
}

function skip(tokens: readonly ValueToken[], at: number, words: ReadonlySet<string>): number {
  let next = at;
  while (next < at + 3 && words.has(tokens[next]?.lower ?? "")) next += 1;
  return next;
}

function isNear(token: ValueToken | undefined): boolean {
  return token !== undefined && token.gap !== "break";
}

function isDigits(token: ValueToken | undefined): boolean {
  return token?.kind === "digits" && token.gap === "none";
}
