/** A piece of text as the value readers see it: a run of digits, a word, or one other character. */
export interface ValueToken {
  readonly kind: "digits" | "word" | "sign";
  /** As written, with digits, blanks and dashes of other scripts made plain. */
  readonly text: string;
  readonly lower: string;
  /** What it can be, as bits of `role`; none for digits. */
  readonly roles: number;
  /** What the digits amount to; -1 for more than nine, and for all that is no digits. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** What stands before it. `blank` is exactly one blank; `line` begins one; `break` is a blank line. */
  readonly gap: "none" | "blank" | "wide" | "line" | "break";
}

/** What a word or sign can be for the value readers, as bits. Digits have no role. */
export const role = {
  section: 1,
  article: 1 << 1,
  week: 1 << 2,
  month: 1 << 3,
  ordinal: 1 << 4,
  /** Words of numbers that can be an hour, with `ein`. */
  hour: 1 << 5,
  half: 1 << 6,
  currency: 1 << 7,
  percentFirst: 1 << 8,
  one: 1 << 9,
  /** Number and unit in one word. */
  unitWord: 1 << 10,
  numeral: 1 << 11,
  /** Numbers of other languages. */
  foreign: 1 << 12,
  fraction: 1 << 13,
  minus: 1 << 14,
  /** A phone number can begin with it. */
  codeStart: 1 << 15,
  large: 1 << 16,
  /** First word of what `readUnit` reads. */
  unit: 1 << 17,
  /** A unit by itself. */
  measure: 1 << 18,
  clock: 1 << 19,
  halfDay: 1 << 20,
  connector: 1 << 21,
  dayJoint: 1 << 22,
  datePreposition: 1 << 23,
  numbering: 1 << 24,
  clockPrefix: 1 << 25,
  monthPair: 1 << 26,
  /** Stands between day and month or behind a day: `.`, `st`, `of`. */
  behindDay: 1 << 27,
} as const;

const first =
  role.section |
  role.article |
  role.week |
  role.month |
  role.ordinal |
  role.hour |
  role.half |
  role.currency |
  role.percentFirst |
  role.one |
  role.unitWord |
  role.numeral |
  role.foreign |
  role.fraction |
  role.minus |
  role.codeStart;

/** Could a value begin with this token? Most words of a text are told apart here, and only here. */
export function beginsValue({ kind, roles }: ValueToken): boolean {
  return kind === "digits" || (roles & first) !== 0;
}

/** Has the token at this place one of the roles? False beside the text. */
export function hasRole(tokens: readonly ValueToken[], at: number, roles: number): boolean {
  const token = at < 0 ? undefined : tokens[at];
  return token !== undefined && (token.roles & roles) !== 0;
}
