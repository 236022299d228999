import { findGenitives } from "../text/style/genitive.ts";
import { findPassives } from "../text/style/passive.ts";
import type { StyleSentence } from "../text/style/style-text.ts";
import { findSubjunctives } from "../text/style/subjunctive.ts";
import { findSubordinateClauses } from "../text/style/subordinate-clauses.ts";
import type { TextRange } from "../text/text-span.ts";
import { wordProperty } from "../text/word.ts";
import { breach, hint, type PlainFinding, type PlainReading } from "./plain-reading.ts";

/** From so many commas on an enumeration belongs into a list. */
const mostCommas = 2;

/** Checks that look at one sentence at a time. */
export function checkSentences(reading: PlainReading): PlainFinding[] {
  const found: PlainFinding[] = [];
  for (const [number, sentence] of reading.style.sentences.entries()) {
    for (const range of findPassives(sentence)) found.push(breach("passiv", range));
    for (const range of findSubjunctives(sentence)) found.push(sure("konjunktiv", range));
    for (const range of findGenitives(sentence)) found.push(sure("genitiv", range));
    for (const range of findSubordinateClauses(sentence)) found.push(hint("subordinate", range));
    if (wordsOf(reading, number) > reading.wordsPerSentence)
      found.push(breach("sentLen", sentence));
    const written = reading.style.masked.slice(sentence.start, sentence.end);
    if (isLongListing(written)) found.push(breach("listOver3", sentence));
    if (hasTwoPoints(sentence)) found.push(hint("onePoint", sentence));
  }
  return found;
}

function sure(check: string, range: TextRange & { readonly certain: boolean }): PlainFinding {
  return range.certain ? breach(check, range) : hint(check, range);
}

function wordsOf({ firstWords }: PlainReading, sentence: number): number {
  return (firstWords[sentence + 1] ?? 0) - (firstWords[sentence] ?? 0);
}

function isLongListing(sentence: string): boolean {
  if (!sentence.includes(",")) return false;
  const commas = sentence.match(/,(?!\d)/gu)?.length ?? 0;
  return commas > mostCommas && /\s(?:und|oder|sowie)\s/u.test(sentence);
}

/** `aber`, `denn`, `sondern` behind a comma join two statements; so does `weder`. */
function hasTwoPoints({ tokens }: StyleSentence): boolean {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const joint = token === undefined ? noJoint : jointOf(token.written);
    if (joint === noJoint) continue;
    if (joint === anywhere) return true;
    if (at > 0 && token?.clause !== tokens[at - 1]?.clause) return true;
  }
  return false;
}

const noJoint = 0;
const anywhere = 1;
const atClause = 2;

const jointOf = wordProperty((word): number => {
  const text = word.text.toLowerCase();
  if (text === "weder") return anywhere;
  return /^(?:aber|denn|sondern)$/u.test(text) ? atClause : noJoint;
});
