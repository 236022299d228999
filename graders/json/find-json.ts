import type { TextRange } from "../text/text-span.ts";

/** The JSON of an answer, or why there is none. */
export type FoundJson =
  | {
      readonly status: "found";
      readonly value: unknown;
      readonly start: number;
      readonly end: number;
      /** Nothing but white space stands around it. */
      readonly isBare: boolean;
    }
  | { readonly status: "none"; readonly reason: string };

/**
 * Finds the one object or array of an answer: the whole text, else a code block, else a stretch of
 * running text from an opening bracket to its closing one. In running text an object outweighs
 * arrays, which may be footnotes.
 */
export function findJson(text: string): FoundJson {
  const whole = trimmed(text, { start: 0, end: text.length });
  const parsed = parse(text, whole);
  if (parsed.ok) return { status: "found", value: parsed.value, ...whole, isBare: true };
  const blocks = Array.from(text.matchAll(fence), (match) => {
    const start = match.index + match[0].indexOf("\n") + 1;
    return trimmed(text, { start, end: start + (match[1]?.length ?? 0) });
  });
  const fenced = readable(text, blocks);
  if (fenced.length > 0) return only(text, fenced);
  if (hasOpenFence(text)) {
    return { status: "none", reason: "Der Codeblock ist nicht geschlossen." };
  }
  const loose = readable(text, [...balancedStretches(text)]);
  const objects = loose.filter(({ start }) => text.charAt(start) === "{");
  const chosen = objects.length > 0 ? objects : loose;
  return chosen.length > 0 ? only(text, chosen) : { status: "none", reason: whyNone(text, parsed) };
}

const fence = /```[\p{L}\d]{0,20}[ \t]{0,9}\r?\n([^`]*)```/gu;

/** A fence that nothing closes: whoever cuts out the block finds none. */
function hasOpenFence(text: string): boolean {
  const fences = text.match(/^[^\S\n]{0,3}```/gmu)?.length ?? 0;
  return fences % 2 === 1;
}

interface Read extends TextRange {
  readonly value: unknown;
}

function readable(text: string, ranges: readonly TextRange[]): Read[] {
  return ranges.flatMap((range) => {
    const parsed = parse(text, range);
    return parsed.ok ? [{ ...range, value: parsed.value }] : [];
  });
}

/** The same JSON said twice is one. */
function only(text: string, found: readonly Read[]): FoundJson {
  const texts = new Set(
    found.map(({ start, end }) => text.slice(start, end).replaceAll(/\s/gu, "")),
  );
  const last = found.at(-1);
  if (last === undefined || texts.size > 1) {
    return { status: "none", reason: `Es stehen ${texts.size} verschiedene JSON-Texte da.` };
  }
  return { status: "found", ...last, isBare: false };
}

type Parsed =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly isJson: boolean };

function parse(text: string, { start, end }: TextRange): Parsed {
  try {
    const value: unknown = JSON.parse(text.slice(start, end));
    const isContainer = typeof value === "object" && value !== null;
    return isContainer ? { ok: true, value } : { ok: false, isJson: true };
  } catch {
    return { ok: false, isJson: false };
  }
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const content = text.slice(start, end);
  const from = start + (content.length - content.trimStart().length);
  return { start: from, end: Math.max(from, start + content.trimEnd().length) };
}

/** Openings that are tried; beyond, the text is no answer in JSON. */
const mostAttempts = 20;

/** Stretches from an opening bracket to the one that closes it, outside of strings. */
function* balancedStretches(text: string): Generator<TextRange> {
  let from = nextOpening(text, 0);
  for (let attempt = 0; attempt < mostAttempts && from >= 0; attempt += 1) {
    const end = closingOf(text, from);
    if (end !== undefined) yield { start: from, end };
    from = nextOpening(text, end ?? from + 1);
  }
}

function nextOpening(text: string, from: number): number {
  const offset = text.slice(from).search(/[{[]/u);
  return offset < 0 ? -1 : from + offset;
}

function closingOf(text: string, from: number): number | undefined {
  let depth = 0;
  let isString = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isString) {
      if (character === "\\") at += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function whyNone(text: string, whole: Parsed): string {
  if (!whole.ok && whole.isJson)
    return "Die Antwort ist ein einzelner Wert, kein Objekt und kein Feld.";
  const opening = nextOpening(text, 0);
  if (opening < 0) return "Die Antwort enthält keine geschweifte und keine eckige Klammer.";
  if (closingOf(text, opening) === undefined) return "Das JSON bricht vor seinem Ende ab.";
  return "Was in Klammern steht, verstößt gegen die Schreibregeln von JSON.";
}
