import { z } from "zod";
import { number } from "../core/coerce.ts";
import { defineGrader, type Span } from "../core/grader.ts";
import {
  fewestReliableWords,
  fleschAmstad,
  gSmog,
  lix,
  wienerSachtext1,
  wienerSachtext4,
} from "./text/formulas.ts";
import { germanDecimal } from "./text/german-decimal.ts";
import { splitSentences } from "./text/sentences.ts";
import { foreignObstacle } from "./text/style/german-only.ts";
import { countText, type TextCounts } from "./text/text-counts.ts";
import { textWords } from "./text/text-words.ts";

/**
 * The formulas that can decide. `half` is the distance outside the band at which the value is 0.5,
 * in units of the formula. Without a band in the suite: school year 10 at most, LIX up to the end of
 * the band "mittel" (44), Flesch-Amstad from the beginning of "mittelschwer" (50).
 */
const formulas = {
  wstf4: { title: "Wiener Sachtextformel 4", of: wienerSachtext4, band: { maximum: 10 }, half: 3 },
  wstf1: { title: "Wiener Sachtextformel 1", of: wienerSachtext1, band: { maximum: 10 }, half: 3 },
  lix: { title: "LIX", of: lix, band: { maximum: 44 }, half: 10 },
  fre: { title: "Flesch-Amstad-Index", of: fleschAmstad, band: { minimum: 50 }, half: 15 },
  gsmog: { title: "gSMOG", of: gSmog, band: { maximum: 10 }, half: 3 },
} as const;

interface Band {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

const options = z
  .strictObject({
    formula: z
      .enum(["wstf4", "wstf1", "lix", "fre", "gsmog"])
      .default("wstf4")
      .describe("Formel, die entscheidet: wstf4, wstf1, lix, fre oder gsmog."),
    minimum: number().optional().describe("Kleinster Wert, der noch im Band liegt."),
    maximum: number().optional().describe("Größter Wert, der noch im Band liegt."),
  })
  .refine(({ minimum, maximum }) => (minimum ?? -Infinity) <= (maximum ?? Infinity), {
    error: "minimum darf nicht größer als maximum sein",
    path: ["minimum"],
  });

/**
 * Readability of a German text: whether the value of a formula lies in the target band (default:
 * Wiener Sachtextformel 4 of at most 10, a school year). Value 1 inside the band; outside it falls
 * smoothly with the distance to it and halves every 3 school years (LIX: 10, Flesch-Amstad: 15).
 * `measures` holds all formulas and the counts behind them. Under 100 words the value is only
 * indicative (`indicative` is 1), but even a single word is scored.
 *
 * Unscored: a text without a single word; a case that wants another language than German.
 *
 * Does not measure: understanding, correctness, structure, layout, how common the words are; nor
 * whether the text is German at all, which is the task of `language`. Numbers in digits count one
 * syllable, although they are longer when spoken. It is no HIX and no proof of Einfache
 * or Leichte Sprache.
 *
 * Sources: Amstad 1978 (Flesch-Amstad); Bamberger/Vanecek 1984 (Wiener Sachtextformeln, gSMOG);
 * Björnsson 1968 (LIX).
 *
 * @example
 * readability.grade({ answer: "Der Antrag kostet 37 Euro." }).score; // value 1, measures.wstf4 about -0.37
 */
export const readability = defineGrader({
  name: "readability",
  version: "5",
  title: "Lesbarkeit nach Formeln",
  needs: [],
  options,
  judge: (answer, context) => {
    const obstacle = foreignObstacle(context.case);
    if (obstacle !== undefined) return { status: "unscored", reason: obstacle };
    const counts = countText(answer);
    if (counts.words === 0) {
      return { status: "unscored", reason: "Die Antwort enthält kein einziges Wort." };
    }
    const formula = formulas[context.options.formula];
    const band = chosenBand(context.options, formula.band);
    const result = formula.of(counts);
    const distance = distanceToBand(result, band);
    const passed = distance === 0;
    return {
      status: "scored",
      value: 2 ** (-distance / formula.half),
      passed,
      reason: `${formula.title}: ${german(result)} (Band: ${bandText(band)}, ${passed ? "eingehalten" : "verfehlt"}). ${countsText(counts)}`,
      measures: measuresOf(counts),
      evidence: passed ? [] : longestSentences(answer),
    };
  },
});

/** The suite's band; the formula's own if the suite names neither bound. */
function chosenBand(chosen: Band, ownBand: Band): Band {
  return chosen.minimum === undefined && chosen.maximum === undefined ? ownBand : chosen;
}

function distanceToBand(result: number, { minimum, maximum }: Band): number {
  return Math.max(0, (minimum ?? -Infinity) - result, result - (maximum ?? Infinity));
}

function measuresOf(counts: TextCounts): Record<string, number> {
  return {
    sentences: counts.sentences,
    words: counts.words,
    syllables: counts.syllables,
    polysyllables: counts.polysyllables,
    longWords: counts.longWords,
    fre: fleschAmstad(counts),
    wstf1: wienerSachtext1(counts),
    wstf4: wienerSachtext4(counts),
    lix: lix(counts),
    gsmog: gSmog(counts),
    indicative: counts.words < fewestReliableWords ? 1 : 0,
  };
}

/** The three longest sentences, where shortening helps most; one word is no sentence to shorten. */
function longestSentences(answer: string): Span[] {
  const { bounds } = textWords(answer);
  const sentences: (Span & { readonly words: number })[] = [];
  let at = 0;
  for (const { start, end } of splitSentences(answer)) {
    while ((bounds[at] ?? end) < start) at += 2;
    const first = at;
    while ((bounds[at] ?? end) < end) at += 2;
    const words = (at - first) / 2;
    if (words > 1) sentences.push({ start, end, kind: "long-sentence", words });
  }
  return sentences
    .toSorted((a, b) => b.words - a.words || a.start - b.start)
    .slice(0, 3)
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, kind }) => ({ start, end, kind }));
}

function bandText({ minimum, maximum }: Band): string {
  if (minimum === undefined) return `höchstens ${german(maximum ?? 0)}`;
  if (maximum === undefined) return `mindestens ${german(minimum)}`;
  return `${german(minimum)} bis ${german(maximum)}`;
}

function countsText(counts: TextCounts): string {
  const { words, sentences } = counts;
  const parts = [
    `${counted(words, "Wort", "Wörter")} in ${counted(sentences, "Satz", "Sätzen")}`,
    `mittlere Satzlänge ${german(words / sentences, 1)} ${words === sentences ? "Wort" : "Wörter"}`,
    `${german((100 * counts.polysyllables) / words, 0)} % Wörter mit 3 oder mehr Silben`,
    `${german((100 * counts.digitTokens) / words, 0)} % Zahlen in Ziffern`,
  ];
  const indicative = words < fewestReliableWords ? " Unter 100 Wörtern nur ein Anhaltspunkt." : "";
  return `${parts.join(", ")}.${indicative}`;
}

function counted(count: number, one: string, many: string): string {
  return `${german(count, 0)} ${count === 1 ? one : many}`;
}

/** A number as it is written in German: `9,25`. */
function german(value: number, digits: keyof typeof formats = 2): string {
  return germanDecimal(value, digits) ?? formats[digits].format(value);
}

const formats = { 0: numberFormat(0), 1: numberFormat(1), 2: numberFormat(2) } as const;

function numberFormat(maximumFractionDigits: number): Intl.NumberFormat {
  return new Intl.NumberFormat("de-DE", { maximumFractionDigits, signDisplay: "negative" });
}
