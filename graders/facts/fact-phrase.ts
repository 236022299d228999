import { readContent, type ContentItem } from "../text/content-items.ts";
import { deniedItems } from "../text/negation.ts";
import { remember } from "../text/remember.ts";
import { rememberObject } from "../text/remember-object.ts";
import { measuringWords } from "../text/stop-words.ts";
import type { FactPart } from "./fact-part.ts";
import { limitBefore, limitOf } from "./limit.ts";
import { prepositionBefore } from "./preposition.ts";
import { WantedParts } from "./wanted-parts.ts";

/** One way to say a fact. */
export interface FactPhrase {
  readonly text: string;
  readonly parts: readonly FactPart[];
  /** The fact denies something (`kein Termin`). */
  readonly isDenied: boolean;
  /** The parts of all facts that are looked for together; those of this phrase are `first` to before `end`. */
  readonly wanted: WantedParts;
  readonly first: number;
  readonly end: number;
}

/** Facts of all cases of a run are kept. */
const mostFacts = 5000;

/** Reads an authored fact: alternatives are separated by ` / `, function words carry nothing. */
export const readFact = remember(
  (fact): readonly FactPhrase[] => readTogether([fact])[0] ?? [],
  mostFacts,
);

/** Lists of this many cases are kept. */
const mostLists = 1000;
const separator = "\u0000";

/** As `readFact`, for all facts of a list of a case, which are looked for faster together. */
export const readFacts = rememberObject(
  (facts: readonly string[]): readonly (readonly FactPhrase[])[] => readList(facts.join(separator)),
);

/** Equal lists of different objects are one list. */
const readList = remember((joined) => readTogether(joined.split(separator)), mostLists);

function readTogether(facts: readonly string[]): FactPhrase[][] {
  const read = facts.map(readPhrases);
  const wanted = new WantedParts(read.flatMap((phrases) => phrases.flatMap(({ parts }) => parts)));
  let first = 0;
  return read.map((phrases) =>
    phrases.map(({ text, parts, isDenied }) => {
      const end = first + parts.length;
      const placed = { wanted, first, end, isDenied, parts, text };
      first = end;
      return placed;
    }),
  );
}

type ReadPhrase = Pick<FactPhrase, "text" | "parts" | "isDenied">;

const readPhrases = remember(
  (fact): readonly ReadPhrase[] =>
    fact
      .split(/\s+\/\s+/u)
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .map(readPhrase),
  mostFacts,
);

function readPhrase(text: string): ReadPhrase {
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
  const { value } = item;
  return { value, preposition: prepositionBefore(items, at), limit, isDenied, item };
}
