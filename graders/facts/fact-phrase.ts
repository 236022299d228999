import { readContent, type ContentItem } from "../text/content-items.ts";
import { deniedItems } from "../text/negation.ts";
import { remember } from "../text/remember.ts";
import { measuringWords } from "../text/stop-words.ts";
import { limitBefore, limitOf, type Limit } from "./limit.ts";
import { prepositionBefore } from "./preposition.ts";

/** A word or value a fact asks for, with the small word before it that could turn its meaning. */
export interface FactPart {
  readonly item: ContentItem;
  readonly preposition: string | undefined;
  /** `mindestens` and the like before a value, which the answer may put in other words. */
  readonly limit: Limit | undefined;
  /** The fact denies this word or value. */
  readonly isDenied: boolean;
}

/** One way to say a fact. */
export interface FactPhrase {
  readonly text: string;
  readonly parts: readonly FactPart[];
  /** The fact denies something (`kein Termin`). */
  readonly isDenied: boolean;
}

/** Facts of all cases of a run are kept. */
const mostFacts = 5000;

/** Reads an authored fact: alternatives are separated by ` / `, function words carry nothing. */
export const readFact = remember(
  (fact): readonly FactPhrase[] =>
    fact
      .split(/\s+\/\s+/u)
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .map(readPhrase),
  mostFacts,
);

function readPhrase(text: string): FactPhrase {
  const content = readContent(text.normalize("NFC"));
  const denied = deniedItems(content);
  const hasValue = content.items.some((item) => item.value !== undefined);
  const carries = (item: ContentItem): boolean =>
    (!item.isFunction || item.lower === "selbst") &&
    !(hasValue && (measuringWords.has(item.lower) || limitOf(item.lower) !== undefined));
  const carrying = content.items.filter(carries);
  const kept = carrying.length > 0 ? carrying : content.items;
  const parts = kept.map((item) => partOf(content.items, item, denied));
  return {
    text,
    parts,
    isDenied: parts.some((part) => part.isDenied),
  };
}

function partOf(
  items: readonly ContentItem[],
  item: ContentItem,
  denied: readonly boolean[],
): FactPart {
  const at = items.indexOf(item);
  const limit = item.value === undefined ? undefined : limitBefore(items, at);
  const isDenied = denied[at] === true;
  return { item, preposition: prepositionBefore(items, at), limit, isDenied };
}
