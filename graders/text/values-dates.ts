import type { ValueToken } from "./values-tokens.ts";
import { vocabulary } from "./values-vocabulary.ts";
import type { ValueReading } from "./value.ts";

/**
 * Reads dates: `1. März 2026`, `01.03.2026`, `1.3.26`, `01.03.`, `2026-03-01`, `March 1, 2026`,
 * `ersten März`, and `März 2026` (a month). A day without its month in front of another date
 * (`vom 1. bis 15. März`) has the month and the year of that date. The canonical form is
 * ISO 8601; `--03-01` when the year is not said.
 */
export function readDates(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const parts =
    readIso(tokens, at) ??
    readNumeric(tokens, at) ??
    readDayMonth(tokens, at) ??
    readMonthFirst(tokens, at) ??
    readDayOnly(tokens, at);
  if (parts === undefined) return undefined;
  const start = tokens[at]?.start ?? 0;
  const end = tokens[parts.next - 1]?.end ?? start;
  const kind = parts.day === undefined ? "month" : "date";
  return { values: [{ kind, start, end, canonical: isoOf(parts) }], next: parts.next };
}

interface DateParts {
  readonly day?: number;
  readonly month: number;
  readonly year?: number | undefined;
  readonly next: number;
}

function isoOf({ day, month, year }: DateParts): string {
  const monthText = String(month).padStart(2, "0");
  if (day === undefined) return `${year ?? "-"}-${monthText}`;
  return `${year ?? "-"}-${monthText}-${String(day).padStart(2, "0")}`;
}

/** `2026-03-01`, `2026-3-1` */
function readIso(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const year = yearAt(tokens, at);
  const month = joinedNumber(tokens, at + 1, "-");
  const day = joinedNumber(tokens, at + 3, "-");
  if (year === undefined) return undefined;
  return checked({ day, month, year, next: at + 5 });
}

/** `01.03.2026`, `1. 3. 26`, `01.03.`, `31/03/2026`, `31-03-2026`, and `31.03` behind `bis`. */
function readNumeric(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const day = shortNumber(tokens[at]);
  const separator = tokens[at + 1]?.text;
  if (day === undefined || tokens[at + 1]?.gap !== "none") return undefined;
  const month = shortNumber(tokens[at + 2]);
  if (separator === "/" || separator === "-") {
    const year = tokens[at + 3]?.text === separator ? yearAt(tokens, at + 4) : undefined;
    return year === undefined ? undefined : checked({ day, month, year, next: at + 5 });
  }
  if (
    separator !== "." ||
    !isNear(tokens[at + 2]) ||
    tokens[at + 2]?.gap === "line" ||
    isNumbering(tokens, at)
  )
    return undefined;
  const closing = tokens[at + 3];
  if (closing?.text !== "." || closing.gap !== "none") return withoutClosingDot(tokens, at);
  const behind = yearBehind(tokens, at + 4);
  return isDigits(tokens[behind.next]) ? undefined : checked({ day, month, ...behind });
}

/** `Position 1.4.`, `Nr. 1.4.` */
function isNumbering(tokens: readonly ValueToken[], at: number): boolean {
  const before = tokens[at - 1]?.text === "." ? tokens[at - 2] : tokens[at - 1];
  return vocabulary.numbering.has(before?.lower ?? "");
}

/** `bis 31.03` is how people write a date in a hurry; without `bis`, `am` … it is a decimal. */
function withoutClosingDot(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const [day, month, after] = [tokens[at], tokens[at + 2], tokens[at + 3]];
  if (day?.text.length !== 2 || month?.text.length !== 2 || month.gap !== "none") return undefined;
  if (!vocabulary.datePrepositions.has(tokens[at - 1]?.lower ?? "")) return undefined;
  const unit = after?.lower ?? "";
  if (vocabulary.units.has(unit) || vocabulary.currencies.has(unit)) return undefined;
  if (
    vocabulary.clock.has(unit) ||
    (unit === "," && after?.gap === "none" && isDigits(tokens[at + 4]))
  ) {
    return undefined;
  }
  return checked({ day: Number(day.text), month: Number(month.text), next: at + 3 });
}

/** Year behind `1.3.`: four digits, or two that stick to the dot. */
function yearBehind(
  tokens: readonly ValueToken[],
  at: number,
): { readonly year?: number | undefined; readonly next: number } {
  const token = tokens[at];
  const full = isNear(token) ? yearAt(tokens, at) : undefined;
  if (full !== undefined) return { year: full, next: at + 1 };
  if (token?.kind !== "digits" || token.gap !== "none" || token.text.length !== 2) {
    return { next: at };
  }
  const short = Number(token.text);
  return { year: short < 70 ? 2000 + short : 1900 + short, next: at + 1 };
}

/** `1. März 2026`, `1 Mart 2026`, `ersten März`, `1st of March 2026` */
function readDayMonth(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const day = shortNumber(tokens[at]) ?? ordinal(tokens[at]);
  if (day === undefined) return undefined;
  const monthAt = skip(tokens, at + 1, [".", "st", "nd", "rd", "th", "er", "of", "de"]);
  const pair = monthPair(tokens, monthAt);
  const month = pair ?? monthNumber(tokens[monthAt]);
  if (month === undefined || !isNear(tokens[monthAt])) return undefined;
  const afterMonth = monthAt + (pair === undefined ? 1 : 2);
  const afterDot = skip(tokens, afterMonth, shortMonth(tokens[monthAt]) ? ["."] : []);
  const yearStart = skip(tokens, afterDot, [","]);
  const year = isNear(tokens[yearStart]) ? yearAt(tokens, yearStart) : undefined;
  return checked({ day, month, year, next: year === undefined ? afterDot : yearStart + 1 });
}

/** `March 1, 2026`, `March 2026`, `März 2026`; a lone month name is a word, not a value. */
function readMonthFirst(tokens: readonly ValueToken[], at: number): DateParts | undefined {
  const month = tokens[at]?.kind === "word" ? monthNumber(tokens[at]) : undefined;
  if (month === undefined) return undefined;
  const start = skip(tokens, at + 1, shortMonth(tokens[at]) ? ["."] : []);
  if (!isNear(tokens[start])) return undefined;
  const year = yearAt(tokens, start);
  if (year !== undefined) return { month, year, next: start + 1 };
  const day = shortNumber(tokens[start]);
  if (day === undefined || !isEnglishMonth(tokens[at])) return undefined;
  const behind = skip(tokens, start + 1, ["st", "nd", "rd", "th", ","]);
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
  const connector = tokens[at + 2]?.lower;
  if (!["-", "bis", "und", "oder", "/"].includes(connector ?? "")) return undefined;
  const start = skip(tokens, at + 3, ["zum", "dem", "den"]);
  const other = readNumeric(tokens, start) ?? readDayMonth(tokens, start);
  if (other?.day === undefined) return undefined;
  return checked({ day, month: other.month, year: other.year, next: at + 2 });
}

/** The first day of `9–13 Kasım 2026`, `16 and 17 June`, which have no dots. */
function readBareDay(
  tokens: readonly ValueToken[],
  at: number,
  day: number,
): DateParts | undefined {
  const connector = tokens[at + 1];
  if (connector === undefined || !vocabulary.dayJoints.has(connector.lower)) return undefined;
  const other =
    shortNumber(tokens[at + 2]) === undefined ? undefined : readDayMonth(tokens, at + 2);
  if (other?.day === undefined || other.day <= day) return undefined;
  return checked({ day, month: other.month, year: other.year, next: at + 1 });
}

function checked(parts: {
  readonly day: number | undefined;
  readonly month: number | undefined;
  readonly year?: number | undefined;
  readonly next: number;
}): DateParts | undefined {
  const { day, month } = parts;
  if (day === undefined || month === undefined || month < 1 || month > 12 || day < 1) {
    return undefined;
  }
  const lastDay = new Date(Date.UTC(parts.year ?? 2024, month, 0)).getUTCDate();
  return day > lastDay ? undefined : { ...parts, day, month };
}

function yearAt(tokens: readonly ValueToken[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== "digits" || token.text.length !== 4) return undefined;
  const year = Number(token.text);
  return year >= 1800 && year < 2200 ? year : undefined;
}

function joinedNumber(tokens: readonly ValueToken[], at: number, sign: string): number | undefined {
  const [joint, token] = [tokens[at], tokens[at + 1]];
  if (joint?.text !== sign || joint.gap !== "none" || token?.gap !== "none") return undefined;
  return shortNumber(token);
}

function shortNumber(token: ValueToken | undefined): number | undefined {
  return token?.kind === "digits" && token.text.length <= 2 ? Number(token.text) : undefined;
}

function ordinal(token: ValueToken | undefined): number | undefined {
  if (token?.kind !== "word" || token.text.length > 24) return undefined;
  return vocabulary.ordinals.get(token.lower.replace(/e[nrs]?$/u, ""));
}

function monthNumber(token: ValueToken | undefined): number | undefined {
  return token === undefined ? undefined : vocabulary.months.get(token.lower);
}

/** Months of the Levant have two words: `كانون الثاني`. */
function monthPair(tokens: readonly ValueToken[], at: number): number | undefined {
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

function skip(tokens: readonly ValueToken[], at: number, words: readonly string[]): number {
  let next = at;
  while (next < at + 3 && words.includes(tokens[next]?.lower ?? "")) next += 1;
  return next;
}

function isNear(token: ValueToken | undefined): boolean {
  return token !== undefined && token.gap !== "break";
}

function isDigits(token: ValueToken | undefined): boolean {
  return token?.kind === "digits" && token.gap === "none";
}
