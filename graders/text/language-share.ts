import { characterCounter } from "./count-characters.ts";
import type { TextPart } from "./eld-words.ts";
import { guessLanguage } from "./language-detector.ts";
import names from "./language-names.json" with { type: "json" };
import { languagePieces, type LanguagePiece } from "./language-pieces.ts";

/** How much of a text is in the expected language. */
export interface LanguageShare {
  /** Letters that were judged. */
  readonly letters: number;
  readonly pieces: number;
  /** 0..1; 1 for a text without a letter. */
  readonly share: number;
  /** Pieces in other languages with what was found; `""` when neither script nor words say. */
  readonly wrong: readonly { readonly piece: LanguagePiece; readonly found: string }[];
}

/** Pieces judged at most; more would cost time and change nothing. */
const mostPieces = 200;
/** Another language has to be ahead by this share of the score to count as found. */
const margin = 0.05;

/** The latest text: several graders ask for the language of the answer at hand. */
let latest:
  { readonly text: string; readonly expected: string; readonly share: LanguageShare } | undefined;

/** Judges a text piece by piece; of long texts 200 pieces spread evenly. */
export function languageShare(text: string, expected: string): LanguageShare {
  if (latest?.text !== text || latest.expected !== expected) {
    latest = { text, expected, share: readShare(text, expected) };
  }
  return latest.share;
}

function readShare(text: string, expected: string): LanguageShare {
  const pieces = sample(languagePieces(text));
  const wrong: { readonly piece: LanguagePiece; readonly found: string }[] = [];
  let letters = 0;
  let wrongLetters = 0;
  for (const piece of pieces) {
    letters += piece.letters;
    const found = languageOf(piece, expected);
    if (found === expected) continue;
    wrong.push({ piece, found });
    wrongLetters += piece.letters;
  }
  const share = letters === 0 ? 1 : 1 - wrongLetters / letters;
  return { letters, pieces: pieces.length, share, wrong };
}

/** German name of a language by its code. */
export function languageName(code: string): string {
  if (code === "") return "keine bekannte Sprache";
  return (names.languages as Readonly<Record<string, string>>)[code] ?? code;
}

function sample(pieces: readonly LanguagePiece[]): readonly LanguagePiece[] {
  if (pieces.length <= mostPieces) return pieces;
  return Array.from({ length: mostPieces }, (_unused, number) => {
    return pieces[Math.floor((number * pieces.length) / mostPieces)];
  }).filter((piece) => piece !== undefined);
}

/** `""` when neither script nor words say anything. */
function languageOf(piece: LanguagePiece, expected: string): string {
  const { text, from, to, letters } = piece;
  const isSure = latin.has(expected) && countOther(text, from, to) === 0;
  const script = isSure
    ? undefined
    : scripts.find(({ count }) => count(text, from, to) * 2 > letters);
  if (script !== undefined && !script.languages.includes(expected)) {
    const { language } = guessLanguage(piece, expected);
    return script.languages.includes(language) ? language : (script.languages[0] ?? "");
  }
  const neighbour = neighbourOf(piece, expected);
  if (neighbour !== undefined) return neighbour;
  const guess = guessLanguage(piece, expected);
  if (guess.expectedScore > 0 && guess.expectedScore >= guess.score * (1 - margin)) return expected;
  return guess.language;
}

/** Languages with letters of their own, and the neighbour they are taken for. */
const distinctive = new Map(
  Object.entries(names.distinctiveLetters).map(([language, { letters, neighbour }]) => [
    language,
    { count: characterCounter(new RegExp(`[${letters}${letters.toUpperCase()}]`, "u")), neighbour },
  ]),
);
/** Fewer letters of the neighbour, beside own ones, may be a name. */
const fewestForeignLetters = 2;

/** The neighbouring language of the same script whose own letters outweigh those of the expected one. */
function neighbourOf({ text, from, to }: TextPart, expected: string): string | undefined {
  const own = distinctive.get(expected);
  const other = own && distinctive.get(own.neighbour);
  if (own === undefined || other === undefined) return undefined;
  const foreign = other.count(text, from, to);
  const known = own.count(text, from, to);
  const isForeign = foreign > known && (known === 0 || foreign >= fewestForeignLetters);
  return isForeign ? own.neighbour : undefined;
}

const latin: ReadonlySet<string> = new Set(names.scripts.Latin);
/** Neither Latin letters nor what stands between them. */
const countOther = characterCounter(/[^ -~\t\n\r\u00a0-\u024f\u2010-\u203a\u20ac]/u);

/** Scripts and the languages of the suites that are written in them. */
const scripts = Object.entries(names.scripts).map(([script, languages]) => ({
  count: characterCounter(new RegExp(`\\p{Script=${script}}`, "u")),
  languages,
}));
