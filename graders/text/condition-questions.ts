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

/**
 * Which questions only set a condition or list what to tell, so that what they say is said:
 * `Kommt Ihr Kind in die Schule? Dann …`, `Sie haben bis zu 100 Tiere? Rufen Sie uns an`, a question
 * before such a one, and `Sagen Sie am Telefon:` with `- Wo ist es?`. A question that the next
 * sentence answers (`Kostet der Ausweis 37 Euro? Nein`) is none, nor one about `ich`.
 */
export function conditionQuestions(sentences: readonly Asked[]): boolean[] {
  const found = sentences.map(() => false);
  for (let at = sentences.length - 1; at >= 0; at -= 1) {
    const [sentence, next] = [sentences[at], sentences[at + 1]];
    if (sentence?.isQuestion !== true) continue;
    found[at] = isListed(sentences, at) || setsCondition(sentence, next, found[at + 1] === true);
  }
  return found;
}

function setsCondition(sentence: Asked, next: Asked | undefined, isChained: boolean): boolean {
  if (next === undefined) return false;
  const behind = firstWords(next.text);
  if (resuming.has(behind.join(" ")) || resuming.has(behind[0] ?? "")) return true;
  const said = firstWords(sentence.text, longestQuestion);
  const first = said[0] ?? "";
  if (asking.has(first) || said.some((word) => speaking.has(word))) return false;
  if (next.isQuestion) return isChained;
  if (!said.some((word) => addressed.has(word)) && !isCall(behind)) return false;
  return isCall(behind) || (telling.has(behind[0] ?? "") && !modal.has(first));
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
