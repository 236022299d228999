import type { Content } from "../text/content-items.ts";
import words from "./words.json" with { type: "json" };

/** Something that is said or denied to be possible, allowed, taken over … */
export interface Outcome {
  /** Which word it is, in any form. */
  readonly name: string;
  readonly isDenied: boolean;
  /** Keys of the other content words of its sentence: what it is about. */
  readonly about: ReadonlySet<string>;
}

/** Bounds the comparison of two long answers. */
const mostOutcomes = 200;
const outcomeReach = 30;
const outcomes = Object.entries(words.outcomes);

export function outcomesOf(content: Content, denied: readonly boolean[]): Outcome[] {
  const found: Outcome[] = [];
  for (const [at, item] of content.items.entries()) {
    const name = outcomes.find(([, stems]) =>
      stems.some((stem) => item.lower.startsWith(stem)),
    )?.[0];
    if (name === undefined) continue;
    found.push({ name, isDenied: denied[at] === true, about: wordsAround(content, at) });
    if (found.length >= mostOutcomes) break;
  }
  return found;
}

function wordsAround({ items, sentences }: Content, at: number): ReadonlySet<string> {
  const { from = 0, to = 0 } = sentences[items[at]?.sentence ?? 0] ?? {};
  const around = items
    .slice(Math.max(from, at - outcomeReach), Math.min(to, at + outcomeReach))
    .filter((item) => item !== items[at] && !item.isFunction);
  return new Set(around.flatMap(({ keys }) => [...keys]));
}

/**
 * Does one answer say what the other denies, of the same thing? An answer that does both (one thing
 * is possible, another is not) contradicts nobody.
 */
export function areContrary(a: readonly Outcome[], b: readonly Outcome[]): boolean {
  return a.some((one) => {
    const isClear = [a, b].every((list) => {
      return (
        new Set(list.filter(({ name }) => name === one.name).map(({ isDenied }) => isDenied))
          .size === 1
      );
    });
    return (
      isClear &&
      b.some((other) => {
        if (other.name !== one.name || other.isDenied === one.isDenied) return false;
        return [...one.about].some((key) => other.about.has(key));
      })
    );
  });
}
