import type { Content, ContentItem } from "../text/content-items.ts";
import { separablePrefixes } from "../text/inflection.ts";
import { deniedItems } from "../text/negation.ts";
import { wordProperty } from "../text/word.ts";
import { listMarkers, mayBeMarker } from "./list-markers.ts";

/** What every search in an answer needs, whatever is looked for. */
export interface PreparedAnswer {
  readonly content: Content;
  readonly denied: readonly boolean[];
  /** Numbers of the items that are values. */
  readonly values: readonly number[];
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
  const halves: Half[] = [];
  const prefixes: Prefix[] = [];
  let hasWhether = false;
  let markers: ReadonlySet<number> | undefined;
  for (let at = 0; at < content.items.length; at += 1) {
    const item = content.items[at];
    if (item === undefined) break;
    if (content.text.charCodeAt(item.end) === hyphen) addHalf(content.items, at, halves);
    if (item.value !== undefined) {
      const isNumber = item.value.kind === "number" && mayBeMarker(content.text, item.start);
      if (isNumber) markers ??= listMarkers(content.text);
      if (!isNumber || markers?.has(item.start) !== true) values.push(at);
      continue;
    }
    const prefix = prefixOf(item.word);
    if (prefix === "") continue;
    if (prefix === whether) hasWhether = true;
    else if (closesClause(content.items, at)) prefixes.push({ at, prefix });
  }
  return { content, denied: deniedItems(content), values, halves, prefixes, hasWhether };
}

const hyphen = 0x2d;
const whether = "ob";

/** A prefix that may stand apart, without umlauts; or `ob`, which is none. Else empty. */
const prefixOf = wordProperty((word): string => {
  const lower = word.text.toLowerCase();
  const prefix = withoutUmlauts(lower);
  return lower === whether || separablePrefixes.has(prefix) ? prefix : "";
});

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
