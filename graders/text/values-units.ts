import { role, type ValueToken } from "./values-token.ts";
import { measureOf, vocabulary, type Unit } from "./values-vocabulary.ts";

/** A unit that stands behind a number: `factor` base units, up to before `next`. */
export interface UnitReading extends Unit {
  readonly next: number;
}

/** The unit at a token: a currency, cents, a measure, `mg/m³`, `vom Hundert`. */
export function readUnit(tokens: readonly ValueToken[], at: number): UnitReading | undefined {
  const token = tokens[at];
  if (token === undefined || (token.roles & role.unit) === 0) return undefined;
  if (token.gap === "break") return undefined;
  const currency = vocabulary.currencies.get(token.lower);
  if (currency !== undefined) {
    if (token.gap !== "none" && isCompound(tokens, at)) return undefined;
    return { kind: "money", name: currency, factor: 1, next: at + 1 };
  }
  if (vocabulary.cents.has(token.lower)) {
    return { kind: "money", name: "EUR", factor: 0.01, next: at + 1 };
  }
  const phrase = phraseAt(tokens, at);
  if (phrase !== undefined) return phrase;
  const unit = measureAt(tokens, at);
  if (unit === undefined) return readPerHundred(tokens, at) ?? behindDe(tokens, at);
  if (unit.name === "times" && isFactor(tokens[unit.next])) return undefined;
  return unit.kind === "quantity" ? perMeasure(tokens, unit) : unit;
}

/** `mg/m³` */
function perMeasure(tokens: readonly ValueToken[], unit: UnitReading): UnitReading {
  if (tokens[unit.next]?.text !== "/") return unit;
  const below = measureAt(tokens, unit.next + 1);
  if (below === undefined) return unit;
  const factor = unit.factor / below.factor;
  return { kind: "quantity", name: `${unit.name}/${below.name}`, factor, next: below.next };
}

/** `120 de euro`: Romanian puts `de` behind numbers from 20 on. */
function behindDe(tokens: readonly ValueToken[], at: number): UnitReading | undefined {
  return tokens[at]?.lower === "de" && tokens[at + 1]?.lower !== "de"
    ? readUnit(tokens, at + 1)
    : undefined;
}

/** In `2 mal 3 Euro`, `mal` multiplies. */
function isFactor(token: ValueToken | undefined): boolean {
  return token !== undefined && (token.kind === "digits" || vocabulary.numbers.has(token.lower));
}

/** `working days`, `кв. м`: up to three tokens. */
function phraseAt(tokens: readonly ValueToken[], at: number): UnitReading | undefined {
  if (!phraseStarts.has(tokens[at]?.lower ?? "")) return undefined;
  for (const length of [3, 2, 1]) {
    const words = tokens.slice(at, at + length).map(({ lower }) => lower);
    const unit = vocabulary.unitPhrases.get(words.join(" "));
    if (unit !== undefined) return unitReading(unit, at + length);
  }
  return undefined;
}

/** Phrases are looked for only behind their first word. */
export const phraseStarts = new Set(
  Array.from(vocabulary.unitPhrases.keys(), (phrase) => phrase.split(" ", 1)[0] ?? ""),
);

/** A unit of measure; `m²` and `m³` take two tokens. */
function measureAt(tokens: readonly ValueToken[], at: number): UnitReading | undefined {
  const token = tokens[at];
  if (token === undefined || (token.roles & role.unit) === 0) return undefined;
  const power = powerStarts.has(token.lower)
    ? powers.get(token.lower + (tokens[at + 1]?.text ?? ""))
    : undefined;
  if (power !== undefined) return unitReading(power, at + 2);
  const unit = vocabulary.units.get(isShort(token) ? token.text : token.lower);
  return unit && unitReading(unit, at + 1);
}

const powers: ReadonlyMap<string, Unit> = new Map([
  ["°C", measureOf("degree", 1)],
  ["m²", measureOf("square-metre", 1)],
  ["m³", measureOf("litre", 1000)],
  ["km²", measureOf("square-metre", 1e6)],
]);

/** What the powers begin with. */
export const powerStarts = new Set(Array.from(powers.keys(), (power) => power.slice(0, -1)));

function unitReading({ kind, name, factor }: Unit, next: number): UnitReading {
  return { kind, name, factor, next };
}

/** Single letters are units only in small print: `5 m`, not `5 M`. */
function isShort(token: ValueToken): boolean {
  return token.text.length === 1;
}

/** `vom Hundert`, `v. H.` */
function readPerHundred(tokens: readonly ValueToken[], at: number): UnitReading | undefined {
  const percent = { kind: "quantity", name: "percent", factor: 1 } as const;
  const first = tokens[at]?.lower;
  if (first !== "v" && first !== "vom") return undefined;
  const words = tokens.slice(at, at + 4).map(({ lower }) => lower);
  if (words[0] === "vom" && words[1] === "hundert") return { ...percent, next: at + 2 };
  if (words.join("") === "v.h.") return { ...percent, next: at + 4 };
  return undefined;
}

/** A word that a hyphen joins to a further word: `Euro` in `10-Euro-Schein`. */
export function isCompound(tokens: readonly ValueToken[], at: number): boolean {
  const hyphen = tokens[at + 1];
  if (hyphen?.text !== "-" || hyphen.gap !== "none") return false;
  const word = tokens[at + 2];
  return word?.kind === "word" && word.gap === "none";
}
