import type { GradedCase } from "../../core/case.ts";
import { findPlanted } from "../identifiers/planted-value.ts";
import { searchedText } from "../identifiers/searched-text.ts";
import { alignTokens } from "../text/align-tokens.ts";
import { rememberObject } from "../text/remember-object.ts";
import type { TextRange } from "../text/text-span.ts";
import data from "./fillers.json" with { type: "json" };
import { redactionTokens, type RedactionToken } from "./redaction-tokens.ts";

export interface Entity {
  readonly label: string;
  /** Its words: „Frau“ before a planted surname may stay. */
  readonly keys: ReadonlySet<string>;
  /** Where it stands in the source. */
  readonly places: readonly TextRange[];
}

/** The authored entities of a case in its text, each once. */
export const entitiesOf = rememberObject((graded: GradedCase): readonly Entity[] => {
  const source = (graded.input?.text ?? "").normalize("NFC");
  const authored = (graded.expected?.entities ?? []).map((one) => one.normalize("NFC"));
  return findEntities(source, [...new Set(authored)]);
});

function findEntities(source: string, labels: readonly string[]): Entity[] {
  const searched = searchedText(source);
  return labels.map((label) => {
    const keys = new Set(redactionTokens(label).map(({ key }) => key));
    return { label, keys, places: findPlanted(searched, label) };
  });
}

/** A word of the source that the answer does not have in its place. */
export interface Removed extends TextRange {
  readonly isEntity: boolean;
}

export interface Compared {
  readonly removed: readonly Removed[];
  /** Words of entities that the answer still has in their place: place in the source → answer. */
  readonly kept: readonly { readonly source: RedactionToken; readonly answer: TextRange }[];
  /** Black-outs that cover only words that were to stay. */
  readonly wrongBars: readonly TextRange[];
  /** Numbers and denials that the source does not have there. */
  readonly falsified: readonly TextRange[];
  readonly added: number;
}

export function compare(source: string, answer: string, entities: readonly Entity[]): Compared {
  const [before, after] = [redactionTokens(source), redactionTokens(answer)];
  const partners = alignTokens(
    keysOf(before),
    // A black-out is like no word, not even like another black-out.
    after.map(({ key }, index) => (key === "" ? `\u0000${index}` : key)),
  );
  const isEntity = coverage(source.length, entities);
  const gaps = gapsOf({ before, after, partners });
  const removed: Removed[] = [];
  const kept: { source: RedactionToken; answer: TextRange }[] = [];
  before.forEach((word, index) => {
    const partner = after[partners[index] ?? -1];
    if (partner === undefined) {
      const isRemoved = word.key !== "" && !isAttached(before, index, isEntity);
      if (isRemoved) removed.push({ ...rangeOf(word), isEntity: isEntity(word) });
    } else if (isEntity(word)) kept.push({ source: word, answer: rangeOf(partner) });
  });
  return {
    removed,
    kept,
    wrongBars: wrongBarsIn(gaps, isEntity),
    falsified: falsifiedIn(answer, gaps, isEntity),
    added: after.filter(({ key }) => key !== "").length - partners.filter((at) => at >= 0).length,
  };
}

/** The same list for every answer to a case, so that its runs are read once. */
const keysOf = rememberObject((tokens: readonly RedactionToken[]): readonly string[] =>
  tokens.map(({ key }) => key),
);

/** Words that tell nothing alone: titles, units, legal forms. */
export const fillers: ReadonlySet<string> = new Set(data.words);

/** Most words between an entity and one that hangs on it: `geboren am 3. Mai`. */
const farthest = 3;

/** A title, unit, legal form or the like beside an entity, with only such words between. */
function isAttached(words: readonly RedactionToken[], index: number, isEntity: IsEntity): boolean {
  if (!fillers.has(words[index]?.key ?? "") || isEntity(words[index] ?? { start: 0, end: 0 }))
    return false;
  for (const step of [-1, 1]) {
    for (let away = 1; away <= farthest; away += 1) {
      const word = words[index + step * away];
      if (word !== undefined && isEntity(word)) return true;
      if (!fillers.has(word?.key ?? "")) break;
    }
  }
  return false;
}

export function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}

function coverage(length: number, entities: readonly Entity[]): IsEntity {
  const covered = new Uint8Array(length);
  for (const { start, end } of entities.flatMap(({ places }) => places))
    covered.fill(1, start, end);
  return ({ start }) => covered[start] === 1;
}

type IsEntity = (word: TextRange) => boolean;

interface Alignment {
  readonly before: readonly RedactionToken[];
  readonly after: readonly RedactionToken[];
  readonly partners: readonly number[];
}

/** What stands between two kept words in either text. */
interface Gap {
  readonly gone: readonly RedactionToken[];
  readonly put: readonly RedactionToken[];
  /** The kept word behind it in the answer. */
  readonly next: RedactionToken | undefined;
}

function gapsOf({ before, after, partners }: Alignment): Gap[] {
  const gaps: Gap[] = [];
  let gone: RedactionToken[] = [];
  let at = 0;
  const close = (to: number): void => {
    gaps.push({ gone, put: after.slice(at, to), next: after[to] });
    gone = [];
    at = to + 1;
  };
  before.forEach((word, index) => {
    const partner = partners[index] ?? -1;
    if (partner >= 0) close(partner);
    else gone.push(word);
  });
  close(after.length);
  return gaps;
}

/** Black-outs where nothing of an entity is gone. */
function wrongBarsIn(gaps: readonly Gap[], isEntity: IsEntity): TextRange[] {
  return gaps
    .filter(({ gone }) => gone.length > 0 && !gone.some(isEntity))
    .flatMap(({ put }) => put.filter(({ key }) => key === "").map(rangeOf));
}

/**
 * Numbers and denials that were put into the text or in place of another word, and the word before
 * which a denial is simply gone; not what stands for an entity (`Person 1`), before or behind the
 * text, or numbers a list.
 */
function falsifiedIn(answer: string, gaps: readonly Gap[], isEntity: IsEntity): TextRange[] {
  return gaps.slice(1, -1).flatMap(({ gone, put, next }) => {
    if (gone.some(isEntity)) return [];
    const isLost = put.length === 0 && gone.some(({ key }) => denial.test(key));
    const changed = put.filter(
      (word) => denial.test(word.key) || (/\d/u.test(word.key) && !isListNumber(answer, word)),
    );
    return [...changed, ...(isLost && next !== undefined ? [next] : [])].map(rangeOf);
  });
}

const denial = /^(?:nicht|keine?[nmrs]?)$/u;

/** `2` in `2. Absatz` at the start of a line. */
function isListNumber(answer: string, { start, end }: TextRange): boolean {
  const before = answer.slice(Math.max(0, start - 4), start);
  return /(?:^|\n)[^\S\n]*$/u.test(before) && /^[.)]\s/u.test(answer.slice(end, end + 2));
}
