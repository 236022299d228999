import words from "./condition-words.json" with { type: "json" };

/** A sentence, as far as it matters here. */
interface Asked {
  readonly text: string;
  readonly isQuestion: boolean;
  readonly isListItem: boolean;
  /** Ends with a colon. */
  readonly isHeading: boolean;
}

const asking = new Set(words.asking);
const modal = new Set(words.modal);
const addressed = new Set(words.addressed);
const speaking = new Set(words.speaking);
const resuming = new Set(words.resuming);
const telling = new Set(words.telling);
const answering = new Set(words.answering);

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
  const behind = firstWords(next.text);
  if (resuming.has(behind.join(" ")) || resuming.has(behind[0] ?? "")) return true;
  const opening = before?.isQuestion === true ? firstWords(before.text, longestQuestion) : [];
  const own = firstWords(sentence.text, longestQuestion);
  const said = [...own, ...opening];
  const first = own[0] ?? "";
  if (said.some((word) => speaking.has(word))) return false;
  if (next.isQuestion) return isChained;
  if (isCall(behind)) return !asking.has(first);
  if (!said.some((word) => addressed.has(word))) return false;
  if (asking.has(first)) return isTopic(said) && !answering.has(behind[0] ?? "");
  const isStatement = addressed.has(first) && !answering.has(behind[0] ?? "");
  return isStatement || (telling.has(behind[0] ?? "") && !modal.has(first));
}

/** `Was wünschen Sie sich beim Wohnen?` in a letter asks the reader and says what it is about. */
function isTopic(said: readonly string[]): boolean {
  return said.includes("sie") || said.includes("du") || said.includes("ihr");
}

/** `Rufen Sie …`, `Bitte rufen Sie …`, `Ruf bitte …`. */
function isCall(behind: readonly string[]): boolean {
  const [first = "", second = "", third = ""] = behind;
  if (first === "bitte") return second !== "";
  if (modal.has(first)) return false;
  return /\p{L}{2}(?:en|n)$/u.test(first) && [second, third].includes("sie") && second !== "das";
}

/** A question with a question word, in a list under a heading that asks to tell something. */
function isListed(sentences: readonly Asked[], at: number): boolean {
  const sentence = sentences[at];
  if (sentence?.isListItem !== true || !asking.has(firstWords(sentence.text)[0] ?? ""))
    return false;
  let head = at - 1;
  while (head > at - longestList && sentences[head]?.isListItem === true) head -= 1;
  const heading = sentences[head];
  return heading?.isHeading === true && isCall(firstWords(heading.text));
}

/** Items of a list that are passed on the way to its heading, and words of a question. */
const longestList = 12;
const longestQuestion = 40;

function firstWords(text: string, most = 3): string[] {
  const found: string[] = [];
  for (const [word] of text.slice(0, most * 30).matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    found.push(word.toLowerCase());
    if (found.length >= most) break;
  }
  return found;
}
