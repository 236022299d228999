import { namedValue, type ValueReading } from "./value.ts";
import type { ValueToken } from "./values-token.ts";

/** Most groups in one phone or file number; bounds the look-ahead. */
const longestCode = 8;

/**
 * Reads digits that name something instead of counting: numbers that start with 0 or +, as phone
 * numbers and some postcodes do. Compared by their digits: `0341 / 123-45` = `+49 341 12345`.
 * Section-like chains (`3.2.1`) count here as well.
 */
export function readDigitCode(tokens: readonly ValueToken[], at: number): ValueReading | undefined {
  const found = readPhoneLike(tokens, at) ?? readChain(tokens, at);
  if (found === undefined) return undefined;
  const start = tokens[at]?.start ?? 0;
  const end = tokens[found.next - 1]?.end ?? start;
  const value = namedValue({ kind: "digit-code", canonical: found.digits }, { start, end });
  return { values: [value], next: found.next };
}

interface CodeReading {
  readonly digits: string;
  readonly next: number;
}

function readPhoneLike(tokens: readonly ValueToken[], at: number): CodeReading | undefined {
  const bracket = tokens[at]?.text === "(" ? 1 : 0;
  const plus = tokens[at + bracket]?.text === "+" ? 1 : 0;
  const start = at + bracket + plus;
  const first = tokens[start];
  if (first?.kind !== "digits") return undefined;
  if (plus === 0 && (first.text.length < 2 || !first.text.startsWith("0"))) return undefined;
  if (plus === 1 && first.gap !== "none") return undefined;
  let digits = first.text;
  let next = start + 1;
  for (let groups = 1; groups < longestCode; groups += 1) {
    const group = nextGroup(tokens, next);
    if (group === undefined) break;
    digits += group.digits;
    next = group.next;
  }
  const national = plus === 1 ? nationalDigits(digits) : digits.replace(/^0049/u, "0");
  const shortest = plus === 1 || bracket === 1 ? 6 : 4;
  return national.length < shortest ? undefined : { digits: national, next };
}

/** `+49 (0) 341` is `0341`. */
function nationalDigits(digits: string): string {
  return digits.startsWith("49") ? `0${digits.slice(2).replace(/^0/u, "")}` : `+${digits}`;
}

/** The digits behind at most two of `/`, `-`, `(`, `)` and a blank. */
function nextGroup(tokens: readonly ValueToken[], at: number): CodeReading | undefined {
  let next = at;
  while (next < at + 2 && joints.has(tokens[next]?.text ?? "")) next += 1;
  const token = tokens[next];
  if (token?.kind !== "digits" || (token.gap !== "none" && token.gap !== "blank")) return undefined;
  return { digits: token.text, next: next + 1 };
}

const joints = new Set(["-", "/", "(", ")"]);

/** `3.2.1`: three or more short groups that are no thousands and no date. */
function readChain(tokens: readonly ValueToken[], at: number): CodeReading | undefined {
  if (tokens[at + 1]?.text !== "." || tokens[at + 2]?.kind !== "digits") return undefined;
  const parts: string[] = [];
  let next = at;
  while (parts.length < longestCode && tokens[next]?.kind === "digits") {
    if (parts.length > 0 && tokens[next]?.gap !== "none") break;
    parts.push(tokens[next]?.text ?? "");
    const joint = tokens[next + 1];
    if (joint?.text !== "." || joint.gap !== "none" || tokens[next + 2]?.gap !== "none") break;
    next += 2;
  }
  if (parts.length < 3 || parts.slice(1).every(({ length }) => length === 3)) return undefined;
  return { digits: parts.join("."), next: next + (tokens[next]?.kind === "digits" ? 1 : 0) };
}
