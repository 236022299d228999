import type { Content, ContentItem } from "../text/content-items.ts";
import { separablePrefixes } from "../text/inflection.ts";
import { deniedItems } from "../text/negation.ts";
import { addFoundKeys } from "../text/values-keys.ts";
import { wordFlag, wordProperty, type Word } from "../text/word.ts";
import { listMarkers, mayBeMarker } from "./list-markers.ts";

/** What every search in an answer needs, whatever is looked for. */
export interface PreparedAnswer {
  readonly content: Content;
  readonly denied: readonly boolean[];
  /** Numbers of the items that are values. */
  readonly values: readonly number[];
  /** The keys under which each of them is found, see `addFoundKeys`. */
  readonly valueKeys: readonly number[];
  /** Halves of compounds and the word that completes them: `Lohn- und Gehaltsabrechnung`. */
  readonly halves: readonly Half[];
  /** Prefixes that may close the clause of their verb: `Reichen Sie den Antrag … ein.` */
  readonly prefixes: readonly Prefix[];
  /** Some item is `ob`. */
  readonly hasWhether: boolean;
}

interface Half {
  readonly at: number;
  readonly completedBy: number;
}

interface Prefix {
  readonly at: number;
  readonly prefix: string;
}

export function prepareAnswer(content: Content): PreparedAnswer {
  const values: number[] = [];
  const valueKeys: number[] = [];
  const halves: Half[] = [];
  const prefixes: Prefix[] = [];
  let hasWhether = false;
  let markers: ReadonlySet<number> | undefined;
  const { text, items } = content;
  const hasHyphen = text.includes("-");
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    if (hasHyphen && text.charCodeAt(item.end) === hyphen) addHalf(items, at, halves);
    if (item.value !== undefined) {
      const isNumber = item.value.kind === "number" && mayBeMarker(text, item.start);
      if (isNumber) markers ??= listMarkers(text);
      if (isNumber && markers?.has(item.start) === true) continue;
      values.push(at);
      addFoundKeys(item.value, valueKeys);
      continue;
    }
    if (!isPrefix(item.word)) continue;
    const prefix = prefixOf(item.word);
    if (prefix === whether) hasWhether = true;
    else if (closesClause(items, at)) prefixes.push({ at, prefix });
  }
  const denied = deniedItems(content);
  return { content, denied, values, valueKeys, halves, prefixes, hasWhether };
}

const hyphen = 0x2d;
const whether = "ob";

/** A prefix that may stand apart; or `ob`, which is none. It is asked of every word. */
const isPrefix = wordFlag((word): boolean => {
  return word.text.toLowerCase() === whether || separablePrefixes.has(prefixOf(word));
});

/** Without capitals and umlauts. */
const prefixOf = wordProperty(({ text }: Word): string => withoutUmlauts(text.toLowerCase()));

function withoutUmlauts(lower: string): string {
  if (!/\P{ASCII}/u.test(lower)) return lower;
  return lower.normalize("NFD").replace(/\u0308/gu, "");
}

/** Nothing but `und` or `oder` follows in the clause. */
function closesClause(items: readonly ContentItem[], at: number): boolean {
  const next = items[at + 1];
  return next?.clause !== items[at]?.clause || next?.lower === "und" || next?.lower === "oder";
}

/** A word with a hyphen at its end, before `und` or `oder` and a noun. */
function addHalf(items: readonly ContentItem[], at: number, halves: Half[]): void {
  const joining = items[at + 1]?.lower;
  if (joining !== "und" && joining !== "oder" && joining !== "sowie") return;
  const completedBy = [at + 2, at + 3].find((place) => (items[place]?.text.length ?? 0) > 5);
  if (completedBy !== undefined) halves.push({ at, completedBy });
}
