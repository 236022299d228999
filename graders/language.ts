import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { languageName, languageShare } from "./text/language-share.ts";

const options = z.strictObject({});

/**
 * Is the answer in the language it should be in (`expected.language`, default de)? The value
 * (0..1) is the share of letters that stand in paragraphs of that language. Web addresses, code,
 * numbers, identifiers, placeholders and quotations are left out; lines of a few words are judged
 * together with their neighbours; long paragraphs in pieces. A paragraph in a script the language
 * is not written in is wrong without further ado. The guess is eld's (n-grams, 60 languages); a
 * piece whose best guess is another language, but hardly ahead, is given the benefit of the doubt.
 * Russian and Ukrainian, Arabic and Persian are told apart by the letters only one of them has.
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
  version: "3",
  title: "Antwort in der verlangten Sprache",
  needs: [],
  options,
  threshold: 0.7,
  failureClass: "wrong-language",
  judge: judgeLanguage,
});

/** Below, eld's guess is too often wrong. */
const fewestLetters = 20;
function judgeLanguage(
  answer: string,
  context: GraderContext<z.output<typeof options>>,
): Judgement {
  const expected = context.case.expected?.language ?? "de";
  const { letters, pieces, share, wrong } = languageShare(answer, expected);
  if (letters < fewestLetters) {
    return {
      status: "unscored",
      reason: "Zu wenig Text (unter 20 Buchstaben), um die Sprache zu erkennen.",
    };
  }
  return {
    status: "scored",
    value: share,
    reason: reasonFor(
      expected,
      share,
      wrong.map(({ found }) => found),
    ),
    measures: { letters, pieces },
    evidence: wrong.map(({ piece, found }) => ({
      start: piece.start,
      end: piece.end,
      kind: found === "" ? "unknown" : found,
    })),
  };
}

function reasonFor(expected: string, share: number, wrong: readonly string[]): string {
  const percent = `${Math.round(share * 100)} %`;
  const sentence = `${percent} des Textes sind ${languageName(expected)}.`;
  if (wrong.length === 0) return sentence;
  const found = [...new Set(wrong)].map(languageName).join(", ");
  return `${sentence} Sonst erkannt: ${found}.`;
}
