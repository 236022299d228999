import type { ContentItem } from "./content-items.ts";
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

/** Is it sure that the words for patterns and the items have no border within each other? */
export function keepsWords(passage: Passage): boolean {
  return passage.pattern.keepsWords(passage.items, startOf(passage));
}

/** Where the text begins, by its first word. */
function startOf({ text, items }: Passage): number {
  return (items[0]?.start ?? 0) - Math.max(0, text.indexOf(items[0]?.text ?? ""));
}
