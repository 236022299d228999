import type { ContentItem } from "./content-items.ts";
import { hidden, isOfKind, letter, mark, number as digit, oneOf } from "./character-kinds.ts";
import { patternSentence, type PatternSentence } from "./phrase-pattern.ts";

/** A sentence or a clause: its text, the text prepared for patterns, its words and values. */
export class Passage {
  readonly text: string;
  readonly pattern: PatternSentence;
  readonly items: readonly ContentItem[];
  #clauses: readonly Passage[] | undefined;

  constructor(text: string, items: readonly ContentItem[]) {
    this.text = text;
    this.pattern = patternSentence(text);
    this.items = items;
  }

  /** The clauses of a sentence; read when first asked. */
  get clauses(): readonly Passage[] {
    this.#clauses ??= clausesOf(this);
    return this.#clauses;
  }
}

/** Clauses of a sentence that are looked at. */
const mostClauses = 20;

/** One with `dass` goes with what governs it. Few sentences have a dozen. */
function clausesOf(passage: Passage): Passage[] {
  const { text, items } = passage;
  const clauses: ContentItem[][] = [];
  let clause: ContentItem[] = [];
  let number = -1;
  for (const item of items) {
    if (item.clause === number || (clause.length > 0 && item.lower === "dass")) clause.push(item);
    else {
      clause = [item];
      clauses.push(clause);
    }
    number = item.clause;
  }
  const start = startOf(passage);
  return clauses.slice(0, mostClauses).map((part) => {
    const [first, last] = [part[0]?.start ?? start, part.at(-1)?.end ?? 0];
    return new Passage(text.slice(first - start, last - start), part);
  });
}

/** Is it sure that no item begins or ends within a word for patterns? */
export function keepsWords(passage: Passage): boolean {
  const { text, items, pattern } = passage;
  if (!pattern.isWhole) return false;
  const first = startOf(passage);
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) continue;
    if (cutsWord(text, item.start - first) || cutsWord(text, item.end - first)) return false;
  }
  return true;
}

const isJoiner = oneOf("'’-");

function cutsWord(text: string, at: number): boolean {
  return isInWord(text, at - 1) && isInWord(text, at);
}

/** Or hidden within one; halves of surrogates count as hidden. */
function isInWord(text: string, at: number): boolean {
  return isOfKind(text, at, letter | mark | digit | hidden) || isJoiner(text, at);
}

/** Where the text begins, by its first word. */
function startOf({ text, items }: Passage): number {
  return (items[0]?.start ?? 0) - Math.max(0, text.indexOf(items[0]?.text ?? ""));
}
