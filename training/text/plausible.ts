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
  const last = text.split(/\n|[.!?]\s/u).at(-1) ?? "";
  return text !== last && last.trim().length <= 60 && !/[,\d–-]$/u.test(last);
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
