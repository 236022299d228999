import type { ContentSentence } from "../text/content-items.ts";

/** Words in quotation marks beside a citation. */
export interface QuotedWording {
  readonly start: number;
  readonly end: number;
  readonly isVerbatim: boolean;
}

const quotation = /[„“"»«]([^„“”"»«]{8,1000})[“”"«»]/gu;
/** Shorter quotations are terms, not wording. */
const fewestWords = 4;

/**
 * Quotations of four words and more in a sentence with a citation, or in one next to it. Verbatim
 * means: but for blanks, dashes, kinds of quotation marks, the first capital and the last full stop
 * the words stand in the source; at „…“ and [brackets] something may be left out or put in.
 */
export function quotedWordings(
  text: string,
  cited: readonly ContentSentence[],
  sources: readonly string[],
): QuotedWording[] {
  const plainSources = sources.map(plain);
  if (plainSources.length === 0) return [];
  const found: QuotedWording[] = [];
  let next = 0;
  for (const match of text.matchAll(quotation)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((cited[next]?.end ?? Number.POSITIVE_INFINITY) < start - nearby) next += 1;
    const beside = cited[next];
    const wording = match[1] ?? "";
    const words = wording.match(/\p{L}+/gu)?.length ?? 0;
    if (beside === undefined || beside.start > end + nearby || words < fewestWords) continue;
    found.push({ start, end, isVerbatim: isVerbatim(wording, plainSources) });
  }
  return found;
}

/** Characters between a citation's sentence and the quotation. */
const nearby = 3;

function isVerbatim(wording: string, sources: readonly string[]): boolean {
  const pieces = wording
    .split(/\[[^\]]{0,80}\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3}/u)
    .map((piece) => plain(piece).replace(/^[.,;: ]+|[.,;:!? ]+$/gu, ""))
    .filter((piece) => piece !== "");
  return sources.some((source) => {
    let from = 0;
    for (const piece of pieces) {
      const at = source.indexOf(piece, from);
      if (at < 0) return false;
      from = at + piece.length;
    }
    return true;
  });
}

/** One spelling for what carries no wording; case is left out, for a quotation may begin anywhere. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\u00ad\u200b-\u200d\u2060]/gu, "")
    .replaceAll(/[„“”"»«‚‘’']/gu, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, "-")
    .replaceAll(/[\s*_]+/gu, " ")
    .toLowerCase();
}
