import { hasRole, role, type ValueToken } from "./values-token.ts";
import { vocabulary } from "./values-vocabulary.ts";

/** A number as read from the tokens `from` to before `next`. */
export interface NumberReading {
  readonly amount: number;
  readonly next: number;
  /** `article`: ein, eine …; `foreign`: a number word of another language; both need a unit. */
  readonly form: "digits" | "word" | "article" | "foreign";
  /** True for `1,234`: a German decimal, but thousands in English text. */
  readonly ambiguous: boolean;
  /** True for `37,-`, which only amounts of money are written like. */
  readonly dash: boolean;
}

/** Longest chain of groups in one number (`1.234.567.890,12`); bounds the look-ahead. */
const longestChain = 8;

/**
 * Reads the number that starts at a token: `1.234,50`, `1 234,5`, `1,234.50`, `37,-`, `1½`, `zwölf`,
 * `einundzwanzig`, `2 Millionen`, `ein` (only good together with a unit).
 */
export function readNumber(tokens: readonly ValueToken[], from: number): NumberReading | undefined {
  const reading = readDigits(tokens, from) ?? readWord(tokens, from);
  if (reading === undefined || reading.form === "foreign") return reading;
  if (!hasRole(tokens, reading.next, role.large)) return reading;
  const multiplier = tokens[reading.next];
  const factor = multiplier && vocabulary.large.get(multiplier.lower);
  if (multiplier === undefined || factor === undefined || multiplier.gap === "break") {
    return reading;
  }
  const dot = tokens[reading.next + 1];
  const dotted = dot?.text === "." && dot.gap === "none" && multiplier.text.length <= 3;
  return {
    ...reading,
    amount: round(reading.amount * factor),
    form: reading.form === "article" ? "word" : reading.form,
    next: reading.next + (dotted ? 2 : 1),
  };
}

/** Six decimals are more than any value of office life has. */
export function round(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}

interface Group {
  readonly separator: string;
  readonly digits: string;
}

const noGroups: readonly Group[] = [];

function readDigits(tokens: readonly ValueToken[], from: number): NumberReading | undefined {
  const first = tokens[from];
  const alone = fractionAt(first);
  if (alone !== undefined) {
    return { amount: alone, next: from + 1, form: "digits", ambiguous: false, dash: false };
  }
  if (first?.kind !== "digits") return undefined;
  const groups = startsGroup(tokens, from + 1) ? followingGroups(tokens, from) : noGroups;
  const { amount, used, ambiguous } = interpret(first, groups);
  const next = from + 1 + widthOf(groups, used);
  const dash = dashesAfter(tokens, next);
  const fraction = used === 0 ? fractionAt(tokens[next]) : undefined;
  return {
    amount: round(amount + (fraction ?? 0)),
    next: next + dash + (fraction === undefined ? 0 : 1),
    form: "digits",
    ambiguous,
    dash: dash > 0,
  };
}

/** `½`, also behind a whole number: `1½`, `1 ½`. */
function fractionAt(token: ValueToken | undefined): number | undefined {
  if (token === undefined || (token.roles & role.fraction) === 0) return undefined;
  return token.gap === "break" ? undefined : vocabulary.fractions.get(token.text);
}

/** A blank between groups takes no token, a sign takes one. */
function widthOf(groups: readonly Group[], used: number): number {
  let width = 0;
  for (let at = 0; at < used; at += 1) width += groups[at]?.separator === " " ? 1 : 2;
  return width;
}

/** Three digits behind a blank, or a sign that joins. */
function startsGroup(tokens: readonly ValueToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "digits") return isJoint(token) && tokens[at + 1]?.kind === "digits";
  return token.gap === "blank" && token.text.length === 3;
}

function followingGroups(tokens: readonly ValueToken[], from: number): Group[] {
  const groups: Group[] = [];
  let at = from + 1;
  while (groups.length < longestChain) {
    const token = tokens[at];
    const after = tokens[at + 1];
    if (token?.kind === "digits" && token.gap === "blank" && token.text.length === 3) {
      groups.push({ separator: " ", digits: token.text });
      at += 1;
    } else if (isJoint(token) && after?.kind === "digits" && after.gap === "none") {
      groups.push({ separator: token?.text ?? "", digits: after.text });
      at += 2;
    } else break;
  }
  return groups;
}

function isJoint(token: ValueToken | undefined): boolean {
  return token?.kind === "sign" && token.gap === "none" && joints.has(token.text);
}

const joints = new Set([".", ",", "'", "’"]);

/** How many of the groups belong to the number, and what it amounts to. */
function interpret(
  first: ValueToken,
  groups: readonly Group[],
): { readonly amount: number; readonly used: number; readonly ambiguous: boolean } {
  const head = first.text;
  if (groups.length === 0) {
    return { amount: first.number < 0 ? Number(head) : first.number, used: 0, ambiguous: false };
  }
  const thousands = countThousands(head, groups);
  let whole = head;
  for (let at = 0; at < thousands; at += 1) whole += groups[at]?.digits ?? "";
  const fraction = groups[thousands];
  const grouping = groups[thousands - 1]?.separator;
  const isFraction =
    fraction !== undefined &&
    (fraction.separator === "." || fraction.separator === ",") &&
    fraction.separator !== grouping;
  const amount = Number(isFraction ? `${whole}.${fraction.digits}` : whole);
  const ambiguous =
    isFraction && thousands === 0 && fraction.separator === "," && fraction.digits.length === 3;
  return { amount, used: thousands + (isFraction ? 1 : 0), ambiguous };
}

/**
 * Groups of exactly three digits behind one and the same separator are thousands. A single comma
 * is a German decimal, unless a dot or a further comma follows as in `1,234.50`.
 */
function countThousands(head: string, groups: readonly Group[]): number {
  const separator = groups[0]?.separator;
  if (separator === undefined || head.length > 3 || head.startsWith("0")) return 0;
  let count = 0;
  while (groups[count]?.separator === separator && groups[count]?.digits.length === 3) count += 1;
  const rest = groups[count];
  if (separator === "," && count === 1 && rest?.separator !== ".") return 0;
  return count;
}

/** `37,-`, `37,--` and the Swiss `37.-`: how many tokens the dashes take. */
function dashesAfter(tokens: readonly ValueToken[], at: number): number {
  const comma = tokens[at];
  if (comma?.gap !== "none" || (comma.text !== "," && comma.text !== ".")) return 0;
  const [dash, second] = [tokens[at + 1], tokens[at + 2]];
  if (dash?.text !== "-" || dash.gap !== "none") return 0;
  if (comma.text === "." && second?.gap === "none" && second.kind !== "sign") return 0;
  return second?.text === "-" && second.gap === "none" ? 3 : 2;
}

function readWord(tokens: readonly ValueToken[], from: number): NumberReading | undefined {
  const token = tokens[from];
  if (token?.kind !== "word") return undefined;
  const base = { next: from + 1, ambiguous: false, dash: false } as const;
  if (token.roles & role.one) return { ...base, amount: 1, form: "article" };
  const amount = token.roles & role.numeral ? numberFromWord(token.lower) : undefined;
  if (amount !== undefined) return { ...base, amount, form: "word" };
  if ((token.roles & role.foreign) === 0) return undefined;
  const tens = vocabulary.turkishTens.get(token.lower);
  const ones =
    tens === undefined ? undefined : vocabulary.turkishOnes.get(tokens[from + 1]?.lower ?? "");
  if (tens !== undefined && ones !== undefined)
    return { ...base, amount: tens + ones, form: "foreign", next: from + 2 };
  const foreign = vocabulary.foreignNumbers.get(token.lower);
  return foreign === undefined ? undefined : { ...base, amount: foreign, form: "foreign" };
}

/** `zweihundertfünfzig` → 250; undefined when the word is no number up to 999 999. */
export function numberFromWord(word: string): number | undefined {
  if (word.length < 3 || word.length > 60) return undefined;
  const known = vocabulary.numbers.get(word);
  if (known !== undefined) return known;
  return splitAt(word, "tausend", 1000) ?? splitAt(word, "hundert", 100) ?? unitsAndTens(word);
}

function splitAt(word: string, power: string, size: number): number | undefined {
  const at = word.indexOf(power);
  if (at < 0) return undefined;
  const before = word.slice(0, at);
  const after = word.slice(at + power.length).replace(/^und/u, "");
  const count = before === "" || before === "ein" ? 1 : numberFromWord(before);
  const rest = after === "" ? 0 : after === "eins" ? 1 : numberFromWord(after);
  if (count === undefined || rest === undefined || count >= 1000 || rest >= size) return undefined;
  return count * size + rest;
}

function unitsAndTens(word: string): number | undefined {
  const at = word.indexOf("und");
  if (at < 3) return undefined;
  const ones = word.slice(0, at) === "ein" ? 1 : vocabulary.numbers.get(word.slice(0, at));
  const tens = vocabulary.numbers.get(word.slice(at + 3));
  if (ones === undefined || tens === undefined) return undefined;
  return ones < 10 && tens >= 20 && tens < 100 ? ones + tens : undefined;
}
