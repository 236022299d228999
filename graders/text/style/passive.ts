import type { TextRange } from "../text-span.ts";
import { wordFlag } from "../word.ts";
import { isInnerToInfinitive, isMostlyActive, participleKind } from "./participle.ts";
import words from "./passive-words.json" with { type: "json" };
import {
  isInsertion,
  isPlain,
  rangeOf,
  type StyleSentence,
  type StyleToken,
} from "./style-text.ts";

/** Words between `wird` and its participle at most. */
const widestBracket = 30;
const werden = new Set(words.werden);
/** With these no future tense is possible. */
const onlyPassive = new Set(words.onlyPassive);
const notBehind = new Set(words.notBehind);
const joining = new Set(words.joining);
const sein = new Set(words.sein);
const governors = new Set(words.governors);
const persons = new Set(words.persons);
const purposes = new Set(words.purposes);
const subjects = new Set(["sie", "ihnen", "ihr", "ihre", "ihren", "ihrem"]);

/**
 * Passive: a form of `werden` with a past participle in the same clause, in either order. The
 * future (`wird prüfen`, `wird bezahlt haben`) and `werden` with an adjective are none. Behind an
 * inserted clause a participle is only seen alone at the end of its sentence; the passive of state (`ist
 * geprüft`) is left out on purpose.
 */
export function findPassives({ tokens }: StyleSentence): TextRange[] {
  const found: TextRange[] = [];
  let from = -1;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !isWerden(token.written) || !isPlain(tokens, at)) continue;
    const participle = participleBefore(tokens, at, from) ?? participleBehind(tokens, at);
    if (participle === undefined) continue;
    found.push(rangeOf(tokens, participle, at));
    from = Math.max(participle, at);
  }
  return found;
}

const isWerden = wordFlag(({ text }) => werden.has(text.toLowerCase()));

function participleBefore(
  tokens: readonly StyleToken[],
  at: number,
  used: number,
): number | undefined {
  const before = tokens[at - 1]?.lower === "nicht" ? at - 2 : at - 1;
  if (before <= used || tokens[before]?.clause !== tokens[at]?.clause) return undefined;
  return isParticiple(tokens, before, at) ? before : undefined;
}

/** The last participle of the clause, up to an `und` behind one. */
function participleBehind(tokens: readonly StyleToken[], at: number): number | undefined {
  let found: number | undefined;
  for (let next = at + 1; next <= at + widestBracket; next += 1) {
    const token = tokens[next];
    if (isInsertion(token, tokens[at]?.clause)) continue;
    if (token?.clause !== tokens[at]?.clause) break;
    if (found !== undefined && joining.has(token?.lower ?? "")) break;
    if (isParticiple(tokens, next, at) && !isAttribute(tokens, next)) found = next;
  }
  if (found === undefined) return loneParticiple(tokens, at);
  const behind = tokens[found + 1];
  const isFuture = behind?.clause === tokens[at]?.clause && notBehind.has(behind?.lower ?? "");
  return isFuture ? undefined : found;
}

/** `wird ab Mai, frühestens aber ab Antrag, gezahlt`: alone at the end of the sentence. */
function loneParticiple(tokens: readonly StyleToken[], at: number): number | undefined {
  const last = tokens.length - 1;
  const isAlone = last > at + 1 && tokens[last]?.clause !== tokens[last - 1]?.clause;
  const isNear = last <= at + widestBracket && (tokens[last]?.clause ?? -1) >= 0;
  return isAlone && isNear && isParticiple(tokens, last, at) ? last : undefined;
}

function isParticiple(tokens: readonly StyleToken[], at: number, verb: number): boolean {
  const lower = tokens[at]?.lower ?? "";
  if (!isPlain(tokens, at)) return false;
  const kind = participleKind(lower);
  if (kind !== "open") return kind === "participle";
  if (onlyPassive.has(tokens[verb]?.lower ?? "")) return true;
  return !isMostlyActive(lower) && !hasPersonBeside(tokens, verb);
}

/** `Wir werden Sie beraten`, `das Amt wird Sie vertreten`: somebody does something to somebody. */
function hasPersonBeside(tokens: readonly StyleToken[], verb: number): boolean {
  const { clause } = tokens[verb] ?? {};
  return [tokens[verb - 1], tokens[verb + 1]].some(
    (token) => token !== undefined && token.clause === clause && persons.has(token.lower),
  );
}

/** Directly before a noun the form belongs to it. */
function isAttribute(tokens: readonly StyleToken[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.clause !== tokens[at]?.clause) return false;
  return next.isCapital && !subjects.has(next.lower);
}

/**
 * Duty without a doer: a form of `sein` with an infinitive with `zu` (`ist vorzulegen`). Not after
 * words that ask for an infinitive themselves (`sind verpflichtet vorzulegen`, `um … zu`).
 */
export function findModalInfinitives({ tokens }: StyleSentence): TextRange[] {
  const found: TextRange[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!sein.has(tokens[at]?.lower ?? "") || !isPlain(tokens, at)) continue;
    const start = infinitiveNear(tokens, at, from);
    if (start === undefined) continue;
    const end = tokens[start]?.lower === "zu" ? start + 1 : start;
    found.push(rangeOf(tokens, Math.min(at, start), Math.max(at, end)));
    from = Math.max(at, end) + 1;
  }
  return found;
}

function infinitiveNear(
  tokens: readonly StyleToken[],
  at: number,
  from: number,
): number | undefined {
  const clause = tokens[at]?.clause;
  for (const before of [at - 2, at - 1]) {
    const fits = before >= from && tokens[before]?.clause === clause;
    if (fits && infinitiveEnd(tokens, before) === at - 1) {
      return hasPurpose(tokens, before) ? undefined : before;
    }
  }
  for (let next = at + 1; next <= at + widestBracket; next += 1) {
    const token = tokens[next];
    if (isInsertion(token, clause)) continue;
    if (token === undefined || token.clause !== clause) return undefined;
    if (asksForInfinitive(token)) return undefined;
    if (infinitiveEnd(tokens, next) >= 0) return next;
  }
  return undefined;
}

function asksForInfinitive({ text, lower }: StyleToken): boolean {
  return governors.has(text) || governors.has(lower) || purposes.has(lower);
}

function hasPurpose(tokens: readonly StyleToken[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - widestBracket), at);
  return before.some(({ lower, clause }) => clause === tokens[at]?.clause && lower === "um");
}

/** Number of the last word of an infinitive with `zu` that begins here; -1 if none does. */
function infinitiveEnd(tokens: readonly StyleToken[], at: number): number {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || !isPlain(tokens, at)) return -1;
  if (isInnerToInfinitive(token.lower)) return at;
  const isInfinitive =
    token.lower === "zu" &&
    next?.isCapital === false &&
    next.clause === token.clause &&
    next.lower.length <= 40 &&
    /^\p{Ll}{2,}(?:en|ern|eln|tun)$/u.test(next.lower) &&
    !(tokens[at + 2]?.isCapital === true && tokens[at + 2]?.clause === token.clause);
  return isInfinitive ? at + 1 : -1;
}
