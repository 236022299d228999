import { z } from "zod";
import { number } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import {
  distinctValues,
  placeOfValue,
  wantedValues,
  type WantedValue,
} from "./text/kept-values.ts";
import { languageName, languageShare, type LanguageShare } from "./text/language-share.ts";
import { bleu } from "./text/metrics/bleu.ts";
import { chrf } from "./text/metrics/chrf.ts";
import { rememberObject } from "./text/remember-object.ts";
import type { Value } from "./text/value.ts";
import { answerWords, keepsName, wantedNames, type WantedName } from "./translation/names.ts";
import { placeOfTerm, readTerm, type Term } from "./translation/terms.ts";

const options = z.strictObject({
  languageShare: number()
    .pipe(z.number().min(0).max(1))
    .default(0.7)
    .describe("Anteil der Buchstaben, der in der verlangten Sprache stehen muss."),
});
type Context = GraderContext<z.output<typeof options>>;

/**
 * Does a translation keep what must not get lost? Value (0..1): the share of values (numbers,
 * amounts, dates, deadlines, references), names and terms that are kept; 0 when less than
 * `languageShare` of the text is in `expected.language` (default de).
 *
 * Values and names are those of `input.text` that the reference keeps too; terms are those of
 * `expected.terms` („Widerspruch = objection / appeal“). Threshold 1. Class when failed:
 * `wrong-language` or `wrong`.
 *
 * chrF2 and BLEU (tokenizer 13a, exponential smoothing) against the references (`reference`,
 * `expected.references`) are supporting numbers and never decide: they reward closeness to one
 * wording. `chrf2Copy` and `bleuCopy` are what the untranslated text would get. All 0..100.
 *
 * Unscored: a case without text or reference. Does not measure: fluency, grammar, whether sentences
 * are rendered rightly beyond their values, names and terms; what the translation adds; names in
 * another script.
 *
 * Sources: Popović 2015 (chrF), Papineni et al. 2002 (BLEU), both as sacrebleu computes them.
 *
 * @example
 * translation.grade({
 *   answer: "You can file an objection until 31 March 2026.",
 *   case: {
 *     input: { text: "Sie können bis zum 31. März 2026 Widerspruch einlegen." },
 *     reference: "You may lodge an objection by 31 March 2026.",
 *     expected: { language: "en", terms: ["Widerspruch = objection / appeal"] },
 *   },
 * }).score; // value 1
 */
export const translation = defineGrader({
  name: "translation",
  version: "5",
  title: "Übersetzung behält Werte, Namen und Fachwörter",
  needs: ["input.text", "reference"],
  options,
  judge: judgeTranslation,
});

function judgeTranslation(answer: string, context: Context): Judgement {
  const texts = textsOf(context.case);
  const language = languageShare(answer, context.case.expected?.language ?? "de");
  const isRightLanguage = isLanguage(language, context.options.languageShare);
  const items = [
    ...valueItems(answer, texts),
    ...nameItems(answer, texts),
    ...termItems(answer, texts),
  ];
  const kept = items.filter(({ isKept }) => isKept).length;
  const overlap = overlapOf(answer, texts);
  return {
    status: "scored",
    value: isRightLanguage ? share(kept, items.length) : 0,
    reason: reasonFor({ items, overlap, texts, language, isRightLanguage }, context),
    measures: { ...countsOf(items), language: language.share, ...overlap },
    evidence: [
      ...items.flatMap(({ place, kind }) => (place === undefined ? [] : [{ ...place, kind }])),
      ...language.wrong.map(({ piece: { start, end } }) => ({
        start,
        end,
        kind: "other-language",
      })),
    ],
    failureClass: isRightLanguage ? "wrong" : "wrong-language",
  };
}

/** Fewer letters do not show a language. */
const fewestLetters = 20;

function isLanguage({ letters, share: found }: LanguageShare, wanted: number): boolean {
  return letters < fewestLetters || found >= wanted;
}

/** The side of the case, which is the same for every answer. */
interface Texts {
  readonly references: readonly string[];
  readonly values: readonly WantedValue[];
  readonly names: readonly WantedName[];
  readonly terms: readonly Term[];
  /** Translated into German. */
  readonly isGerman: boolean;
  /** What the untranslated text would get. */
  readonly copy: Closeness;
}

const textsOf = rememberObject((graded: Context["case"]): Texts => {
  const { language = "de", terms = [], references: further = [] } = graded.expected ?? {};
  const source = (graded.input?.text ?? "").normalize("NFC");
  const references = [graded.reference ?? "", ...further].map((text) => text.normalize("NFC"));
  return {
    references,
    values: wantedValues(source, references),
    names: wantedNames(source, references[0] ?? "", language),
    terms: terms.map(readTerm),
    isGerman: language === "de",
    copy: closenessOf(source, references),
  };
});

/** Something the translation has to keep. */
interface KeptItem {
  readonly kind: "value" | "name" | "term";
  readonly label: string;
  readonly isKept: boolean;
  readonly place?: Span | undefined;
}

function valueItems(answer: string, { values: all, isGerman }: Texts): KeptItem[] {
  const values = distinctValues(answer);
  return all.map((wanted) => {
    const found =
      placeOfValue(wanted, values) ?? (isGerman ? undefined : placeOfArticle(wanted, values));
    const place = found && { start: found.start, end: found.end };
    return { kind: "value", label: wanted.quote, isKept: found !== undefined, place };
  });
}

/** Other languages call a § an article. */
function placeOfArticle({ value, quote }: WantedValue, values: readonly Value[]) {
  const canonical = value.canonical.replace(/^§ /u, "Art ");
  return placeOfValue({ value: { ...value, canonical }, quote }, values);
}

function nameItems(answer: string, { names }: Texts): KeptItem[] {
  const words = answerWords(answer);
  return names.map((name) => {
    return { kind: "name", label: name.name, isKept: keepsName(words, name) };
  });
}

function termItems(answer: string, { terms }: Texts): KeptItem[] {
  return terms.map((term) => {
    const place = placeOfTerm(answer, term);
    return { kind: "term", label: term.name, isKept: place !== undefined, place };
  });
}

function countsOf(items: readonly KeptItem[]): Record<string, number> {
  const count = (kind: KeptItem["kind"], kept: boolean): number =>
    items.filter((item) => item.kind === kind && (item.isKept || !kept)).length;
  return {
    values: count("value", false),
    valuesKept: count("value", true),
    names: count("name", false),
    namesKept: count("name", true),
    terms: count("term", false),
    termsKept: count("term", true),
  };
}

interface Closeness {
  readonly chrf2: number;
  readonly bleu: number;
}

interface Overlap extends Closeness {
  readonly chrf2Copy: number;
  readonly bleuCopy: number;
}

function overlapOf(answer: string, { references, copy }: Texts): Overlap {
  const { chrf2, bleu: closeness } = closenessOf(answer, references);
  return { chrf2, chrf2Copy: copy.chrf2, bleu: closeness, bleuCopy: copy.bleu };
}

function closenessOf(text: string, references: readonly string[]): Closeness {
  return {
    chrf2: Math.max(...references.map((one) => chrf(text, one))),
    bleu: bleu([{ hypothesis: text, references }]),
  };
}

function share(kept: number, all: number): number {
  return all === 0 ? 1 : kept / all;
}

interface Judged {
  readonly items: readonly KeptItem[];
  readonly overlap: Overlap;
  readonly texts: Texts;
  readonly language: LanguageShare;
  readonly isRightLanguage: boolean;
}

function reasonFor({ items, overlap, texts, language, isRightLanguage }: Judged, context: Context) {
  const wanted = languageName(context.case.expected?.language ?? "de");
  const found = [...new Set(language.wrong.map((piece) => languageName(piece.found)))].join(", ");
  const missing = items.filter(({ isKept }) => !isKept).map(({ label }) => `„${label}“`);
  const refs = `${texts.references.length} ${texts.references.length === 1 ? "ref" : "refs"}`;
  return [
    isRightLanguage ? "" : `Nicht in der verlangten Sprache (${wanted}), sondern: ${found}.`,
    `${items.length - missing.length} von ${items.length} Werten, Namen und Fachwörtern behalten.`,
    missing.length > 0 ? `Es fehlt: ${missing.join(", ")}.` : "",
    `Zur Einordnung, ohne Einfluss auf das Urteil: chrF2 (${refs}) ${german(overlap.chrf2)}, unübersetzter Text ${german(overlap.chrf2Copy)};`,
    `BLEU (13a, exp, ${refs}) ${german(overlap.bleu)}, unübersetzter Text ${german(overlap.bleuCopy)}.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function german(value: number): string {
  return value.toFixed(1).replace(".", ",");
}
