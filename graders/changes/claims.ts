import { splitSentences } from "../text/sentences.ts";
import type { TextRange } from "../text/text-span.ts";
import words from "./words.json" with { type: "json" };

/** Whether a change alters the meaning or only the wording, as far as an answer says. */
export type ChangeKind = "meaning" | "wording";

/** A passage of an answer that says that something was changed. */
export interface Claim extends TextRange {
  readonly kind: ChangeKind | undefined;
}

/** Longest passage that is searched for phrases; a claim is shorter. */
const longestSearched = 600;

/**
 * The changes an answer claims: every list item and table row, every sentence that speaks of a
 * change. What belongs to the claim before it is joined to it: deeper list items, lines such as
 * `Alt: …`, `Neu: …`, and a sentence that only says of which kind the change is. Headings pass
 * their kind on to the claims below. That nothing else changed is no claim.
 */
export function findClaims(answer: string): Claim[] {
  const claims: Draft[] = [];
  let heading: ChangeKind | undefined;
  for (const unit of unitsOf(answer)) {
    const text = answer.slice(unit.start, Math.min(unit.end, unit.start + longestSearched));
    if (isHeading(text) || isTableHeader(answer, unit)) {
      heading = kindOf(text);
      continue;
    }
    const last = claims.at(-1);
    if (last !== undefined && continues(unit, text, last)) {
      last.end = unit.end;
      last.kind = kindOf(text) ?? last.kind;
      last.hasNew ||= saysNew(text);
    } else if (isClaim(unit, text)) {
      claims.push({ ...unit, kind: kindOf(text) ?? heading, hasNew: saysNew(text) });
    }
  }
  return claims.map(({ start, end, kind }) => ({ start, end, kind }));
}

interface Unit extends TextRange {
  readonly isItem: boolean;
  readonly indent: number;
}

interface Draft {
  readonly start: number;
  end: number;
  kind: ChangeKind | undefined;
  readonly isItem: boolean;
  readonly indent: number;
  hasNew: boolean;
}

/** List items and table rows by line, all else by sentence. */
function* unitsOf(answer: string): Generator<Unit> {
  let item: (Unit & { end: number }) | undefined;
  for (const sentence of splitSentences(answer)) {
    const lineStart = sentence.start - prefixLength(answer, sentence.start);
    const prefix = answer.slice(lineStart, sentence.start);
    const isItem = marker.test(prefix) || numbered.test(sentence.text.slice(0, 8));
    const isSameLine = item !== undefined && !answer.slice(item.end, sentence.start).includes("\n");
    if (item !== undefined && isSameLine) item.end = sentence.end;
    else if (isItem) {
      if (item !== undefined) yield item;
      item = {
        ...rangeOf(sentence),
        isItem: true,
        indent: /^[ \t]*/u.exec(prefix)?.[0].length ?? 0,
      };
    } else if (item !== undefined && !/\n\s*\n/u.test(answer.slice(item.end, sentence.start))) {
      item.end = sentence.end;
    } else {
      if (item !== undefined) yield item;
      item = undefined;
      yield { ...rangeOf(sentence), isItem: false, indent: 0 };
    }
  }
  if (item !== undefined) yield item;
}

const marker = /^[ \t]*(?:[-*•–+]|\d{1,3}[.)]|\|)[ \t]*[*_]*$/u;
const numbered = /^(?:\d{1,3}[.)]|[-*•–+]|\|)\s/u;

/** Characters between the beginning of the line and an offset, when they are few. */
function prefixLength(answer: string, offset: number): number {
  const before = answer.slice(Math.max(0, offset - 16), offset);
  const lineBreak = before.lastIndexOf("\n");
  return lineBreak < 0 ? Math.min(offset, before.length) : before.length - lineBreak - 1;
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}

const headerWords = new Set(words.tableHeader);

/** Headings, lines that introduce a list, header and ruler of a table. */
function isHeading(text: string): boolean {
  if (/^#{1,6}\s/u.test(text) || /^\*\*[^*]{1,80}\*\*$/u.test(text)) return true;
  if (/^[^.!?„"]{1,80}:[*_\s]*$/u.test(text)) return true;
  const cells = text.toLowerCase().match(/[^\s*|:-]+/gu) ?? [];
  return cells.every((cell) => headerWords.has(cell));
}

/** A row with the ruler of the table below it. */
function isTableHeader(answer: string, { end }: Unit): boolean {
  const ruler = /^[^\S\n]*\|?[^\S\n]*\n[^\S\n]*\|?[^\S\n]*:?-{2,}[-\s|:]{0,200}(?:\n|$)/u;
  return ruler.test(answer.slice(end, end + longestRuler));
}

/** Characters in which a ruler is looked for. */
const longestRuler = 300;

const label =
  /^\W{0,6}(?:alt|neu|bisher|vorher|nachher|jetzt|künftig|alte fassung|neue fassung|art|bedeutung|wirkung|auswirkung|folge|einordnung|kategorie)\W{0,4}:/iu;
const newLabel = /(?<!\p{L})(?:neu|nachher|jetzt|künftig|neue fassung)\W{0,4}:/iu;
const oldLabel = /^\W{0,6}(?:alt|bisher|vorher|alte fassung)\W{0,4}:/iu;

/** `Das ist …`, `Diese Änderung …`; `Das „sowie“ …` begins another claim. */
const pointing =
  /^(?:(?:Dies|dies|Das|das|Dadurch|dadurch|Damit|damit|Hier|hier)\s\p{Ll}|(?:Diese|diese)\s(?:\p{Ll}{1,20}\s)?(?:Änderung|Anpassung|Umstellung|Formulierung))/u;

/** A line of its own that begins with `Neu:`; deeper list items have been dealt with. */
const ownNew = /^\W{0,6}neu\W{0,4}:/iu;
const arrow = /→|=>|->/u;

function saysNew(text: string): boolean {
  return newLabel.test(text) || arrow.test(text);
}

function continues(unit: Unit, text: string, last: Draft): boolean {
  if (unit.isItem && unit.indent > last.indent) return true;
  if (label.test(text)) return !(last.hasNew && (oldLabel.test(text) || ownNew.test(text)));
  return pointing.test(text) && kindOf(text) !== undefined;
}

/** `von … auf`, `nicht mehr`, `fällt weg`: phrases that speak of a change. */
const changePhrase =
  /(?<!\p{L})(?:von [^.!?]{1,60} auf |(?:nicht|keine?[nmrs]?)\s(?:\p{L}{1,30}\s){0,3}mehr(?!\p{L})|(?:fällt|fallen)\s[^.!?]{0,40}weg(?!\p{L})|aus [^.!?]{1,60}\swird\s)/iu;
const changeWords = new Set(words.change);
const nothing = new RegExp(words.nothing.join("|"), "iu");

function isClaim(unit: Unit, text: string): boolean {
  if (nothing.test(text) || !/\p{L}/u.test(text)) return false;
  if (unit.isItem || arrow.test(text)) return true;
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return found.some((word) => changeWords.has(word)) || changePhrase.test(text);
}

const wording = new RegExp(words.wording.join("|"), "iu");
const notWording = new RegExp(words.notWording.join("|"), "iu");
const meaning = new RegExp(words.meaning.join("|"), "iu");

function kindOf(text: string): ChangeKind | undefined {
  if (notWording.test(text)) return "meaning";
  if (wording.test(text)) return "wording";
  return meaning.test(text) ? "meaning" : undefined;
}
