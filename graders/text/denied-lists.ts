import type { Content, ContentSentence } from "./content-items.ts";
import { hasWeight, some, toggle } from "./denial-context.ts";
import words from "./negation-words.json" with { type: "json" };

const following = new Set(words.following);

/** `Nicht benötigt werden:` and the list items behind it. */
export function denyLists(content: Content, denied: boolean[]): void {
  let denies = false;
  for (const sentence of content.sentences) {
    if (sentence.isHeading) denies = deniesWhatFollows(content, sentence);
    else if (denies && sentence.isListItem) toggle(denied, sentence);
    else denies = false;
  }
}

function deniesWhatFollows(content: Content, sentence: ContentSentence): boolean {
  let cue = sentence.from;
  while (cue < sentence.to && !following.has(content.items[cue]?.lower ?? "")) cue += 1;
  return cue < sentence.to && !some(content.items, { from: cue + 1, to: sentence.to }, hasWeight);
}

/** `~~37 Euro~~` */
export function denyStruck({ items, text }: Content, denied: boolean[]): void {
  for (const [at, { start }] of items.entries()) {
    if (text.slice(Math.max(0, start - 2), start) === "~~") denied[at] = true;
  }
}
