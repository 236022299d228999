import { z } from "zod";
import type { GradedCase } from "../core/case.ts";
import { number } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { keptFacts, type KeptFact } from "./simplification/kept-facts.ts";
import { wienerSachtext4 } from "./text/formulas.ts";
import { sari, sariVariants, type Sari } from "./text/metrics/sari.ts";
import { tokenizers } from "./text/metrics/tokenizers.ts";
import { rememberObject } from "./text/remember-object.ts";
import { countText } from "./text/text-counts.ts";

const options = z.strictObject({
  minimumGain: number()
    .pipe(z.number().min(0))
    .default(1)
    .describe(
      "Um wie viele Schulstufen (Wiener Sachtextformel 4) die Antwort leichter sein muss als der Ausgangstext; mehr als die Musterantwort schafft, wird nie verlangt.",
    ),
  variant: z
    .enum(["A", "B", "C", "D"])
    .default("C")
    .describe("Variante von SARI für die Vergleichszahl: A, B (Hugging Face), C (EASSE) oder D."),
});
type Context = GraderContext<z.output<typeof options>>;

/**
 * Is the answer easier than the source, and are the facts still there? Value (0..1): share of facts
 * kept × share of the demanded gain of readability that is reached. The gain is the Wiener
 * Sachtextformel 4 of `input.text` minus that of the answer, in school years; demanded is
 * `minimumGain`, but never more than the reference gains. Facts are `expected.facts`, without them
 * the values that source and references share. Threshold 1.
 *
 * SARI against the references (`reference`, `expected.references`) is a supporting number and never
 * decides. It is named in full (variant, tokenizer, case, number of references), 0..100; `sariCopy`
 * is what the unchanged source gets, `sariAdd`, `sariKeep` and `sariDelete` are its parts. It is
 * made for a corpus; on a single text it wavers.
 *
 * Unscored: a case without text or reference; source or answer without a word. Does not measure:
 * understanding, grammar, the rules of Einfache or Leichte Sprache (grader `plain-language`),
 * statements without a value that no authored fact asks for.
 *
 * Sources: Bamberger/Vanecek 1984; Xu et al., TACL 2016 (SARI).
 *
 * @example
 * simplification.grade({
 *   answer: "Sie müssen den Antrag bei uns stellen. Das kostet 37 Euro.",
 *   case: {
 *     input: { text: "Die Antragstellung ist bei der zuständigen Behörde gegen Entrichtung einer Verwaltungsgebühr in Höhe von 37 Euro vorzunehmen." },
 *     reference: "Stellen Sie den Antrag bei uns. Er kostet 37 Euro.",
 *   },
 * }).score; // value 1
 */
export const simplification = defineGrader({
  name: "simplification",
  version: "6",
  title: "Leichter als der Ausgangstext, ohne Angaben zu verlieren",
  needs: ["input.text", "reference"],
  options,
  judge: judgeSimplification,
});

interface Texts {
  readonly source: string;
  readonly references: readonly string[];
}

function judgeSimplification(answer: string, context: Context): Judgement {
  const { reference = "" } = context.case;
  const { source, references } = textsOf(context.case);
  const levels = { source: levelOf(source), answer: levelOf(answer) };
  if (levels.source === undefined || levels.answer === undefined) {
    return { status: "unscored", reason: "Ausgangstext oder Antwort enthält kein einziges Wort." };
  }
  const gain = levels.source - levels.answer;
  const possible = Math.max(0, levels.source - (levelOf(reference) ?? levels.source));
  const demanded = Math.min(context.options.minimumGain, possible);
  const facts = keptFacts(answer, context.case, { source, references });
  const kept = facts.filter(({ place }) => place !== undefined);
  const overlap = overlapOf(answer, { source, references }, context);
  return {
    status: "scored",
    value: reached(gain, demanded) * (facts.length === 0 ? 1 : kept.length / facts.length),
    reason: [
      gainText({ source: levels.source, answer: levels.answer, demanded }),
      factsText(facts),
      overlap.text,
    ].join(" "),
    measures: {
      gain,
      demanded,
      wstf4: levels.answer,
      wstf4Source: levels.source,
      facts: facts.length,
      kept: kept.length,
      ...overlap.measures,
    },
    evidence: kept.flatMap(({ place, label }) =>
      place === undefined
        ? []
        : [{ start: place.start, end: place.end, kind: "fact", rule: label }],
    ),
  };
}

function textsOf({ expected, input, reference = "" }: GradedCase): Texts {
  return {
    source: (input?.text ?? "").normalize("NFC"),
    references: [reference, ...(expected?.references ?? [])].map((one) => one.normalize("NFC")),
  };
}

/** School year of a text; undefined without a word. */
function levelOf(text: string): number | undefined {
  const counts = countText(text);
  return counts.words === 0 ? undefined : wienerSachtext4(counts);
}

/** 0..1 */
function reached(gain: number, demanded: number): number {
  if (gain >= demanded) return 1;
  return Math.max(0, gain / demanded);
}

const variantNames = {
  A: "SARI-A (cocoxu)",
  B: "SARI-B (Hugging Face)",
  C: "SARI-C (EASSE default)",
  D: "SARI-D (EASSE paper version)",
} as const;

/** Compares with the texts of a case, which are cut into words once; also the copy of its source. */
const comparisonOf = rememberObject((graded: GradedCase) => {
  const { source, references } = textsOf(graded);
  const texts = { source: tokensOf(source), references: references.map(tokensOf) };
  const compare = (output: readonly string[], variant: SariVariant): Sari =>
    sari([{ ...texts, output }], sariVariants[variant]);
  const copies = new Map<SariVariant, Sari>();
  return {
    compare,
    copy: (variant: SariVariant): Sari => {
      const copy = copies.get(variant) ?? compare(texts.source, variant);
      copies.set(variant, copy);
      return copy;
    },
  };
});

function overlapOf(answer: string, { references }: Texts, context: Context) {
  const { variant } = context.options;
  const comparison = comparisonOf(context.case);
  const own = comparison.compare(tokensOf(answer), variant);
  const copy = comparison.copy(variant);
  const refs = `${references.length} ${references.length === 1 ? "ref" : "refs"}`;
  return {
    text: `Zur Einordnung, ohne Einfluss auf das Urteil: ${variantNames[variant]}, 13a, lower-case, ${refs}: ${german(own.sari)}, unveränderter Ausgangstext ${german(copy.sari)}.`,
    measures: {
      sari: own.sari,
      sariAdd: own.add,
      sariKeep: own.keep,
      sariDelete: own.delete,
      sariCopy: copy.sari,
    },
  };
}

type SariVariant = keyof typeof variantNames;

function tokensOf(text: string): string[] {
  return tokenizers["13a"](text.toLowerCase());
}

function gainText(level: {
  readonly source: number;
  readonly answer: number;
  readonly demanded: number;
}): string {
  const gain = level.source - level.answer;
  const change = gain >= 0 ? `${german(gain)} leichter` : `${german(-gain)} schwerer`;
  return `Wiener Sachtextformel 4: ${german(level.source)} im Ausgangstext, ${german(level.answer)} in der Antwort, also ${change} (verlangt: ${german(level.demanded)}).`;
}

function factsText(facts: readonly KeptFact[]): string {
  const missing = facts.filter(({ place }) => place === undefined);
  const kept = `${facts.length - missing.length} von ${facts.length} Angaben behalten.`;
  if (missing.length === 0) return kept;
  return `${kept} Es fehlt: ${missing.map(({ label }) => `„${label}“`).join(", ")}.`;
}

function german(value: number): string {
  return value
    .toFixed(1)
    .replace(".", ",")
    .replace(/^-0,0$/u, "0,0");
}
