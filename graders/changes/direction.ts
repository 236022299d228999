import type { ContentItem } from "../text/content-items.ts";
import { endOfRun, letter } from "../text/character-kinds.ts";
import { wordAt, wordProperty } from "../text/word.ts";
import words from "./words.json" with { type: "json" };

/** The first named old and new part of a change in a claim, in the text they stand in. */
interface NamedParts {
  readonly answer: string;
  /** Where the claim begins. */
  readonly from: number;
  readonly old: ContentItem;
  readonly fresh: ContentItem;
}

/**
 * Which of the two parts the claim calls the old one: `Bisher … jetzt …`, `X statt Y`, `X (alt)`,
 * `X → Y`. Undefined when it does not say; then the first one is meant to be the old one.
 */
export function saidOld({ answer, from, old, fresh }: NamedParts): "old" | "fresh" | undefined {
  const isOldFirst = old.start < fresh.start;
  const [first, second] = isOldFirst ? [old, fresh] : [fresh, old];
  const between = answer.slice(first.end, second.start);
  const saidOfSecond =
    labelBehind(answer, second) ?? lastMarker(withoutLabel(between)) ?? opened(between);
  const saidOfFirst =
    saidOfSecond === undefined
      ? (labelBehind(answer, first) ??
        lastMarker(answer.slice(Math.max(from, first.start - longestLead), first.start)))
      : opposite[saidOfSecond];
  if (saidOfFirst === undefined) return undefined;
  return (saidOfFirst === "old") === isOldFirst ? "old" : "fresh";
}

const opposite = { old: "new", new: "old" } as const;

/** Characters before the first part in which a marker is looked for. */
const longestLead = 60;

const alternatives = (list: readonly string[]): string =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((entry) => entry.replaceAll(" ", String.raw`\s`))
    .join("|");
const formerly = alternatives(words.formerly);
const newly = alternatives(words.newly);
/** Behind no letter. */
const marker = new RegExp(`(?:(${formerly})|(${newly}))(?!\\p{L})`, "iuy");
const firstWords = [...words.formerly, ...words.newly].map((entry) => entry.split(" ")[0]);
const opening = new RegExp(`^(?:${firstWords.join("|")})$`, "iu");
const beginsMarker = wordProperty(({ text }): boolean => opening.test(text));
const leadingLabel = new RegExp(`^[^\\p{L}\\p{N}]{0,4}\\((?:${formerly}|${newly})\\)`, "iu");
const label = new RegExp(`^[^\\p{L}\\p{N}(]{0,4}\\((?:(${formerly})|(${newly}))\\)`, "iu");

type Marker = "old" | "new";

/** `30 Euro (alt)`. */
function labelBehind(answer: string, { end }: ContentItem): Marker | undefined {
  // At most four signs stand before the bracket.
  if (!answer.slice(end, end + longestGap + 1).includes("(")) return undefined;
  const found = label.exec(answer.slice(end, end + longestLead));
  if (found === null) return undefined;
  return found[1] === undefined ? "new" : "old";
}

/** Four characters, which may be pairs of surrogates. */
const longestGap = 8;

function withoutLabel(between: string): string {
  return between.includes("(") ? between.replace(leadingLabel, "") : between;
}

/** The last marker that is found when one is looked for behind the other; arrows lead to what is new. */
export function lastMarker(text: string): Marker | undefined {
  let last: Marker | undefined;
  let at = 0;
  while (at < text.length) {
    const end = endOfRun(text, at, letter);
    const found = end > at ? markerAt(text, at, end) : undefined;
    if (found !== undefined) last = found[1] === undefined ? "new" : "old";
    else if (end === at && isArrow(text, at)) last = "new";
    at = Math.max(end, at + 1, found === undefined ? 0 : marker.lastIndex);
  }
  return last;
}

function markerAt(text: string, start: number, end: number): RegExpExecArray | undefined {
  if (!beginsMarker(wordAt(text, start, end))) return undefined;
  marker.lastIndex = start;
  return marker.exec(text) ?? undefined;
}

function isArrow(text: string, at: number): boolean {
  const sign = text[at];
  return sign === "→" || ((sign === "=" || sign === "-") && text[at + 1] === ">");
}

/** `35 Euro (30 Euro)`: what a bracket opens with is the old one. */
function opened(between: string): Marker | undefined {
  return /\(\s*$/u.test(between) ? "old" : undefined;
}
