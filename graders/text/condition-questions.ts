import { firstWords } from "./first-words.ts";
import { wordProperty, type Word } from "./word.ts";
import words from "./condition-words.json" with { type: "json" };

/** A sentence, as far as it matters here. */
interface Asked {
  readonly text: string;
  readonly isQuestion: boolean;
  readonly isListItem: boolean;
  /** Ends with a colon. */
  readonly isHeading: boolean;
}

const asking = 1;
const modal = 2;
const addressed = 4;
const speaking = 8;
const resuming = 16;
const telling = 32;
const answering = 64;
/** `sie`, `du`, `ihr` */
const reader = 128;
/** `rufen` */
const calling = 256;

const lists: readonly (readonly [number, ReadonlySet<string>])[] = [
  [asking, new Set(words.asking)],
  [modal, new Set(words.modal)],
  [addressed, new Set(words.addressed)],
  [speaking, new Set(words.speaking)],
  [resuming, new Set(words.resuming)],
  [telling, new Set(words.telling)],
  [answering, new Set(words.answering)],
  [reader, new Set(["sie", "du", "ihr"])],
];

/** The lists that a word stands in, as bits. */
const rolesOf = wordProperty(({ text }): number => {
  const lower = text.toLowerCase();
  let roles = /\p{L}{2}(?:en|n)$/u.test(lower) ? calling : 0;
  for (const [role, list] of lists) if (list.has(lower)) roles |= role;
  return roles;
});

/**
 * Which questions only set a condition or list what to tell, so that what they say is said:
 * `Kommt Ihr Kind in die Schule? Dann …`, `Sie haben bis zu 100 Tiere? Rufen Sie uns an`, a question
 * before such a one, and `Sagen Sie am Telefon:` with `- Wo ist es?`. A question that the next
 * sentence answers (`Kostet der Ausweis 37 Euro? Nein`) is none, nor one about `ich`. A question to
 * the reader that the text goes on from (`Was wünschen Sie sich beim Wohnen? …`) names its topic.
 */
export function conditionQuestions(sentences: readonly Asked[]): boolean[] {
  const found = sentences.map(() => false);
  for (let at = sentences.length - 1; at >= 0; at -= 1) {
    if (sentences[at]?.isQuestion !== true) continue;
    found[at] = isListed(sentences, at) || setsCondition(sentences, at, found[at + 1] === true);
  }
  return found;
}

function setsCondition(sentences: readonly Asked[], at: number, isChained: boolean): boolean {
  const [before, sentence, next] = [sentences[at - 1], sentences[at], sentences[at + 1]];
  if (sentence === undefined || next === undefined) return false;
  const behind = firstWords(next.text, fewWords);
  const start = rolesAt(behind, 0);
  if ((start & resuming) !== 0 || isInThisCase(behind)) return true;
  const own = firstWords(sentence.text, longestQuestion);
  const opening = before?.isQuestion === true ? firstWords(before.text, longestQuestion) : [];
  const said = rolesOfAll(own) | rolesOfAll(opening);
  const first = rolesAt(own, 0);
  if ((said & speaking) !== 0) return false;
  if (next.isQuestion) return isChained;
  if (isCall(behind)) return (first & asking) === 0;
  if ((said & addressed) === 0) return false;
  const isAnswered = (start & answering) !== 0;
  // `Was wünschen Sie sich beim Wohnen?` in a letter asks the reader and says what it is about.
  if ((first & asking) !== 0) return (said & reader) !== 0 && !isAnswered;
  const isStatement = (first & addressed) !== 0 && !isAnswered;
  return isStatement || ((start & telling) !== 0 && (first & modal) === 0);
}

/** `In diesem Fall` */
function isInThisCase([first, second, third]: readonly Word[]): boolean {
  return isSpelled(first, "in") && isSpelled(second, "diesem") && isSpelled(third, "fall");
}

/** `Rufen Sie …`, `Bitte rufen Sie …`, `Ruf bitte …`. */
function isCall(behind: readonly Word[]): boolean {
  const [first, second, third] = behind;
  if (isSpelled(first, "bitte")) return second !== undefined;
  const roles = rolesAt(behind, 0);
  if ((roles & modal) !== 0 || (roles & calling) === 0 || isSpelled(second, "das")) return false;
  return isSpelled(second, "sie") || isSpelled(third, "sie");
}

/** A question with a question word, in a list under a heading that asks to tell something. */
function isListed(sentences: readonly Asked[], at: number): boolean {
  const sentence = sentences[at];
  if (sentence?.isListItem !== true) return false;
  if ((rolesAt(firstWords(sentence.text, fewWords), 0) & asking) === 0) return false;
  let head = at - 1;
  while (head > at - longestList && sentences[head]?.isListItem === true) head -= 1;
  const heading = sentences[head];
  return heading?.isHeading === true && isCall(firstWords(heading.text, fewWords));
}

/** Items of a list that are passed on the way to its heading, and words of a question. */
const longestList = 12;
const longestQuestion = 40;
const fewWords = 3;

function rolesOfAll(list: readonly Word[]): number {
  let roles = 0;
  for (const word of list) roles |= rolesOf(word);
  return roles;
}

function rolesAt(list: readonly Word[], at: number): number {
  const word = list[at];
  return word === undefined ? 0 : rolesOf(word);
}

function isSpelled(word: Word | undefined, lower: string): boolean {
  return word?.text.length === lower.length && word.text.toLowerCase() === lower;
}
