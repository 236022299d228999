import { findFact } from "../facts/find-fact.ts";
import { readFact } from "../facts/fact-phrase.ts";
import type { AnswerIndex } from "../facts/answer-index.ts";
import { isAsserted, isOnlySupposed, sentenceAt } from "./asserted.ts";
import { literalForm, literalPlaces, type LiteralForm } from "./literal-places.ts";
import { hasOneOf, patternSentence, readWordGroup } from "../text/phrase-pattern.ts";
import { rememberObject } from "../text/remember-object.ts";
import type { TextRange } from "../text/text-span.ts";
import words from "./mention-words.json" with { type: "json" };

/** An effect in the answer: it is there, or it is only spoken of. */
export interface EffectPlace {
  readonly start: number;
  readonly end: number;
  readonly isMention: boolean;
}

const mentions = readWordGroup(words.mentions);

/** An effect that is looked for. */
export interface Effect {
  /** As authored, in Unicode normal form C; ` / ` stands between its spellings. */
  readonly written: string;
  readonly spellings: readonly Spelling[];
}

/** Reads the effects of a case. */
export const readEffects = rememberObject((authored: readonly string[]): readonly Effect[] =>
  authored.map((effect) => {
    const written = effect.normalize("NFC");
    return { written, spellings: readSpellings(written) };
  }),
);

/** Looks for one of the spellings of an effect; a place where it is not only mentioned wins. */
export function findEffect(index: AnswerIndex, { spellings }: Effect): EffectPlace | undefined {
  let mention: EffectPlace | undefined;
  for (const spelling of spellings) {
    const found = findSpelling(index, spelling);
    if (found?.isMention === false) return found;
    mention ??= found;
  }
  return mention;
}

/** One spelling of an effect. */
interface Spelling {
  readonly effect: string;
  /** Effects of several words are also found inflected and in another order; single words are not. */
  readonly isStatement: boolean;
  readonly form: LiteralForm | undefined;
}

function readSpellings(written: string): Spelling[] {
  return written.split(/\s+\/\s+/u).map((spelling) => {
    const effect = spelling.trim();
    return { effect, isStatement: effect.split(/\s+/u).length > 1, form: literalForm(effect) };
  });
}

/** A statement only counts where it is asserted: not denied, not asked, not made a condition. */
function findSpelling(index: AnswerIndex, spelling: Spelling): EffectPlace | undefined {
  const { effect, isStatement, form } = spelling;
  const literal = form === undefined ? nowhere : literalPlaces(index.content.text, form);
  const first = literal.length === 0 ? undefined : firstOf(index, spelling, literal);
  if (first?.isMention === false || !isStatement) return first;
  const fact = findFact(index, readFact(effect), { strict: true });
  if (fact.status !== "met" || isOnlySupposed(index, fact.place)) return first;
  if (!hasQuantifiers(index, fact.place, effect)) return first;
  const place = { ...fact.place, isMention: isMention(index, fact.place) };
  return first === undefined || !place.isMention ? place : first;
}

const nowhere: readonly TextRange[] = [];

/** A place where the effect is not only mentioned, or the first one. */
function firstOf(
  index: AnswerIndex,
  { effect, isStatement }: Spelling,
  literal: readonly TextRange[],
): EffectPlace | undefined {
  const asserted = literal.filter((place) => !isStatement || isAsserted(index, place, effect));
  const sorted = asserted.map((place) => ({ ...place, isMention: isMention(index, place) }));
  return sorted.find((place) => !place.isMention) ?? sorted[0];
}

const quantifiers = words.quantifiers.map((group) => readWordGroup(group));

/** `an allen Punkten` is not `an den übrigen Punkten`: the sentence has to say as much. */
function hasQuantifiers(index: AnswerIndex, { start }: TextRange, effect: string): boolean {
  const sentence = index.content.sentences[sentenceAt(index, start)];
  const said = patternSentence(index.content.text.slice(sentence?.start, sentence?.end));
  const wanted = patternSentence(effect);
  return quantifiers.every((group) => !hasOneOf(wanted, group) || hasOneOf(said, group));
}

/**
 * The sentence speaks about an instruction, or the effect stands in quotation marks and the sentence
 * before or behind it does.
 */
function isMention(index: AnswerIndex, place: TextRange): boolean {
  const { sentences, text } = index.content;
  const at = sentenceAt(index, place.start);
  if (speaksAbout(index, at, place)) return true;
  const before = text.slice(Math.max(0, place.start - 200), place.start);
  const isQuoted =
    /[„"»«`“][^“”"»«`\n]*$/u.test(before) &&
    /^[^„»\n]{0,200}[“”"«»`]/u.test(text.slice(place.end, place.end + 201));
  const isAlone = sentences.length === 1;
  return isQuoted && !isAlone && (speaksAbout(index, at - 1) || speaksAbout(index, at + 1));
}

/** The words of the effect itself do not count. */
function speaksAbout(index: AnswerIndex, number: number, effect?: TextRange): boolean {
  const sentence = index.content.sentences[number];
  if (sentence === undefined) return false;
  const { text } = index.content;
  const end = Math.min(sentence.end, sentence.start + longestSentence);
  const said =
    effect === undefined
      ? text.slice(sentence.start, end)
      : `${text.slice(Math.max(sentence.start, effect.start - longestSentence), effect.start)} ${text.slice(effect.end, Math.max(end, effect.end))}`;
  return hasOneOf(patternSentence(said), mentions);
}

/** Characters of a sentence that are looked at. */
const longestSentence = 1500;
