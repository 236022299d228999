import { z } from "zod";
import type { GradedCase } from "../core/case.ts";
import { number } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { copiedShares, readPassages } from "./focus/copied-share.ts";
import { readModel, repeatedCharacters } from "./focus/repetition.ts";
import { servingSentences, type ServingSentence } from "./focus/serving-sentences.ts";
import { rememberObject } from "./text/remember-object.ts";
import { TextUnits } from "./text/text-units.ts";
import { PassageWords } from "./text/text-words.ts";
import { countWords } from "./text/words.ts";

const options = z.strictObject({
  maximumRatio: number()
    .pipe(z.number().gt(0))
    .default(2.5)
    .describe("Höchstes Verhältnis der Länge zur Musterantwort (Wörter); darüber sinkt der Wert."),
});

/** From here on an answer carries the source's wording rather than an answer. */
const copyFrom = 0.8;

/**
 * How much of the answer serves the question? The value (0..1) is the share of characters in
 * sentences that share content words or values with the reference and the question (fully from
 * half of the sentence's content words on), times a factor for length: 1 up to `maximumRatio` ×
 * the reference in words, beyond it in inverse proportion. What the answer only repeats (loops)
 * serves nothing. A sentence of some length (German) of which not a word stands anywhere in the case
 * comes from somewhere else: with one, the value is at most 0.4. A copy of the source (80 % of its
 * runs of four words, and clearly more than the reference has of them) is 0. Greeting, thanks and closing are neutral. The reference gets 1.
 *
 * Threshold 0.6. Measures: `ratio` (length in words ÷ reference), `serving` (share of characters),
 * `repeated` (share of characters), `copied` (share of the source's wording), `foreign` (sentences).
 *
 * Unscored: a case without reference. Not measured: whether it is right, complete or well put; an
 * answer in wholly other words than reference and question looks off the point.
 *
 * @example
 * focus.grade({
 *   answer: "Der Ausweis kostet 37 Euro.",
 *   case: { reference: "Ein Personalausweis kostet 37 Euro." },
 * }).score; // value 1
 */
export const focus = defineGrader({
  name: "focus",
  version: "6",
  title: "Bleibt bei der Frage",
  needs: ["reference"],
  options,
  threshold: 0.6,
  judge: judgeFocus,
});

function judgeFocus(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const known = readCase(context.case);
  const sentences = servingSentences(answer, context.case);
  const repeatedFlags = repeatedCharacters(answer, known.model);
  const { serving, visible } = servingShare(answer, repeatedFlags, sentences);
  const repeatedCount = countFlags(repeatedFlags, { start: 0, end: answer.length });
  const repeated = visible === 0 ? 0 : Math.min(1, repeatedCount / visible);
  const ratio = lengthOf(answer, sentences) / Math.max(1, known.words);
  const copied = copiedOf(answer, known);
  const factor = Math.min(1, context.options.maximumRatio / Math.max(ratio, 1e-9));
  const foreign = sentences.filter((sentence) => sentence.isForeign).length;
  const most = foreign > 0 ? mostWithForeign : 1;
  const value = copied.isCopy ? 0 : Math.min(most, serving * factor);
  return {
    status: "scored",
    value,
    reason: reasonFor(
      { serving, ratio, repeated, foreign, isCopy: copied.isCopy },
      context.options,
    ),
    measures: { ratio, serving, repeated, copied: copied.share, foreign },
    evidence: sentences
      .filter(({ serves, isForeign }) => isForeign || (serves !== "neutral" && serves < 0.5))
      .map(({ start, end }) => ({ start, end, kind: "off-point" })),
  };
}

/** Most that an answer is worth with a sentence that has nothing to do with the case. */
const mostWithForeign = 0.4;

/** What the case says by itself, the same for every answer to it. */
const readCase = rememberObject(({ reference = "", input }: GradedCase) => {
  const composed = reference.normalize("NFC");
  const passages = readPassages(
    [input?.text, input?.pseudonymised]
      .filter((source) => source !== undefined)
      .map((source) => source.normalize("NFC")),
  );
  const copiedByReference = copiedShares(passages, composed);
  return {
    words: countWords(composed),
    model: readModel(composed),
    passages,
    copiedByReference,
  };
});

const answerUnits = new TextUnits();

/**
 * Share of the visible characters that serve, and how many of them the answer has; signs outside of sentences
 * serve nothing.
 */
function servingShare(
  answer: string,
  repeated: Uint8Array | undefined,
  sentences: readonly ServingSentence[],
): { readonly serving: number; readonly visible: number } {
  const units = answerUnits.read(answer);
  let all = 0;
  let serving = 0;
  let inside = 0;
  let outside = 0;
  let before = 0;
  for (const { start, end, serves } of sentences) {
    outside += visibleIn(units, { start: before, end: start });
    before = end;
    const visible = visibleIn(units, { start, end });
    inside += visible;
    const again = countFlags(repeated, { start, end });
    if (serves === "neutral") {
      all += again;
      continue;
    }
    all += visible;
    serving += serves * (visible - again);
  }
  outside += visibleIn(units, { start: before, end: answer.length });
  all += Math.max(0, outside - marksAllowed(sentences.length));
  return { serving: all === 0 ? 0 : serving / all, visible: inside + outside };
}

/** Bullets, emphasis and rules that an honest answer may have outside of its sentences. */
function marksAllowed(sentences: number): number {
  return 10 + 6 * sentences;
}

type Range = Pick<ServingSentence, "start" | "end">;

function visibleIn(units: Uint16Array, { start, end }: Range): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (!isSpace(units[at] ?? 0)) count += 1;
  return count;
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0;
}

function countFlags(flags: Uint8Array | undefined, { start, end }: Range): number {
  let count = 0;
  if (flags === undefined) return count;
  for (let at = start; at < end; at += 1) count += flags[at] ?? 0;
  return count;
}

/** Words of the answer without its neutral sentences. */
function lengthOf(answer: string, sentences: readonly ServingSentence[]): number {
  const passages = new PassageWords(answer);
  let words = 0;
  for (const { start, end, serves } of sentences) {
    if (serves !== "neutral") words += passages.count(start, end);
  }
  return words;
}

function copiedOf(
  answer: string,
  { passages, copiedByReference }: ReturnType<typeof readCase>,
): { readonly share: number; readonly isCopy: boolean } {
  const shares = copiedShares(passages, answer);
  const isCopy = shares.some((share, source) => {
    return share >= copyFrom && (copiedByReference[source] ?? 0) < copyFrom * 0.75;
  });
  return { share: Math.max(0, ...shares), isCopy };
}

function reasonFor(
  found: { serving: number; ratio: number; repeated: number; foreign: number; isCopy: boolean },
  { maximumRatio }: z.output<typeof options>,
): string {
  const sentences = [`${percent(found.serving)} der Antwort dienen der Frage.`];
  const times = found.ratio.toFixed(1).replace(".", ",");
  if (found.ratio > maximumRatio) {
    const limit = String(maximumRatio).replace(".", ",");
    sentences.push(`Sie ist ${times}-mal so lang wie die Musterantwort (Grenze ${limit}).`);
  }
  if (found.repeated > 0) sentences.push(`${percent(found.repeated)} sind Wiederholung.`);
  if (found.foreign > 0) sentences.push("Ein Satz hat mit der Aufgabe nichts zu tun.");
  if (found.isCopy) sentences.push("Sie ist eine Abschrift des Ausgangstextes und keine Antwort.");
  return sentences.join(" ");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
