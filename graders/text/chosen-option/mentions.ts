import type { Content, ContentItem } from "../content-items.ts";
import { sharesKey } from "../inflection.ts";
import type { TextRange } from "../text-span.ts";
import { exactValue } from "../values-same.ts";
import type { Choice } from "./choices.ts";
import { longestCue } from "./cues.ts";
import { deniesAlone } from "./denial.ts";
import { isOptionLetter } from "./option-letter.ts";

/** A place where an answer names an option. */
export interface Mention extends TextRange {
  /** Number of the option. */
  readonly choice: number;
  readonly sentence: number;
  /** The letter of one option stands directly beside the text of another. */
  readonly isTorn: boolean;
  /** The option itself denies (`Kann nicht bestimmt werden`): what follows is left open. */
  readonly isNegative: boolean;
}

/**
 * Every place where an option is named, in reading order: by its letter (`B`, `(b)`, `Option b`)
 * or by its text, inflected or with its value spelled otherwise. Where the text of one option is
 * part of another's, the longer one counts. Letters of other things are none: `z. B.`, `Anlage B`,
 * `B. Muster`.
 */
export function findMentions(content: Content, choices: readonly Choice[]): Mention[] {
  const texts = choices.flatMap((choice, index) => textMentions(content, choice, index));
  return joined(content.text, outermost([...texts, ...letterMentions(content, choices)]));
}

/** Function words that may stand between two words of an option. */
const longestGap = 3;

function textMentions(content: Content, choice: Choice, index: number): Mention[] {
  const [first, ...rest] = choice.items;
  if (first === undefined) return [];
  return content.items.flatMap((item, at) => {
    if (!isSame(first, item)) return [];
    let last = at;
    for (const wanted of rest) {
      const next = nextMatch(content.items, last, wanted);
      if (next === undefined) return [];
      last = next;
    }
    const range = wholeRange(content.items, choice, { from: at, to: last });
    if (range === undefined) return [];
    const { sentence } = item;
    return [{ ...range, choice: index, sentence, isTorn: false, isNegative: choice.isNegative }];
  });
}

/** Words that may stand between a denial and what it denies: `nicht eindeutig bestimmt`. */
const longestDenial = 4;

/**
 * The found words with those of the option beside them; a denial of the option has to stand in it
 * or before it, so that `bestimmt nicht` is no `kann nicht bestimmt werden`.
 */
function wholeRange(
  items: readonly ContentItem[],
  choice: Choice,
  found: { readonly from: number; readonly to: number },
): TextRange | undefined {
  let { from, to } = found;
  if (choice.isNegative) {
    const denial = lastDenial(items, found);
    if (denial < 0) return undefined;
    from = Math.min(from, denial);
  }
  const { sentence } = items[from] ?? {};
  const isOwn = (at: number): boolean => {
    const item = items[at];
    return item?.sentence === sentence && choice.words.has(item?.lower ?? "");
  };
  while (isOwn(from - 1)) from -= 1;
  while (isOwn(to + 1)) to += 1;
  return { start: items[from]?.start ?? 0, end: items[to]?.end ?? 0 };
}

function lastDenial(
  items: readonly ContentItem[],
  { from, to }: { readonly from: number; readonly to: number },
): number {
  for (let at = to; at >= Math.max(0, from - longestDenial); at -= 1) {
    const item = items[at];
    if (item?.sentence !== items[from]?.sentence) return -1;
    if (deniesAlone(item?.lower ?? "")) return at;
  }
  return -1;
}

function nextMatch(
  items: readonly ContentItem[],
  from: number,
  wanted: ContentItem,
): number | undefined {
  for (let at = from + 1; at <= from + 1 + longestGap; at += 1) {
    const item = items[at];
    if (item === undefined) return undefined;
    if (isSame(wanted, item)) return at;
    if (!item.isFunction) return undefined;
  }
  return undefined;
}

function isSame(wanted: ContentItem, found: ContentItem): boolean {
  if (wanted.value !== undefined) {
    return found.value !== undefined && exactValue(wanted.value, found.value);
  }
  return found.value === undefined && sharesKey(wanted.keys, found.keys);
}

/** Drops mentions that lie inside a longer one. */
function outermost(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || mention.start >= last.end) kept.push(mention);
    else if (mention.end > last.end) kept[kept.length - 1] = mention;
  }
  return kept;
}

function letterMentions(content: Content, choices: readonly Choice[]): Mention[] {
  const numbers = new Map(choices.map(({ letter }, index) => [letter, index]));
  return content.items.flatMap((item, at) => {
    if (item.text.length !== 1) return [];
    const choice = numbers.get(item.text.toUpperCase());
    if (choice === undefined || !isOptionLetter(content, at)) return [];
    const { start, end, sentence } = item;
    return [{ start, end, choice, sentence, isTorn: false, isNegative: false }];
  });
}

/** A letter with the text of its option behind it is one mention. */
function joined(answer: string, mentions: readonly Mention[]): Mention[] {
  const result: Mention[] = [];
  for (const mention of mentions) {
    const last = result.at(-1);
    if (last === undefined || !isBeside(answer, last, mention)) result.push(mention);
    else {
      const isTorn = last.choice !== mention.choice;
      result[result.length - 1] = { ...last, end: mention.end, isTorn };
    }
  }
  return result;
}

/** Behind `Die Antwort ist B.` a new sentence begins, so that another option may stand there. */
function isBeside(answer: string, letter: Mention, text: Mention): boolean {
  if (letter.end !== letter.start + 1 || text.end - text.start === 1) return false;
  const gap = answer.slice(letter.end, text.start);
  if (!/^[^\p{L}\p{N},;\n]{1,6}$/u.test(gap)) return false;
  if (letter.choice === text.choice || !/\.\s/u.test(gap)) return true;
  return /(?:^|\n)[^\p{L}\p{N}\n]*$/u.test(
    answer.slice(Math.max(0, letter.start - longestCue), letter.start),
  );
}
