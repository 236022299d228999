import type { Case } from "../../core/case.ts";
import { isStammer } from "./likeness.ts";

/** Most times one group of three words may come back before an answer counts as going in circles. */
const mostReturns = 3;

/**
 * True for an answer that a reader could take for a good one: it ends, it has a whole sentence, it
 * neither stammers nor goes in circles, and it is not made of brackets. Nobody learns to look closely
 * from an answer that is wrong at first sight.
 */
export function looksPlausible(answer: string): boolean {
  const text = answer.slice(0, 5000).trim();
  if (isStammer(text) || goesInCircles(text) || text.endsWith("…")) return false;
  const bracketed = (text.match(/\[[^\]]{0,40}\]/gu) ?? []).join("").length;
  return bracketed < text.length / 3 && wholeSentence.test(text) && hasGoodEnd(text);
}

/** Five words and more before a full stop, question or exclamation mark. */
const wholeSentence = /(?:[\p{L}\p{N}][^\s.!?]*[\s,:;„“"–-]+){4,}[^\s.!?]+[.!?]/u;

/** Ends like a sentence, or with a short last line as letters do. */
function hasGoodEnd(text: string): boolean {
  if (/[.!?:;…)\]“”"'»]$/u.test(text)) return /[.!?][)\]“”"'»]*$/u.test(text);
  const last = (text.split(/\n|[.!?]\s/u).at(-1) ?? "").trim();
  const isOwnLine = text.split("\n").length > 1 && text.endsWith(`\n${last}`);
  return (isOwnLine || /Gr(?:u|ü)(?:ß|ss)/u.test(last)) && last.length <= 60;
}

function goesInCircles(text: string): boolean {
  const sentences = text
    .split(/[.!?\n]+/u)
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one.length >= 12);
  if (new Set(sentences).size < sentences.length) return true;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= words.length; at += 1) {
    const group = words.slice(at, at + 3).join(" ");
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count > mostReturns);
}

/**
 * True when an answer shares a longer word with the case's texts or its model answer. One in another
 * language than the case's text is not judged so.
 */
export function isOnTopic(answer: string, { input, reference, expected }: Case): boolean {
  if ((expected.language ?? "de") !== "de" || !germanWords.test(answer)) return true;
  const known = longWords([...Object.values(input), reference].join("\n"));
  return longWords(answer).intersection(known).size > 0;
}

const germanWords = /(?<![\p{L}])(?:der|die|das|und|ist|nicht|ein|eine|Sie)(?![\p{L}])/u;
/** Words of office language that fit any case. */
const anywhere =
  /^(?:bitte|haben|werden|können|müssen|möchten|antwort|frage|einen|einer|wurde|diese|dieser|wegen|dürfen|sollte|januar|personen|braucht|kosten|kostet|erwachsene|kinder)$/u;

function longWords(text: string): Set<string> {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}{5,}/gu) ?? [];
  return new Set(words.filter((word) => !anywhere.test(word)));
}
