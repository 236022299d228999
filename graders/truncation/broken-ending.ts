import { isFiniteVerb } from "../text/sentence-words.ts";
import { functionWords } from "../text/stop-words.ts";
import { splitSentences } from "../text/sentences.ts";
import closings from "./closing-words.json" with { type: "json" };

/** Where and why a text breaks off. */
export interface BrokenEnding {
  readonly start: number;
  readonly reason: string;
}

/** Characters at the end that are looked at for words and brackets. */
const longestEnding = 2000;

/** Does the text break off? Undefined when it ends well, or may. */
export function brokenEnding(answer: string, language = "de"): BrokenEnding | undefined {
  const text = answer.trimEnd();
  const fence = openFence(text);
  if (fence !== undefined) return fence;
  if (text.endsWith("```")) return undefined;
  const lineStart = text.lastIndexOf("\n") + 1;
  const line = text.slice(Math.max(lineStart, text.length - longestEnding));
  const start = text.length - line.length;
  const reason = lineFault(line.trim(), { text, start, isGerman: language === "de" });
  return reason === undefined ? undefined : { start, reason };
}

/** A code block that nothing closes. */
export function openFence(text: string): BrokenEnding | undefined {
  const fences = text.includes("```") ? (text.match(/^[^\S\n]{0,3}```/gmu)?.length ?? 0) : 0;
  if (fences % 2 === 0) return undefined;
  return { start: text.lastIndexOf("```"), reason: "Ein Codeblock ist nicht geschlossen" };
}

const emptyItem = /^(?:[-*+•–]|\(?\d{1,3}[.)]|[a-z]\)|#{1,6})[*_]{0,2}$/u;
/** Characters of an empty item at most. */
const longestEmptyItem = 8;
const item = /^(?:[-*+•–]|\(?\d{1,3}[.)]|[a-z]\))\s/u;
const closedEnd = /[.!?…:;。؟۔][“"”»«)\]*_’'`]{0,4}$/u;

/** `§ 7 Abs.`, `nach Nr.`: abbreviations that a number or a word has to follow. */
const awaitsNumber =
  /(?<![\p{L}\p{M}])(?:§{1,2}|(?:Abs|Nr|Ziff|Buchst|lit|Rn|gem|vgl|bzw|ca|zzgl|d\. ?h|z\. ?B|i\. ?V\. ?m)\.)$/u;

interface Line {
  readonly text: string;
  readonly start: number;
  readonly isGerman: boolean;
}

function lineFault(line: string, place: Line): string | undefined {
  if (line.length <= longestEmptyItem && emptyItem.test(line))
    return "Der letzte Listenpunkt ist leer";
  if (isBrokenRow(line, place)) return "Die Tabelle bricht ab";
  if (line.includes("**") && openEmphasis.test(line))
    return "Eine Hervorhebung ist nicht geschlossen";
  if (hasOpenBracket(line)) return "Eine Klammer oder ein Anführungszeichen ist nicht geschlossen";
  const hasFullStop = /[.!?…]$/u.test(line);
  if (!hasFullStop && opensEnd.test(line.slice(-4)) && !isGreeting(line)) {
    return "Bricht mitten im Satz ab";
  }
  if (!hasFullStop && /:[*_]{0,2}$/u.test(line.slice(-4)))
    return isListHead(line) ? "Nach dem Doppelpunkt folgt nichts" : undefined;
  if (place.isGerman && awaitsNumber.test(line.slice(-12))) return "Bricht mitten im Satz ab";
  if (closedEnd.test(line.slice(-6))) return undefined;
  const lastWord = /(?<![\p{L}\p{M}'’])(\p{L}+)[*_“"”)]{0,4}$/u.exec(line.slice(-60))?.[1];
  if (lastWord !== undefined && isDangling(lastWord, line)) return "Bricht mitten im Satz ab";
  if (place.isGerman && endsInUnit(line)) return "Bricht mitten in einer Einheit ab";
  return isUnfinishedSentence(line, place) ? "Der letzte Satz ist nicht zu Ende" : undefined;
}

/** A sign at the end that something has to follow. */
const opensEnd = /(?:[,(„‚/&+–=]|\s-|[\p{L}]-)[*_]{0,2}$/u;

/** `**` at the beginning that the line, the last one, never closes. */
const openEmphasis = /^(?:(?:[-*+•–]|\d{1,3}[.)])\s{1,3})?\*\*[^*\s][^*]*$/u;

/** A table row without its last bar: it has an inner one, or a row stands above. */
function isBrokenRow(line: string, { text, start }: Line): boolean {
  if (!line.startsWith("|") || line.endsWith("|")) return line === "|";
  const above = text.slice(Math.max(0, start - longestEnding), start).trimEnd();
  const lineAbove = above.slice(above.lastIndexOf("\n") + 1).trim();
  return line.includes("|", 1) || (lineAbove.startsWith("|") && lineAbove.endsWith("|"));
}

/** `Mit freundlichen Grüßen,` or `Sehr geehrte Frau Muster,` alone: letters end and begin so. */
function isGreeting(line: string): boolean {
  const lower = line.toLowerCase();
  return line.length < 60 && closings.greetings.some((word) => lower.startsWith(word));
}

/** A line that announces a list or a sentence; a lone label such as `Ort:` is a form to fill in. */
function isListHead(line: string): boolean {
  return (line.match(/\p{L}+/gu)?.length ?? 0) >= 4;
}

/** `37 Eu`, `14 Tag` would be whole: the beginning of a unit that is no unit and no abbreviation. */
function endsInUnit(line: string): boolean {
  const begun = begunUnit.exec(line.slice(-40))?.[1];
  if (begun === undefined || isUnit(begun)) return false;
  return closings.units.some((unit) => unit.length > begun.length && unit.startsWith(begun));
}

const begunUnit =
  /(?<![\p{L}\p{N}])(?:\d[\d.,]{0,12}\s?|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\s)(\p{L}{2,15})$/u;

function isUnit(word: string): boolean {
  return closings.units.includes(word) || closings.unitAbbreviations.includes(word);
}

/** An article, a preposition or a conjunction that nothing follows. */
function isDangling(word: string, line: string): boolean {
  const lower = word.toLowerCase();
  if (line === word || endsSubordinate(lower, line)) return false;
  return closings.dangling.includes(lower) && word === lower;
}

/** `…, wenn mehr als die Hälfte unter drei ist` ends with its verb. */
function endsSubordinate(word: string, line: string): boolean {
  if (!closings.danglingVerbs.includes(word)) return false;
  const clause = line.slice(line.lastIndexOf(",") + 1).trim();
  const first = /^\p{L}+/u.exec(clause)?.[0].toLowerCase() ?? "";
  return line.includes(",") && closings.subordinate.includes(first);
}

/** Running text: a finite verb or many words, and no list item, heading, address or signature. */
function isUnfinishedSentence(line: string, place: Line): boolean {
  const { text, start } = place;
  if (!/[\p{L}\p{M}]$|\p{N}$|[%€]$/u.test(line) || item.test(line) || /^[#|>]/u.test(line))
    return false;
  const sentences = splitSentences(line);
  const last = sentences.at(-1)?.text ?? line;
  const words = last.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const before = text.slice(Math.max(0, start - 300), start) + line.slice(-120);
  if (isAddressLike(last) || isSignature(before) || isLabelled(line, text, start)) return false;
  if (sentences.length > 1) return !isName(last, words);
  const isWhole = text.slice(0, start).trim() === "";
  if (!place.isGerman) return !isWhole && followsSentences(place) && isRunning(words);
  const hasVerb = words.some((word) => isFiniteVerb(word.toLowerCase()));
  const functionCount = words.filter((word) => functionWords.has(word.toLowerCase())).length;
  if (isWhole) return hasVerb && words.length >= longestTitle && !/^\p{Ll}/u.test(line);
  if (words.length >= longestTitle || (hasVerb && words.length >= 4)) return true;
  return words.length >= 6 && functionCount >= 2;
}

/** `Ihre Wohngeldbehörde`, `Bürgeramt Musterfurt`, `Vielen Dank`: what may stand behind a sentence. */
function isName(text: string, words: readonly string[]): boolean {
  if (isGreeting(text.trim())) return true;
  const [first = "", ...rest] = words;
  if (/^(?:Ihr|Ihre|Euer|Eure)$/u.test(first)) return rest.length > 0 && rest.every(isCapital);
  return /:/u.test(text) ? words.length <= shortLabel : words.length > 1 && words.every(isCapital);
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Words of a label and its value, as in `Stand: 2026`. */
const shortLabel = 3;

/** `Laufzeit: drei Jahre` under another such line. */
function isLabelled(line: string, text: string, start: number): boolean {
  const field = /^[*_]{0,2}\p{Lu}[\p{L} ./-]{1,40}:[*_]{0,2}\s\S/u;
  const before = text.slice(Math.max(0, start - 400), start).trimEnd();
  const previous = before.slice(before.lastIndexOf("\n") + 1);
  return field.test(line) && field.test(previous) && !closedEnd.test(previous.slice(-6));
}

/** The line before ends like a sentence. */
function followsSentences({ text, start }: Line): boolean {
  return closedEnd.test(
    text
      .slice(Math.max(0, start - 60), start)
      .trimEnd()
      .slice(-6),
  );
}

/** Not a title or a name: some words, and not all with a capital where the script has them. */
function isRunning(words: readonly string[]): boolean {
  return words.length >= 4 && words.filter((word) => !isCapital(word)).length >= 2;
}

/** Words that a title, a heading or a short answer may have without a full stop. */
const longestTitle = 9;

function isAddressLike(text: string): boolean {
  return /(?:@|www\.|https?:|\d{5}\s\p{Lu}|Tel(?:efon)?\b|\d[\d/ -]{5,20}\d$)/u.test(text);
}

/** The lines before hold the closing of a letter. */
function isSignature(before: string): boolean {
  const lower = before.toLowerCase();
  return closings.letterEnds.some((word) => lower.includes(word));
}

const pairs = [
  ["(", ")"],
  ["„", "“"],
  ["»", "«"],
] as const;

/** A bracket or quotation mark in the last line that is never closed. */
function hasOpenBracket(line: string): boolean {
  for (const [open, close] of pairs) {
    const at = line.lastIndexOf(open);
    if (at < 0 || line.length - at > 300) continue;
    const rest = line.slice(at + 1);
    const isClosed =
      rest.includes(close) ||
      (open === "„" && /["”]/u.test(rest)) ||
      (open === "»" && line.slice(0, at).includes("«"));
    if (!isClosed && line[at - 1] !== ":") return true;
  }
  return false;
}
