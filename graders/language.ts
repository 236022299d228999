import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { guessLanguage } from "./text/language-detector.ts";
import names from "./text/language-names.json" with { type: "json" };
import { languagePieces, type LanguagePiece } from "./text/language-pieces.ts";

const options = z.strictObject({});

/**
 * Is the answer in the language it should be in (`expected.language`, default de)? The value
 * (0..1) is the share of letters that stand in paragraphs of that language. Web addresses, code,
 * numbers, identifiers, placeholders and quotations are left out; lines of a few words are judged
 * together with their neighbours; long paragraphs in pieces. A paragraph in a script the language
 * is not written in is wrong without further ado. The guess is eld's (n-grams, 60 languages); a
 * piece whose best guess is another language, but hardly ahead, is given the benefit of the doubt.
 *
 * Threshold 0.7. Measures: `letters` judged, `pieces`. Leichte Sprache is German. Very long
 * answers are judged by 200 pieces spread evenly over the text.
 *
 * Unscored: fewer than 20 letters. Not measured: dialect, style, single foreign words, the quality
 * of the language; Low German, Austrian and Swiss Standard German are taken for German.
 * Source of the method: Nito-ELD 2.1.0; accuracy on German sentences above 99 %.
 *
 * @example
 * language.grade({ answer: "The application costs 37 euros and takes two weeks." }).score; // value 0
 */
export const language = defineGrader({
  name: "language",
  version: "1",
  title: "Antwort in der verlangten Sprache",
  needs: [],
  options,
  threshold: 0.7,
  failureClass: "wrong-language",
  judge: judgeLanguage,
});

/** Below, eld's guess is too often wrong. */
const fewestLetters = 20;
/** Pieces judged at most; more would cost time and change nothing. */
const mostPieces = 200;
/** Another language has to be ahead by this share of the score to count as found. */
const margin = 0.05;

function judgeLanguage(
  answer: string,
  context: GraderContext<z.output<typeof options>>,
): Judgement {
  const expected = context.case.expected?.language ?? "de";
  const pieces = sample(languagePieces(answer));
  const letters = pieces.reduce((sum, piece) => sum + piece.letters, 0);
  if (letters < fewestLetters) {
    return {
      status: "unscored",
      reason: "Zu wenig Text (unter 20 Buchstaben), um die Sprache zu erkennen.",
    };
  }
  const judged = pieces.map((piece) => ({ piece, found: languageOf(piece, expected) }));
  const wrong = judged.filter(({ found }) => found !== expected);
  const wrongLetters = wrong.reduce((sum, { piece }) => sum + piece.letters, 0);
  return {
    status: "scored",
    value: 1 - wrongLetters / letters,
    reason: reasonFor(
      expected,
      1 - wrongLetters / letters,
      wrong.map(({ found }) => found),
    ),
    measures: { letters, pieces: pieces.length },
    evidence: wrong.map(({ piece, found }) => ({
      start: piece.start,
      end: piece.end,
      kind: found === "" ? "unknown" : found,
    })),
  };
}

function sample(pieces: readonly LanguagePiece[]): LanguagePiece[] {
  if (pieces.length <= mostPieces) return [...pieces];
  return Array.from({ length: mostPieces }, (_unused, number) => {
    return pieces[Math.floor((number * pieces.length) / mostPieces)];
  }).filter((piece) => piece !== undefined);
}

/** `""` when neither script nor words say anything. */
function languageOf({ masked }: LanguagePiece, expected: string): string {
  const script = scripts.find(({ pattern }) => isMostly(masked, pattern));
  if (script !== undefined && !script.languages.includes(expected)) {
    return script.languages[0] ?? "";
  }
  const guess = guessLanguage(masked, expected);
  if (guess.expectedScore > 0 && guess.expectedScore >= guess.score * (1 - margin)) return expected;
  return guess.language;
}

/** Scripts and the languages of the suites that are written in them. */
const scripts = Object.entries(names.scripts).map(([script, languages]) => ({
  pattern: new RegExp(`\\p{Script=${script}}`, "gu"),
  languages,
}));

function isMostly(text: string, pattern: RegExp): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = text.match(pattern)?.length ?? 0;
  return own * 2 > letters;
}

function reasonFor(expected: string, share: number, wrong: readonly string[]): string {
  const percent = `${Math.round(share * 100)} %`;
  const sentence = `${percent} des Textes sind ${nameOf(expected)}.`;
  if (wrong.length === 0) return sentence;
  const found = [...new Set(wrong)].map(nameOf).join(", ");
  return `${sentence} Sonst erkannt: ${found}.`;
}

function nameOf(code: string): string {
  if (code === "") return "keine bekannte Sprache";
  return (names.languages as Readonly<Record<string, string>>)[code] ?? code;
}
