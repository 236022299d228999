import { z } from "zod";
import { flag } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { closedAnswer, wordingOf } from "./text/closed-answer.ts";
import { exactValue } from "./text/values-same.ts";
import { readValues } from "./text/values.ts";

const options = z.strictObject({
  caseSensitive: flag().default(false).describe("Zählt die Groß- und Kleinschreibung?"),
  values: flag()
    .default(true)
    .describe("Gilt auch derselbe Wert in anderer Schreibung, zum Beispiel 37,00 € für 37 Euro?"),
});

/**
 * Is the answer exactly the expected one? Value 1 or 0. Expected is `expected.choice`, without it
 * the `reference`; ` / ` separates equivalents. Not counted are what dresses an answer: white
 * space at the ends and its amount, Markdown emphasis and code marks, quotes and brackets around
 * the whole, a full stop or exclamation mark at the end, an opening such as „Antwort:“, and, by default, case. If the
 * expected answer is one value, the same value in another spelling is right too.
 *
 * Unscored: a case with neither `expected.choice` nor `reference`. Does not measure: synonyms nobody
 * wrote down, whether a longer answer contains the right one (graders `facts` and `choice`).
 *
 * @example
 * exact.grade({ answer: "Antwort: **37,00 €**", case: { expected: { choice: "37 Euro" } } }).score; // value 1
 */
export const exact = defineGrader({
  name: "exact",
  version: "4",
  title: "Antwort lautet genau wie vorgegeben",
  needs: [],
  options,
  judge: judgeExact,
});

function judgeExact(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const expected = context.case.expected?.choice ?? context.case.reference;
  if (expected === undefined) {
    return {
      status: "unscored",
      reason: "Im Fall fehlt, was dieser Grader braucht: expected.choice oder reference.",
    };
  }
  const span = closedAnswer(answer);
  const given = answer.slice(span.start, span.end);
  const wanted = expected.normalize("NFC").split(/\s+\/\s+/u);
  const hit = wanted.find((one) => isSame(given, one, context.options));
  const verdict = hit === undefined ? "Die Antwort lautet anders" : "Die Antwort ist die erwartete";
  return {
    status: "scored",
    value: hit === undefined ? 0 : 1,
    reason: `${verdict}: „${shortened(given)}“. Erwartet: ${wanted.map((one) => `„${shortened(one)}“`).join(" oder ")}.`,
    measures: { characters: given.length },
    evidence: hit === undefined ? [{ ...span, kind: "other" }] : [{ ...span, kind: "expected" }],
  };
}

function isSame(given: string, wanted: string, rules: z.output<typeof options>): boolean {
  const bare = closedAnswer(wanted);
  const expected = wanted.slice(bare.start, bare.end);
  if (wordingOf(given, rules) === wordingOf(expected, rules)) return true;
  return rules.values && isSameValue(given, expected);
}

/** Longer answers are no single value. */
const longestValue = 80;

/** Both are one value and nothing else. */
function isSameValue(given: string, wanted: string): boolean {
  if (given.length > longestValue || wanted.length > longestValue) return false;
  const [one, other] = [onlyValue(given), onlyValue(wanted)];
  return one !== undefined && other !== undefined && exactValue(other, one);
}

function onlyValue(text: string): ReturnType<typeof readValues>[number] | undefined {
  const [value, ...more] = readValues(text);
  if (value === undefined || more.length > 0) return undefined;
  const rest = text.slice(0, value.start) + text.slice(value.end);
  return /[\p{L}\p{N}]/u.test(rest) ? undefined : value;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ");
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}
