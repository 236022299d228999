import type { ContentItem } from "../text/content-items.ts";
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
  const labels = [labelBehind(answer, first), labelBehind(answer, second)];
  const between = answer.slice(first.end, second.start);
  const before = answer.slice(Math.max(from, first.start - longestLead), first.start);
  const second2 = labels[1] ?? lastMarker(between.replace(leadingLabel, "")) ?? opened(between);
  const first2 = labels[0] ?? lastMarker(before);
  const isFirstOld =
    second2 === undefined
      ? first2 === undefined
        ? undefined
        : first2 === "old"
      : second2 === "new";
  if (isFirstOld === undefined) return undefined;
  return isFirstOld === isOldFirst ? "old" : "fresh";
}

/** Characters before the first part in which a marker is looked for. */
const longestLead = 60;

const alternatives = (list: readonly string[]): string =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((entry) => entry.replaceAll(" ", String.raw`\s`))
    .join("|");
const formerly = alternatives(words.formerly);
const newly = alternatives(words.newly);
const marker = new RegExp(`(?<!\\p{L})(?:(${formerly})|(${newly}))(?!\\p{L})|→|=>|->`, "giu");
const leadingLabel = new RegExp(`^[^\\p{L}\\p{N}]{0,4}\\((?:${formerly}|${newly})\\)`, "iu");
const label = new RegExp(`^[^\\p{L}\\p{N}(]{0,4}\\((?:(${formerly})|(${newly}))\\)`, "iu");

type Marker = "old" | "new";

/** `30 Euro (alt)`. */
function labelBehind(answer: string, { end }: ContentItem): Marker | undefined {
  const found = label.exec(answer.slice(end, end + longestLead));
  if (found === null) return undefined;
  return found[1] === undefined ? "new" : "old";
}

function lastMarker(text: string): Marker | undefined {
  const found = [...text.matchAll(marker)].at(-1);
  if (found === undefined) return undefined;
  return found[1] === undefined ? "new" : "old";
}

/** `35 Euro (30 Euro)`: what a bracket opens with is the old one. */
function opened(between: string): Marker | undefined {
  return /\(\s*$/u.test(between) ? "old" : undefined;
}
