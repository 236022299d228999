import type { Content } from "../content-items.ts";
import { isStarter } from "../sentence-words.ts";
import { leadsToOption, longestCue } from "./cues.ts";
import words from "./words.json" with { type: "json" };

const notAnOption = new Set(words.notAnOption);
const afterLetter = new Set(words.afterLetter);
const concluding = new Set(words.conclusion);
const optionWord =
  /^(?:option|antwort|antwortmöglichkeit|auswahl|möglichkeit|variante|lösung|answer)$/u;

/** Is the letter at `at` the name of an option, not that of something else: `z. B.`, `Anlage B`, `B. Muster`? */
export function isOptionLetter(content: Content, at: number): boolean {
  const { items, text } = content;
  const item = items[at];
  if (item === undefined) return false;
  const [before, after] = [items[at - 1], items[at + 1]];
  const leading = text.slice(before?.end ?? 0, item.start);
  const trailing = text.slice(item.end, item.end + 3);
  const isFirst =
    before === undefined || /\n|^$/u.test(leading) || before.sentence !== item.sentence;
  const isNamed = optionWord.test(before?.lower ?? "");
  const isBracketed = /^[*_`\s]*\)/u.test(trailing) && /(?:\(|^|\n|[*_`]|\s)$/u.test(leading);
  if (/[\p{L}\p{N}]$/u.test(leading) || /^[\p{N}'’&/-]/u.test(trailing)) return false;
  if (before?.text.length === 1 && /^\.\s?$/u.test(leading) && trailing.startsWith("."))
    return false;
  if (item.lower === item.text) return isBracketed || isNamed || (isFirst && after === undefined);
  if (notAnOption.has(before?.lower ?? "") && /^\.?\s*$/u.test(leading)) return false;
  if (isBracketed || isNamed) return true;
  if (trailing.startsWith(".") && after !== undefined && after.sentence === item.sentence) {
    return isFirst || endsStatement(content, at);
  }
  const isFollowed = /^\s\p{L}/u.test(trailing) && after !== undefined;
  return !isFollowed || afterLetter.has(after.lower) || /^\p{Lu}$/u.test(after.text);
}

/** `Die Antwort ist B. Er …`, `Also B. Sie …`: the dot ends a sentence, no name such as `B. Muster`. */
function endsStatement({ items, text }: Content, at: number): boolean {
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  if (item === undefined || after === undefined) return false;
  return (
    isStarter(after.text) ||
    concluding.has(before?.lower ?? "") ||
    leadsToOption(text.slice(Math.max(0, item.start - longestCue), item.start))
  );
}
