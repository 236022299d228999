import words from "./values-words.json" with { type: "json" };

const durations = new Set(words.durations);

/** A unit and how many of its base unit one of it is: a week is 7 days, a year 12 months. */
export interface Unit {
  readonly kind: "money" | "duration" | "quantity";
  readonly name: string;
  readonly factor: number;
}

/** The words the value readers know, by lower-case spelling. */
export const vocabulary = {
  numbers: numberMap(words.numbers),
  foreignNumbers: numberMap(words.foreignNumbers),
  ordinals: numberMap(words.ordinals),
  large: numberMap(words.large),
  months: numberMap(words.months),
  monthPairs: numberMap(words.monthPairs),
  percentFirst: new Set(words.percentFirst),
  turkishTens: numberMap(words.turkishTens),
  turkishOnes: numberMap(words.turkishOnes),
  dayJoints: new Set(words.dayJoints),
  fractions: numberMap(words.fractions),
  minus: new Set(words.minus),
  beforeExtension: new Set(words.beforeExtension),
  signEntities: textMap(words.signEntities),
  calendarWeek: new Set(words.calendarWeek),
  one: new Set(words.one),
  half: new Set(words.half),
  currencies: textMap({ ...words.currencies, ...withSuffixes(isCurrency) }),
  cents: new Set(words.cents),
  units: unitMap({ ...withSuffixes(isUnit), ...words.units }),
  unitPhrases: unitMap(words.unitPhrases),
  unitSuffixes: unitMap(words.unitSuffixes),
  unitWords: unitMap({ ...words.unitWords, ...words.dualUnits }),
  connectors: new Set([...words.connectors, "-"]),
  datePrepositions: new Set(words.datePrepositions),
  clock: new Set(words.clock),
  afternoon: new Set(words.afternoon),
  clockPrefixes: new Set(words.clockPrefixes),
  clockOnly: new Set(words.clockOnly),
  halfDayBefore: new Set(words.halfDayBefore),
  halfDayBehind: new Set(words.halfDayBehind),
  sectionSigns: new Set(words.sectionSigns),
  articleSigns: new Set(words.articleSigns),
  sectionParts: textMap(words.sectionParts),
  numbering: new Set(words.numbering),
  statutes: textMap(words.statutes),
  statuteEndings: words.statuteEndings,
  books: textMap(words.books),
} as const;

function numberMap(record: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(record));
}

function textMap(record: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(record));
}

function unitMap(
  record: Readonly<Record<string, readonly (string | number)[]>>,
): ReadonlyMap<string, Unit> {
  return new Map(
    Object.entries(record).map(([word, [name, factor]]) => [
      word,
      measureOf(String(name), Number(factor)),
    ]),
  );
}

/** So many of a unit that is no money. */
export function measureOf(name: string, factor: number): Unit {
  return { kind: durations.has(name) ? "duration" : "quantity", name, factor };
}

type Suffixed = (typeof words.suffixed)[keyof typeof words.suffixed];

/** Turkish joins endings to the unit: the `-dan` of six months. */
function withSuffixes<T extends Suffixed>(
  isWanted: (unit: Suffixed) => unit is T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(words.suffixed).flatMap(([word, unit]) =>
      isWanted(unit) ? words.suffixes.map((ending) => [word + ending, unit] as const) : [],
    ),
  );
}

function isCurrency(unit: Suffixed): unit is string {
  return typeof unit === "string";
}

function isUnit(unit: Suffixed): unit is (string | number)[] {
  return typeof unit !== "string";
}
