import type { Content } from "../text/content-items.ts";
import { hasOneOf, patternSentence, readWordGroup } from "../text/phrase-pattern.ts";
import words from "./certainty-words.json" with { type: "json" };

/** How sure a sentence sounds, 0..1; our own setting, from `vielleicht` to `definitiv`. */
const levels = { doubtful: 0.4, hedged: 0.6, plain: 0.85, certain: 0.95 } as const;
/** What a caveat elsewhere in the answer takes away. */
const caveatCost = 0.15;

const doubtful = readWordGroup(words.doubtful);
const hedged = readWordGroup(words.hedged);
const certain = readWordGroup(words.certain);
const caveats = readWordGroup(words.caveats);

/** How sure the answer sounds at an offset (0..1). */
export function certaintyReader(content: Content): (offset: number) => number {
  const patterns = content.sentences.map(({ start, end }) => {
    return patternSentence(content.text.slice(start, Math.min(end, start + longestSentence)));
  });
  const hasCaveat = patterns.some((pattern) => hasOneOf(pattern, caveats));
  return (offset) => {
    const at = content.sentences.findLastIndex(({ start }) => start <= offset);
    const pattern = patterns[at];
    if (pattern === undefined) return levels.plain;
    if (hasOneOf(pattern, doubtful)) return levels.doubtful;
    if (hasOneOf(pattern, hedged)) return levels.hedged;
    const level = hasOneOf(pattern, certain) ? levels.certain : levels.plain;
    return hasCaveat ? level - caveatCost : level;
  };
}

/** Characters of a sentence that are looked at. */
const longestSentence = 1500;
