import { readContent } from "../text/content-items.ts";
import {
  fitsAny,
  hasOneOf,
  patternSentence,
  readPatterns,
  readWordGroup,
} from "../text/phrase-pattern.ts";
import { sortSentences, type SortedSentence } from "../text/sorted-sentences.ts";
import phrases from "./phrases.json" with { type: "json" };

/** The sentences of an answer that names no option. */
interface OpenSentences {
  /** Say that the text leaves the question open. */
  readonly open: readonly SortedSentence[];
  /** Decline to answer. */
  readonly declined: readonly SortedSentence[];
}

const open = readPatterns(phrases.open);
const declining = readPatterns(phrases.declining);
const aboutText = readWordGroup(phrases.aboutText);

/**
 * Keeps apart who says that the text does not tell and who declines: declining speaks of oneself
 * or of prejudice and not of the text (`Dazu gebe ich keine Auskunft`).
 */
export function openSentences(answer: string): OpenSentences {
  const found: { open: SortedSentence[]; declined: SortedSentence[] } = { open: [], declined: [] };
  for (const sentence of sortSentences(readContent(answer), {})) {
    const pattern = patternSentence(sentence.text);
    const declines = sentence.refuses || fitsAny(pattern, declining);
    if (declines && !hasOneOf(pattern, aboutText)) found.declined.push(sentence);
    else if (sentence.tellsNothing || fitsAny(pattern, open)) found.open.push(sentence);
    else if (declines) found.declined.push(sentence);
  }
  return found;
}
