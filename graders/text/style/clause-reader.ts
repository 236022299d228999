import { codeAt } from "../code-at.ts";
import { isOfKind, space } from "../character-kinds.ts";

/** Words of an insertion in brackets at most; a bracket that is never closed ends there. */
const longestInsertion = 30;
/** Characters before a word that are looked at. */
const longestGap = 200;
const blank = 0x20;
const dash = 0x2d;
const clauseMarks = new Uint8Array(0x2020);
for (const mark of ',;:!?–—„“”»«"|') clauseMarks[mark.charCodeAt(0)] = 1;

/**
 * Tells of the words of a text, one after the other, in which clause they stand, by the signs between
 * them: `[,;:!?–—„“”»«"|]` or a dash between blanks begins a clause, brackets hold one of their own.
 */
export class ClauseReader {
  readonly #text: string;
  #before = 0;
  #clause = 0;
  #bracket = 0;
  #depth = 0;
  #inside = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The clause of the next word; below 0 inside brackets. */
  next(start: number, end: number): number {
    const from = Math.max(this.#before, start - longestGap);
    this.#before = end;
    this.#inside += 1;
    if (start - from !== 1 || codeAt(this.#text, from) !== blank) this.#readGap(from, start);
    if (this.#inside > longestInsertion) this.#depth = 0;
    return this.#depth > 0 ? -this.#bracket : this.#clause;
  }

  #readGap(from: number, to: number): void {
    let isClauseEnd = false;
    for (let at = from; at < to; at += 1) {
      const code = codeAt(this.#text, at);
      if (code === blank) continue;
      if (code === dash) isClauseEnd ||= at > from && at + 1 < to && this.#isBetweenBlanks(at);
      else if (isClauseMark(code)) isClauseEnd = true;
      else this.#readBracket(code);
    }
    if (isClauseEnd) this.#clause += 1;
  }

  #isBetweenBlanks(at: number): boolean {
    return isOfKind(this.#text, at - 1, space) && isOfKind(this.#text, at + 1, space);
  }

  #readBracket(code: number): void {
    if (code === 0x28 || code === 0x5b) {
      if (this.#depth === 0) {
        this.#bracket += 1;
        this.#inside = 0;
      }
      this.#depth += 1;
    } else if (code === 0x29 || code === 0x5d) this.#depth = Math.max(0, this.#depth - 1);
    else if (code === 0x0a) this.#depth = 0;
  }
}

function isClauseMark(code: number): boolean {
  return code < clauseMarks.length && clauseMarks[code] === 1;
}
