import { findGenitives } from "../text/style/genitive.ts";
import { findPassives } from "../text/style/passive.ts";
import type { StyleSentence } from "../text/style/style-text.ts";
import { findSubjunctives } from "../text/style/subjunctive.ts";
import { findSubordinateClauses } from "../text/style/subordinate-clauses.ts";
import { breach, hint, type PlainFinding, type PlainReading } from "./plain-reading.ts";

/** From so many commas on an enumeration belongs into a list. */
const mostCommas = 2;

/** Checks that look at one sentence at a time. */
export function checkSentences(reading: PlainReading): PlainFinding[] {
  return reading.style.sentences.flatMap((sentence, number) => {
    const written = reading.style.masked.slice(sentence.start, sentence.end);
    const words = reading.words[number] ?? [];
    return [
      ...findPassives(sentence).map((range) => breach("passiv", range)),
      ...findSubjunctives(sentence).map((range) =>
        range.certain ? breach("konjunktiv", range) : hint("konjunktiv", range),
      ),
      ...findGenitives(sentence).map((range) =>
        range.certain ? breach("genitiv", range) : hint("genitiv", range),
      ),
      ...findSubordinateClauses(sentence).map((range) => hint("subordinate", range)),
      ...(words.length > reading.wordsPerSentence ? [breach("sentLen", sentence)] : []),
      ...(isLongListing(written) ? [breach("listOver3", sentence)] : []),
      ...checkPoints(sentence),
    ];
  });
}

function isLongListing(sentence: string): boolean {
  const commas = sentence.match(/,(?!\d)/gu)?.length ?? 0;
  return commas > mostCommas && /\s(?:und|oder|sowie)\s/u.test(sentence);
}

/** `aber`, `denn`, `sondern` behind a comma join two statements. */
function checkPoints(sentence: StyleSentence): PlainFinding[] {
  const { tokens } = sentence;
  const joins = tokens.some(
    ({ lower, clause }, at) =>
      at > 0 && clause !== tokens[at - 1]?.clause && /^(?:aber|denn|sondern)$/u.test(lower),
  );
  const neither = tokens.some(({ lower }) => lower === "weder");
  return joins || neither ? [hint("onePoint", sentence)] : [];
}
