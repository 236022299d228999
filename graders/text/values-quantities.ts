import { measuredValue, type Measure, type ValueReading } from "./value.ts";
import { numberFromWord, readNumber, round, type NumberReading } from "./values-numbers.ts";
import { hasRole, role, type ValueToken } from "./values-token.ts";
import { isCompound, readUnit, type UnitReading } from "./values-units.ts";
import { vocabulary, type Unit } from "./values-vocabulary.ts";

/**
 * Reads amounts of money (`37,- Euro`, `EUR 1 234,50`, `37 Euro 50`, `50 Cent`), durations
 * (`14 Tage`, `zweiwöchige`, `halbes Jahr`, `Monatsfrist`), measures (`19 %`, `3 km`), and numbers
 * without a unit. In `4 bis 6 Wochen` both numbers have the unit. What hyphens join has its unit as
 * well (`14-Tage-Frist`, `10-Euro-Schein`, also where it is but a name: `49-Euro-Ticket`); in
 * `37 Euro-Straße` the unit belongs to the word behind it, so the 37 is no amount.
 */
export function readQuantities(
  tokens: readonly ValueToken[],
  at: number,
): ValueReading | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "digits") {
    return readAttachedSuffix(tokens, at) ?? readNumberWithUnit(tokens, at);
  }
  return (
    readCurrencyFirst(tokens, at) ??
    readPercentFirst(tokens, at) ??
    readHalf(tokens, at) ??
    readUnitWord(tokens, at) ??
    readNumberWithUnit(tokens, at) ??
    readOrdinalWord(tokens, at)
  );
}

function readNumberWithUnit(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const number = readNumber(tokens, at);
  if (number === undefined) return undefined;
  const span = { from: at, to: number.next };
  const behind = repeatedBehind(tokens, number);
  const unit = number.dash ? euroDash(tokens, number) : readUnit(tokens, behind);
  if (unit !== undefined) return withUnit(tokens, { at, number, unit });
  const inherited = unitAhead(tokens, number.next, 3);
  if (inherited !== undefined) return reading(tokens, span, measured(number.amount, inherited));
  if (number.form === "article" || number.form === "foreign") return undefined;
  return reading(tokens, span, { kind: "number", unit: "", amount: number.amount });
}

/** Where the unit stands: behind the `(10)` of `zehn (10) Jahre`, behind the hyphen of `14-Tage-Frist`. */
function repeatedBehind(tokens: readonly ValueToken[], { next, amount }: NumberReading): number {
  const sign = tokens[next];
  if (sign?.text === "-" && sign.gap === "none") {
    const joined = isCompound(tokens, next + 1) || isJoinedUnit(tokens, next + 1);
    return joined ? next + 1 : next;
  }
  const again = sign?.text === "(" ? readNumber(tokens, next + 1) : undefined;
  const closes = again !== undefined && tokens[again.next]?.text === ")";
  return closes && again.amount === amount ? again.next + 1 : next;
}

/** `six-month stay`, `2-mal`; not the `A-5 m` of a name. */
function isJoinedUnit(tokens: readonly ValueToken[], at: number): boolean {
  const unit = tokens[at]?.gap === "none" ? readUnit(tokens, at) : undefined;
  return unit !== undefined && (unit.kind === "duration" || unit.name === "times");
}

function withUnit(
  tokens: readonly ValueToken[],
  found: { readonly at: number; readonly number: NumberReading; readonly unit: UnitReading },
): ValueReading {
  const { at, number, unit } = found;
  const thousands = number.ambiguous && tokens[unit.next - 1]?.lower === "euros";
  const amount = thousands ? number.amount * 1000 : number.amount;
  const cents = unit.name === "EUR" && unit.factor === 1 ? readCents(tokens, unit.next) : undefined;
  const isHours = unit.name === "minute" && unit.factor === 60;
  const minutes = isHours ? readMinutes(tokens, unit.next) : undefined;
  const span = { from: at, to: cents?.next ?? minutes?.next ?? unit.next };
  const rest = (cents?.amount ?? 0) / 100 + (minutes?.amount ?? 0) / 60;
  return reading(tokens, span, measured(amount + rest, unit));
}

/** `37,-` is money even without a currency. */
function euroDash(tokens: readonly ValueToken[], number: NumberReading): UnitReading {
  const unit = readUnit(tokens, number.next);
  if (unit?.kind === "money") return unit;
  return { kind: "money", name: "EUR", factor: 1, next: number.next };
}

/** The minutes of `1 Stunde 30 Minuten`, `eine Stunde und 30 Minuten`. */
function readMinutes(
  tokens: readonly ValueToken[],
  at: number,
): { readonly amount: number; readonly next: number } | undefined {
  const minutes = readNumber(tokens, tokens[at]?.lower === "und" ? at + 1 : at);
  if (minutes === undefined || minutes.amount >= 60) return undefined;
  const unit = readUnit(tokens, minutes.next);
  return unit?.name === "minute" && unit.factor === 1
    ? { amount: minutes.amount, next: unit.next }
    : undefined;
}

/** The cents of `37 Euro 50`, `37 Euro und 50 Cent`, `zwei Euro fünfzig`. */
function readCents(
  tokens: readonly ValueToken[],
  at: number,
): { readonly amount: number; readonly next: number } | undefined {
  const start = tokens[at]?.lower === "und" ? at + 1 : at;
  const cents = readNumber(tokens, start);
  if (cents === undefined || cents.amount >= 100 || !Number.isInteger(cents.amount))
    return undefined;
  const unit = readUnit(tokens, cents.next);
  if (unit?.kind === "money" && unit.factor === 0.01)
    return { amount: cents.amount, next: unit.next };
  const token = tokens[start];
  const isShort = cents.form === "word" ? cents.amount >= 10 : token?.text.length === 2;
  const bare = start === at && isShort && cents.form !== "foreign";
  return bare && token?.gap === "blank" && unit === undefined && !continues(tokens, cents.next)
    ? cents
    : undefined;
}

/** Something that makes the two digits behind `Euro` a value of their own. */
function continues(tokens: readonly ValueToken[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (token.kind !== "sign" || continuing.has(token.text));
}

const continuing = new Set(["-", ":", "/", "%"]);

function readCurrencyFirst(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  if (!hasRole(tokens, at, role.currency)) return undefined;
  const currency = vocabulary.currencies.get(tokens[at]?.lower ?? "");
  if (currency === undefined) return undefined;
  const start = tokens[at + 1]?.text === ":" ? at + 2 : at + 1;
  const token = tokens[start];
  if (token?.kind !== "digits" || token.gap === "break") return undefined;
  const number = readNumber(tokens, start);
  if (number === undefined || readUnit(tokens, number.next) !== undefined) return undefined;
  const amount = number.ambiguous ? number.amount * 1000 : number.amount;
  const unit = { kind: "money", name: currency, factor: 1, next: number.next } as const;
  return reading(tokens, { from: at, to: number.next }, measured(amount, unit));
}

/** Turkish puts the sign or the word for percent before the number: `%15`. */
function readPercentFirst(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  if (!hasRole(tokens, at, role.percentFirst)) return undefined;
  const token = tokens[at + 1];
  const sticks = tokens[at]?.kind === "sign" ? token?.gap === "none" : token?.gap === "blank";
  const number = token?.kind === "digits" && sticks ? readNumber(tokens, at + 1) : undefined;
  if (number === undefined || readUnit(tokens, number.next) !== undefined) return undefined;
  const unit = { kind: "quantity", name: "percent", factor: 1, next: number.next } as const;
  return reading(tokens, { from: at, to: number.next }, measured(number.amount, unit));
}

/** `ein halbes Jahr`, `halber Tag`. */
function readHalf(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const start = hasRole(tokens, at, role.one) ? at + 1 : at;
  if (!hasRole(tokens, start, role.half)) return undefined;
  const unit = readUnit(tokens, start + 1);
  if (unit === undefined) return undefined;
  return reading(tokens, { from: at, to: unit.next }, measured(0.5, unit));
}

/** Words that are number and unit in one: `Monatsfrist`, `zweiwöchig`. */
function readUnitWord(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const token = tokens[at];
  if (token?.kind !== "word" || token.text.length > 40) return undefined;
  if ((token.roles & role.unitWord) === 0) return undefined;
  const whole = vocabulary.unitWords.get(token.lower);
  if (whole !== undefined) return wordReading(tokens, at, { amount: 1, unit: whole });
  const suffix = suffixOf(token.lower);
  if (suffix === undefined) return undefined;
  const head = numberWordOrOne(token.lower.slice(0, suffix.start));
  return head === undefined || (head === 1 && suffix.unit.name === "times")
    ? undefined
    : wordReading(tokens, at, { amount: head, unit: suffix.unit });
}

/** `14-tägig`, `14tägig`, `16-Jährige`. */
function readAttachedSuffix(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const behind = tokens[at + 1];
  if (behind?.gap !== "none") return undefined;
  const hyphen = behind.text === "-";
  const word = hyphen ? tokens[at + 2] : behind;
  if (word?.kind !== "word" || word.gap !== "none") return undefined;
  if ((word.roles & role.unitWord) === 0) return undefined;
  const suffix = suffixOf(word.lower);
  if (suffix?.start !== 0) return undefined;
  const amount = Number(tokens[at]?.text);
  const span = { from: at, to: hyphen ? at + 3 : at + 2 };
  return reading(tokens, span, measured(amount, suffix.unit));
}

/** The unit at the end of `zweiwöchige`, and where it starts. */
export function suffixOf(
  word: string,
): { readonly start: number; readonly unit: Unit } | undefined {
  const bare = word.replace(/(?:e[nmrs]?|keit)$/u, "");
  for (const [suffix, unit] of vocabulary.unitSuffixes) {
    if (bare.endsWith(suffix)) return { start: bare.length - suffix.length, unit };
  }
  return undefined;
}

function numberWordOrOne(word: string): number | undefined {
  if (vocabulary.one.has(word)) return 1;
  if (word === "halb") return 0.5;
  return numberFromWord(word) ?? vocabulary.foreignNumbers.get(word);
}

function wordReading(
  tokens: readonly ValueToken[],
  at: number,
  found: { readonly amount: number; readonly unit: Unit },
): ValueReading {
  return reading(tokens, { from: at, to: at + 1 }, measured(found.amount, found.unit));
}

/** `zweiten Stock` is read as the number 2, as `2. Stock` is. */
function readOrdinalWord(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const token = tokens[at];
  if (token?.kind !== "word" || token.text.length > 24) return undefined;
  if ((token.roles & role.ordinal) === 0) return undefined;
  const amount = vocabulary.ordinals.get(token.lower.replace(/e[nmrs]?$/u, ""));
  if (amount === undefined || !/e[nmrs]?$/u.test(token.lower)) return undefined;
  return reading(tokens, { from: at, to: at + 1 }, { kind: "number", unit: "", amount });
}

/** The unit behind a range or a choice: `4 bis 6 Wochen`, `3 oder 6 Monate`, `10-35 Euro`. */
function unitAhead(
  tokens: readonly ValueToken[],
  at: number,
  depth: number,
): UnitReading | undefined {
  const connector = tokens[at];
  if (connector === undefined || connector.gap === "break" || depth === 0) return undefined;
  const between =
    (connector.lower === "und" && isBehind(tokens, at, "zwischen")) ||
    (connector.lower === "auf" && isBehind(tokens, at, "von"));
  if (!between && (connector.roles & role.connector) === 0) return undefined;
  const start =
    tokens[at + 1]?.lower === "zu" || hasRole(tokens, at + 1, role.minus) ? at + 2 : at + 1;
  const number = readNumber(tokens, start);
  if (number === undefined || number.form === "article") return undefined;
  return readUnit(tokens, number.next) ?? unitAhead(tokens, number.next, depth - 1);
}

/** `zwischen 20 und 25 Jahren`, `von 20 auf 25 Jahre` */
function isBehind(tokens: readonly ValueToken[], at: number, word: string): boolean {
  for (let back = at - 2; back >= Math.max(0, at - 5); back -= 1) {
    if (tokens[back]?.lower === word) return true;
  }
  return false;
}

function measured(amount: number, { kind, name, factor }: Unit): Measure {
  return { kind, unit: name, amount: round(amount * factor) };
}

function reading(
  tokens: readonly ValueToken[],
  span: { readonly from: number; readonly to: number },
  measure: Measure,
): ValueReading {
  const start = tokens[span.from]?.start ?? 0;
  const end = tokens[span.to - 1]?.end ?? start;
  return { values: [measuredValue(measure, { start, end })], next: span.to };
}
