import { namedValue, twoDigits, type ValueReading } from "./value.ts";
import { readNumber } from "./values-numbers.ts";
import { hasRole, role, type ValueToken } from "./values-token.ts";
import { readUnit } from "./values-units.ts";
import { vocabulary } from "./values-vocabulary.ts";

/**
 * Reads times of day: `9 Uhr`, `09.00 Uhr`, `9:00`, `9 Uhr 30`, `neun Uhr`, `2:30 pm`, and the
 * first hour of `8 bis 12 Uhr`, `halb neun`, `2 Uhr nachmittags`. The canonical form is `09:00`;
 * 24:00 is 00:00. Quarters in words (`Viertel nach neun`) are not read.
 */
export function readTimes(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const read = halfHourAt(tokens, at) ?? fullClockAt(tokens, at);
  if (read === undefined) return undefined;
  const closed = afternoonAt(tokens, read);
  const start = tokens[at]?.start ?? 0;
  const end = tokens[closed.next - 1]?.end ?? start;
  const canonical = `${twoDigits(closed.hour % 24)}:${twoDigits(closed.minute)}`;
  return { values: [namedValue({ kind: "time", canonical }, { start, end })], next: closed.next };
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly next: number;
  /** How hour and minute are joined; undefined for a bare hour. */
  readonly joint: ":" | "." | undefined;
}

function fullClockAt(tokens: readonly ValueToken[], at: number): Clock | undefined {
  const clock = clockAt(tokens, at);
  return clock && closingAt(tokens, at, clock);
}

/** `halb neun` is 8.30; `Uhr` may follow. */
function halfHourAt(tokens: readonly ValueToken[], at: number): Clock | undefined {
  if (tokens[at]?.lower !== "halb") return undefined;
  const clock = clockAt(tokens, at + 1);
  if (clock === undefined || clock.hour < 1 || clock.hour > 12) return undefined;
  const next = tokens[clock.next];
  if (hasRole(tokens, clock.next, role.clock)) return halfBefore(clock, clock.next + 1);
  const isAlone = next?.kind !== "digits" && !hasRole(tokens, clock.next, role.measure);
  return clock.joint === undefined && isAlone ? halfBefore(clock, clock.next) : undefined;
}

function halfBefore({ hour }: Clock, next: number): Clock {
  return { hour: hour === 1 ? 12 : hour - 1, minute: 30, next, joint: undefined };
}

/** `2 Uhr nachmittags`, `8 Uhr abends` */
function afternoonAt(tokens: readonly ValueToken[], clock: Clock): Clock {
  if (clock.hour === 0 || clock.hour >= 12) return clock;
  return !vocabulary.afternoon.has(tokens[clock.next]?.lower ?? "")
    ? clock
    : { ...clock, hour: clock.hour + 12, next: clock.next + 1 };
}

function clockAt(tokens: readonly ValueToken[], at: number): Clock | undefined {
  const token = tokens[at];
  if (token?.kind === "word") return hourWord(tokens, at);
  if (token?.kind !== "digits" || token.text.length > 2) return undefined;
  const hour = token.number;
  if (hour > 24) return undefined;
  const joint = jointAt(tokens, at + 1);
  const minute = joint === undefined ? 0 : (tokens[at + 2]?.number ?? 0);
  return { hour, minute, next: joint === undefined ? at + 1 : at + 3, joint };
}

/** The sign that joins minutes to their hour. */
function jointAt(tokens: readonly ValueToken[], at: number): Clock["joint"] {
  const joint = tokens[at];
  if (joint?.gap !== "none" || (joint.text !== ":" && joint.text !== ".")) return undefined;
  const minutes = tokens[at + 1];
  if (minutes?.gap !== "none" || minutes.kind !== "digits") return undefined;
  return minutes.text.length === 2 && minutes.number <= 59 ? joint.text : undefined;
}

/** `neun Uhr`; `ein Uhr` too. */
function hourWord(tokens: readonly ValueToken[], at: number): Clock | undefined {
  const token = tokens[at];
  if (token === undefined || token.text.length > 14) return undefined;
  if ((token.roles & role.hour) === 0) return undefined;
  const amount = readNumber(tokens, at)?.amount ?? 99;
  return Number.isInteger(amount) && amount <= 24
    ? { hour: amount, minute: 0, next: at + 1, joint: undefined }
    : undefined;
}

/** What makes a clock of the numbers: `Uhr`, a colon, am/pm, a word in front, the end of a range. */
function closingAt(tokens: readonly ValueToken[], at: number, clock: Clock): Clock | undefined {
  if (hasRole(tokens, clock.next, role.clock)) return withMinutes(tokens, clock);
  const halfDay = halfDayAt(tokens, clock, at);
  if (halfDay !== undefined) return halfDay;
  if (clock.joint === ":") return isScale(tokens, clock) ? undefined : clock;
  if (leadsToClock(tokens, clock)) return clock;
  return clock.joint === "." && isPrefixed(tokens, at) && !isMeasured(tokens, clock)
    ? clock
    : undefined;
}

/** `Saat: 14.30`, `od 8.30`, and the end of `od 8.30–12.45`. */
function isPrefixed(tokens: readonly ValueToken[], at: number): boolean {
  if (at < 1) return false;
  const prefixAt = tokens[at - 1]?.text === ":" ? at - 2 : at - 1;
  if (hasRole(tokens, prefixAt, role.clockPrefix)) {
    return vocabulary.clockOnly.has(tokens[prefixAt]?.lower ?? "") || !couldBeDay(tokens, at);
  }
  if (at < 4 || !hasRole(tokens, at - 1, role.connector)) return false;
  const other = clockAt(tokens, at - 4);
  return other?.joint === "." && other.next === at - 1 && isPrefixed(tokens, at - 4);
}

/** `15.12` behind `do` may be a day and its month; `8.30` may not. */
function couldBeDay(tokens: readonly ValueToken[], at: number): boolean {
  const month = tokens[at + 2]?.number ?? 0;
  return month >= 1 && month <= 12;
}

/** A unit, or a dot that makes it a date. */
function isMeasured(tokens: readonly ValueToken[], clock: Clock): boolean {
  const after = tokens[clock.next];
  if (after?.text === "." && after.gap === "none") {
    return tokens[clock.next + 1]?.kind === "digits" && tokens[clock.next + 1]?.gap === "none";
  }
  return readUnit(tokens, clock.next) !== undefined;
}

/** `9 Uhr 30` */
function withMinutes(tokens: readonly ValueToken[], clock: Clock): Clock {
  const minutes = tokens[clock.next + 1];
  const plain = { ...clock, next: clock.next + 1 };
  if (clock.joint !== undefined || minutes?.kind !== "digits" || minutes.gap !== "blank") {
    return plain;
  }
  const minute = minutes.number;
  const behind = tokens[clock.next + 2];
  const ends = behind === undefined || behind.kind === "sign";
  if (minutes.text.length !== 2 || minute > 59 || !ends) return plain;
  return { ...clock, minute, next: clock.next + 2 };
}

/** `9 am`, `2:30 p.m.` */
function halfDayAt(tokens: readonly ValueToken[], clock: Clock, at: number): Clock | undefined {
  if (!hasRole(tokens, clock.next, role.halfDay)) return undefined;
  const words = tokens.slice(clock.next, clock.next + 4).map(({ lower }) => lower);
  const short = words[0] === "pm" || (words[0] === "am" && isEnglish(tokens, { at, clock }));
  const long = ["p.m.", "a.m."].includes(words.join(""));
  if ((!short && !long) || clock.hour > 12) return undefined;
  const afternoon = words[0]?.startsWith("p") === true;
  const hour = (clock.hour % 12) + (afternoon ? 12 : 0);
  return { ...clock, hour, next: clock.next + (short ? 1 : 4) };
}

/** The `am` of `8am`, `from 8 am`, `8 am to 12`, but not of `8 am Montag`. */
function isEnglish(
  tokens: readonly ValueToken[],
  { at, clock }: { readonly at: number; readonly clock: Clock },
): boolean {
  return (
    tokens[clock.next]?.gap === "none" ||
    (at > 0 && vocabulary.halfDayBefore.has(tokens[at - 1]?.lower ?? "")) ||
    vocabulary.halfDayBehind.has(tokens[clock.next + 1]?.lower ?? "")
  );
}

/** `1:25.000`, `9:30:15` are no times of day. */
function isScale(tokens: readonly ValueToken[], clock: Clock): boolean {
  const [joint, digits] = [tokens[clock.next], tokens[clock.next + 1]];
  if (joint?.gap !== "none" || digits?.gap !== "none" || digits.kind !== "digits") return false;
  return joint.text === "." || joint.text === ":";
}

/** `8` in `8 bis 12 Uhr`, `8.30` in `8.30 - 12 Uhr`. */
function leadsToClock(tokens: readonly ValueToken[], clock: Clock): boolean {
  const connector = tokens[clock.next];
  if (connector === undefined || connector.gap === "break") return false;
  if ((connector.roles & role.connector) === 0 && connector.lower !== "und") return false;
  const other = clockAt(tokens, clock.next + 1);
  if (other === undefined) return false;
  return other.joint === ":" || hasRole(tokens, other.next, role.clock);
}
