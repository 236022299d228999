import type { TextRange } from "../text/text-span.ts";
import {
  isHeading,
  kindOf,
  readClaimText,
  saysNothing,
  speaksOfChange,
  type ChangeKind,
  type ClaimText,
} from "./claim-text.ts";
import { unitsOf, type ClaimUnit } from "./claim-units.ts";

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
  const lastRuler = answer.lastIndexOf("--");
  for (const unit of unitsOf(answer)) {
    const said = readClaimText(
      answer.slice(unit.start, Math.min(unit.end, unit.start + longestSearched)),
    );
    if (isHeading(said) || (unit.end <= lastRuler && isTableHeader(answer, unit))) {
      heading = kindOf(said);
      continue;
    }
    const last = claims.at(-1);
    if (last !== undefined && continues(unit, said, last)) {
      last.end = unit.end;
      last.kind = kindOf(said) ?? last.kind;
      last.hasNew ||= saysNew(said.text);
    } else if (isClaim(unit, said)) {
      const { start, end, isItem, indent } = unit;
      const kind = kindOf(said) ?? heading;
      claims.push({ start, end, isItem, indent, kind, hasNew: saysNew(said.text) });
    }
  }
  return claims.map(({ start, end, kind }) => ({ start, end, kind }));
}

interface Draft {
  readonly start: number;
  end: number;
  kind: ChangeKind | undefined;
  readonly isItem: boolean;
  readonly indent: number;
  hasNew: boolean;
}

/** A row with the ruler of the table below it. */
function isTableHeader(answer: string, { end }: ClaimUnit): boolean {
  const [rest = "", ruler = ""] = answer.slice(end, end + longestRuler).split("\n");
  return /^[\s|]*$/u.test(rest) && /^[\s|:-]+$/u.test(ruler) && ruler.includes("--");
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
function saysNew(text: string): boolean {
  return (text.includes(":") && newLabel.test(text)) || hasArrow(text);
}

function hasArrow(text: string): boolean {
  return text.includes("→") || text.includes("=>") || text.includes("->");
}

/** Characters in which a label ends. */
const longestLabel = 60;

function continues(unit: ClaimUnit, said: ClaimText, last: Draft): boolean {
  const { text } = said;
  if (unit.isItem && unit.indent > last.indent) return true;
  const colon = text.indexOf(":");
  if (colon >= 0 && colon < longestLabel && label.test(text)) {
    return !(last.hasNew && (oldLabel.test(text) || ownNew.test(text)));
  }
  return pointing.test(text) && kindOf(said) !== undefined;
}

function isClaim(unit: ClaimUnit, said: ClaimText): boolean {
  if (saysNothing(said)) return false;
  return unit.isItem || hasArrow(said.text) || speaksOfChange(said);
}
