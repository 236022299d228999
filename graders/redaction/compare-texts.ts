import { alignTokens } from "../text/align-tokens.ts";
import type { TextRange } from "../text/text-span.ts";
import type { RedactionSource } from "./redaction-source.ts";
import { redactionTokens, type RedactionToken } from "./redaction-tokens.ts";

/** A word of the source that the answer does not have in its place. */
export interface Removed extends TextRange {
  readonly isEntity: boolean;
}

export interface Compared {
  readonly removed: readonly Removed[];
  /** Words of entities that the answer still has in their place: place in the source → answer. */
  readonly kept: readonly { readonly source: RedactionToken; readonly answer: TextRange }[];
  /** Black-outs that cover only words that were to stay. */
  readonly wrongBars: readonly TextRange[];
  /** Numbers and denials that the source does not have there. */
  readonly falsified: readonly TextRange[];
  readonly added: number;
}

/** Lays an answer beside the text that it was to black out, word by word. */
export function compare(source: RedactionSource, answer: string): Compared {
  const after = redactionTokens(answer);
  const partners = alignTokens(source.keys, keysOf(after));
  const removed: Removed[] = [];
  const kept: { source: RedactionToken; answer: TextRange }[] = [];
  let placed = 0;
  for (const [index, word] of source.words.entries()) {
    const partner = after[partners[index] ?? -1];
    const isEntity = source.isEntity[index] === true;
    if (partner !== undefined) {
      placed += 1;
      if (isEntity) kept.push({ source: word, answer: rangeOf(partner) });
    } else if (word.key !== "" && source.isAttached[index] !== true) {
      removed.push({ start: word.start, end: word.end, isEntity });
    }
  }
  const gaps = gapsOf({ source, after, partners });
  return {
    removed,
    kept,
    wrongBars: wrongBarsIn(gaps),
    falsified: falsifiedIn(answer, gaps),
    added: countWords(after) - placed,
  };
}

/** No word of the source has this key: a black-out is like no word, not even like another black-out. */
const barKey = "\u0000";

function keysOf(tokens: readonly RedactionToken[]): string[] {
  const keys: string[] = [];
  for (const { key } of tokens) keys.push(key === "" ? barKey : key);
  return keys;
}

function countWords(tokens: readonly RedactionToken[]): number {
  let words = 0;
  for (const { key } of tokens) if (key !== "") words += 1;
  return words;
}

export function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}

interface Alignment {
  readonly source: RedactionSource;
  readonly after: readonly RedactionToken[];
  readonly partners: readonly number[];
}

/** What stands between two kept words, in one of the texts at least. */
interface Gap {
  readonly put: readonly RedactionToken[];
  /** Words of the source are gone, and none of them is part of an entity. */
  readonly losesOthers: boolean;
  readonly losesEntity: boolean;
  readonly losesDenial: boolean;
  /** The kept word behind it in the answer. */
  readonly next: RedactionToken | undefined;
  /** Before the first kept word, or behind the last. */
  readonly isEdge: boolean;
}

function gapsOf(alignment: Alignment): Gap[] {
  const { source, after, partners } = alignment;
  const { length } = source.words;
  const gaps: Gap[] = [];
  let hasKept = false;
  for (let index = 0, gone = 0, put = 0; index <= length; index += 1) {
    const partner = index < length ? (partners[index] ?? -1) : after.length;
    if (partner < 0) continue;
    if (index > gone || partner > put) {
      const lost = lostIn(source, gone, index);
      const isEdge = !hasKept || index === length;
      gaps.push({ ...lost, put: after.slice(put, partner), next: after[partner], isEdge });
    }
    hasKept = true;
    gone = index + 1;
    put = partner + 1;
  }
  return gaps;
}

function lostIn(
  { keys, isEntity }: RedactionSource,
  from: number,
  to: number,
): Pick<Gap, "losesOthers" | "losesEntity" | "losesDenial"> {
  let losesEntity = false;
  let losesDenial = false;
  for (let index = from; index < to; index += 1) {
    losesEntity ||= isEntity[index] === true;
    losesDenial ||= denial.test(keys[index] ?? "");
  }
  return { losesOthers: to > from && !losesEntity, losesEntity, losesDenial };
}

/** Black-outs where nothing of an entity is gone. */
function wrongBarsIn(gaps: readonly Gap[]): TextRange[] {
  const bars: TextRange[] = [];
  for (const { losesOthers, put } of gaps) {
    if (!losesOthers) continue;
    for (const token of put) if (token.key === "") bars.push(rangeOf(token));
  }
  return bars;
}

/**
 * Numbers and denials that were put into the text or in place of another word, and the word before
 * which a denial is simply gone; not what stands for an entity (`Person 1`), before or behind the
 * text, or numbers a list.
 */
function falsifiedIn(answer: string, gaps: readonly Gap[]): TextRange[] {
  const falsified: TextRange[] = [];
  for (const { put, losesEntity, losesDenial, next, isEdge } of gaps) {
    if (isEdge || losesEntity) continue;
    for (const word of put) if (isFalse(answer, word)) falsified.push(rangeOf(word));
    if (losesDenial && put.length === 0 && next !== undefined) falsified.push(rangeOf(next));
  }
  return falsified;
}

function isFalse(answer: string, word: RedactionToken): boolean {
  return denial.test(word.key) || (/\d/u.test(word.key) && !isListNumber(answer, word));
}

const denial = /^(?:nicht|keine?[nmrs]?)$/u;

/** `2` in `2. Absatz` at the start of a line. */
function isListNumber(answer: string, { start, end }: TextRange): boolean {
  const before = answer.slice(Math.max(0, start - 4), start);
  return /(?:^|\n)[^\S\n]*$/u.test(before) && /^[.)]\s/u.test(answer.slice(end, end + 2));
}
