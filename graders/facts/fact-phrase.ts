import { readContent, type ContentItem } from "../text/content-items.ts";
import { deniedItems } from "../text/negation.ts";
import { measuringWords } from "../text/stop-words.ts";
import { prepositionBefore } from "./preposition.ts";

/** A word or value a fact asks for, with the small word before it that could turn its meaning. */
export interface FactPart {
  readonly item: ContentItem;
  readonly preposition: string | undefined;
}

/** One way to say a fact. */
export interface FactPhrase {
  readonly text: string;
  readonly parts: readonly FactPart[];
  /** The fact denies something (`kein Termin`). */
  readonly isDenied: boolean;
}

/** Reads an authored fact: alternatives are separated by ` / `, function words carry nothing. */
export function readFact(fact: string): FactPhrase[] {
  return fact
    .split(/\s+\/\s+/u)
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map(readPhrase);
}

function readPhrase(text: string): FactPhrase {
  const content = readContent(text.normalize("NFC"));
  const denied = deniedItems(content);
  const hasValue = content.items.some((item) => item.value !== undefined);
  const carries = (item: ContentItem): boolean =>
    !item.isFunction && !(hasValue && measuringWords.has(item.lower));
  const carrying = content.items.filter(carries);
  const kept = carrying.length > 0 ? carrying : content.items;
  return {
    text,
    parts: kept.map((item) => ({
      item,
      preposition: prepositionBefore(content.items, content.items.indexOf(item)),
    })),
    isDenied: kept.some((item) => denied[content.items.indexOf(item)] === true),
  };
}
