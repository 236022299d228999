import { countNGrams, difference, minimum, total, type Counts } from "./n-grams.ts";

/** Source, simplified output and references, each cut into tokens (lower case by custom). */
export interface SariSegment {
  readonly source: readonly string[];
  readonly output: readonly string[];
  readonly references: readonly (readonly string[])[];
}

/** In what the implementations of SARI differ. */
export interface SariVariant {
  /** Precision of KEEP and DEL as mean of the ratios per n-gram type, else sum by sum. */
  readonly ratioPrecision: boolean;
  /** Recall of KEEP likewise. */
  readonly ratioRecall: boolean;
  /** An n-gram may be deleted in part: good = min(D, I − R), else D − R. */
  readonly partialDeletion: boolean;
  readonly deletion: "precision" | "f1";
  /** Value of 0/0. */
  readonly empty: 0 | 1;
  /** Counts summed over the corpus, else the mean of the sentences' values. */
  readonly corpusCounts: boolean;
  /** F1 of the mean precision and recall over the orders, else the mean of the F1 per order. */
  readonly f1OfMeans: boolean;
}

/** The four variants in the field; values of different variants are not comparable. */
export const sariVariants = {
  /** The authors' published code. */
  A: variant({ ratioPrecision: true, ratioRecall: true, deletion: "precision" }),
  /** Hugging Face evaluate, tensor2tensor. */
  B: variant({ ratioPrecision: true, deletion: "precision", empty: 1 }),
  /** EASSE default. */
  C: variant({ partialDeletion: true, deletion: "f1", corpusCounts: true }),
  /** EASSE `use_paper_version`. */
  D: variant({ partialDeletion: true, deletion: "f1", corpusCounts: true, f1OfMeans: true }),
} as const;

/** SARI and its three parts, each 0 to 100. */
export interface Sari {
  readonly sari: number;
  readonly add: number;
  readonly keep: number;
  readonly delete: number;
}

/**
 * SARI of a corpus (Xu et al., TACL 2016): is what a simplification adds, keeps and deletes also
 * added, kept and deleted by the references? Always print the variant, the tokenizer, the case
 * handling and the number of references, and the value of the unchanged source beside it.
 *
 * @example
 * sari([{ source: ["a", "b"], output: ["b"], references: [["a", "b"], ["a"]] }], sariVariants.C).sari; // 8.89
 */
export function sari(segments: readonly SariSegment[], rules: SariVariant): Sari {
  const tallies = segments.map((segment) => tallyOrders(segment, rules));
  if (rules.corpusCounts) return scoreOf(sumOf(tallies), rules);
  const scores = tallies.map((tally) => scoreOf(tally, rules));
  const meanOf = (part: keyof Sari): number => mean(scores.map((score) => score[part]));
  return {
    sari: meanOf("sari"),
    add: meanOf("add"),
    keep: meanOf("keep"),
    delete: meanOf("delete"),
  };
}

function variant(rules: Partial<SariVariant> & Pick<SariVariant, "deletion">): SariVariant {
  return {
    ratioPrecision: false,
    ratioRecall: false,
    partialDeletion: false,
    empty: 0,
    corpusCounts: false,
    f1OfMeans: false,
    ...rules,
  };
}

/** Numerator and denominator of a precision or recall. */
interface Share {
  readonly good: number;
  readonly all: number;
}

interface Operation {
  readonly precision: Share;
  readonly recall: Share;
}

const operations = ["add", "keep", "delete"] as const;
type Tally = Readonly<Record<(typeof operations)[number], Operation>>;

const orders = [1, 2, 3, 4] as const;

function tallyOrders(segment: SariSegment, rules: SariVariant): Tally[] {
  return orders.map((order) => tallyOrder(segment, order, rules));
}

function tallyOrder(segment: SariSegment, order: number, rules: SariVariant): Tally {
  const times = segment.references.length;
  const input = scaled(countNGrams(segment.source, order), times);
  const output = scaled(countNGrams(segment.output, order), times);
  const references = countNGrams([], order);
  for (const reference of segment.references) {
    for (const [nGram, count] of countNGrams(reference, order)) {
      references.set(nGram, (references.get(nGram) ?? 0) + count);
    }
  }
  const kept = minimum(input, output);
  const deleted = difference(input, output);
  const toDelete = difference(input, references);
  const rightlyDeleted = rules.partialDeletion
    ? minimum(deleted, toDelete)
    : difference(deleted, references);
  return {
    add: addition(input, output, references),
    keep: operation(kept, minimum(kept, references), { wanted: minimum(input, references), rules }),
    delete: operation(deleted, rightlyDeleted, { wanted: toDelete, rules }),
  };
}

function scaled(counts: Counts, times: number): Map<string, number> {
  return new Map(Array.from(counts, ([nGram, count]) => [nGram, count * times]));
}

/** Additions count by n-gram types. */
function addition(input: Counts, output: Counts, references: Counts): Operation {
  const added = [...output.keys()].filter((nGram) => !input.has(nGram));
  const wanted = [...references.keys()].filter((nGram) => !input.has(nGram));
  const good = added.filter((nGram) => references.has(nGram)).length;
  return { precision: { good, all: added.length }, recall: { good, all: wanted.length } };
}

function operation(
  candidate: Counts,
  good: Counts,
  { wanted, rules }: { readonly wanted: Counts; readonly rules: SariVariant },
): Operation {
  return {
    precision: rules.ratioPrecision ? ratios(good, candidate) : sums(good, candidate),
    recall: rules.ratioRecall ? ratios(good, wanted) : sums(good, wanted),
  };
}

function sums(good: Counts, all: Counts): Share {
  return { good: total(good), all: total(all) };
}

function ratios(good: Counts, all: Counts): Share {
  let sum = 0;
  for (const [nGram, count] of good) sum += count / (all.get(nGram) ?? count);
  return { good: sum, all: all.size };
}

function sumOf(tallies: readonly (readonly Tally[])[]): Tally[] {
  return orders.map((_order, index) => {
    const sumOperation = (name: keyof Tally): Operation => {
      const parts = tallies.flatMap((tally) => tally[index]?.[name] ?? []);
      return {
        precision: sumShares(parts.map(({ precision }) => precision)),
        recall: sumShares(parts.map(({ recall }) => recall)),
      };
    };
    return { add: sumOperation("add"), keep: sumOperation("keep"), delete: sumOperation("delete") };
  });
}

function sumShares(parts: readonly Share[]): Share {
  return {
    good: parts.reduce((sum, { good }) => sum + good, 0),
    all: parts.reduce((sum, { all }) => sum + all, 0),
  };
}

function scoreOf(tallies: readonly Tally[], rules: SariVariant): Sari {
  const [add, keep, deleted] = operations.map((name) => {
    const ratio = ({ good, all }: Share): number => (all === 0 ? rules.empty : good / all);
    const pairs = tallies.map((tally) => ({
      precision: ratio(tally[name].precision),
      recall: ratio(tally[name].recall),
    }));
    const precision = mean(pairs.map((pair) => pair.precision));
    if (name === "delete" && rules.deletion === "precision") return 100 * precision;
    if (rules.f1OfMeans) return 100 * f1(precision, mean(pairs.map((pair) => pair.recall)));
    return 100 * mean(pairs.map((pair) => f1(pair.precision, pair.recall)));
  });
  const parts = { add: add ?? 0, keep: keep ?? 0, delete: deleted ?? 0 };
  return { sari: mean(Object.values(parts)), ...parts };
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
