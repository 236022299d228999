import type { Gain, Transfer } from "../core/findings.ts";
import type { ModelDescription } from "../core/model.ts";
import { trainedVariant } from "../core/suite.ts";
import type { MeasuredRun } from "./measured-run.ts";
import { allSuites } from "./method-texts.ts";
import {
  estimatePaired,
  pairCases,
  pairedRows,
  type PairedSample,
  type Term,
} from "./paired-cases.ts";
import { scales, type Scale } from "./statistics/interval.ts";
import { weightedMean } from "./statistics/shares.ts";

/** A gain and the differences inside each case it is the mean of. */
export interface MeasuredGain {
  readonly gain: Gain;
  readonly samples: readonly PairedSample[];
}

/** S and L of the training question, by id. */
interface ModelPair {
  readonly small: string;
  readonly large: string;
}

/**
 * The training question (design: section 8) in every suite and over all, paired by case on the
 * cases that all terms have. For a model: training gain = trained − untrained. For a pair (S, L),
 * L the one with the higher trained rate on the cases both have (over all suites they share, so
 * that the roles stay the same in every row; at a tie the one whose id comes first):
 *
 * - model gain = L untrained − S untrained
 * - decision contrast = S trained − L untrained
 * - trained-model gain = L trained − L untrained, on the cases S has as well
 * - interaction = (L trained − L untrained) − (S trained − S untrained)
 *
 * Baselines have no prompt and no part in it.
 */
export function findGains(run: MeasuredRun, models: readonly ModelDescription[]): MeasuredGain[] {
  const ids = models.filter(({ kind }) => kind !== "baseline").map(({ id }) => id);
  const training = ids.flatMap((small) =>
    gainRows(run, { kind: "training-gain", small }, [
      { model: small, trained: true, sign: 1 },
      { model: small, trained: false, sign: -1 },
    ]),
  );
  const pairs = ids.flatMap((a, at) => ids.slice(at + 1).flatMap((b) => orderPair(run, a, b)));
  return [...training, ...pairs.flatMap((pair) => pairGains(run, pair))];
}

/**
 * Transfer: how far the training gains of the models lie apart, and whether each of them has its
 * lower bound above 0. Only with two models or more.
 */
export function findTransfer(run: MeasuredRun, gains: readonly Gain[]): Transfer[] {
  const own = gains.filter(({ kind }) => kind === "training-gain");
  return [allSuites, ...run.suites].flatMap((suite) => {
    const rows = own.filter((gain) => gain.suite === suite && coversRun(run, gain, own));
    if (rows.length < 2) return [];
    return [
      {
        suite,
        models: rows.map(({ small }) => small),
        smallestGain: Math.min(...rows.map(({ value }) => value)),
        largestGain: Math.max(...rows.map(({ value }) => value)),
        holds: rows.every(({ low }) => low > 0),
      },
    ];
  });
}

interface GainTerm {
  readonly model: string;
  readonly trained: boolean;
  readonly sign: Term["sign"];
}

function gainTerm(model: string, trained: boolean, sign: Term["sign"]): GainTerm {
  return { model, trained, sign };
}

function pairGains(run: MeasuredRun, { small, large }: ModelPair): MeasuredGain[] {
  const largeGain = [gainTerm(large, true, 1), gainTerm(large, false, -1)];
  // S has no share in this one, but has to have the cases, so that the rows of a pair compare.
  const smallToo = [gainTerm(small, true, 0), gainTerm(small, false, 0)];
  const kinds: [Gain["kind"], GainTerm[]][] = [
    ["model-gain", [gainTerm(large, false, 1), gainTerm(small, false, -1)]],
    ["decision-contrast", [gainTerm(small, true, 1), gainTerm(large, false, -1)]],
    ["trained-model-gain", [...largeGain, ...smallToo]],
    ["interaction", [...largeGain, gainTerm(small, true, -1), gainTerm(small, false, 1)]],
  ];
  return kinds.flatMap(([kind, terms]) => gainRows(run, { kind, small, large }, terms));
}

function gainRows(
  run: MeasuredRun,
  names: Pick<Gain, "kind" | "small" | "large">,
  terms: readonly GainTerm[],
): MeasuredGain[] {
  const scale: Scale = names.kind === "interaction" ? scales.interaction : scales.difference;
  return pairedRows(
    run,
    pairCases(
      run,
      terms.map((term) => termOf(run, term)),
    ),
  ).flatMap(({ suite, samples }) => {
    const estimate = estimatePaired(run, samples, scale);
    if (estimate === undefined) return [];
    return [{ gain: { ...names, suite, ...estimate }, samples }];
  });
}

/** Who is S and who is L; nobody when the two share no case with the trained prompt. */
function orderPair(run: MeasuredRun, a: string, b: string): ModelPair[] {
  const samples = pairCases(run, [
    termOf(run, { model: a, trained: true, sign: 1 }),
    termOf(run, { model: b, trained: true, sign: -1 }),
  ]);
  if (samples.length === 0) return [];
  const difference = weightedMean(samples);
  const firstIsLarge = Math.abs(difference) < 1e-12 ? a < b : difference > 0;
  return [firstIsLarge ? { small: b, large: a } : { small: a, large: b }];
}

function termOf(run: MeasuredRun, { model, trained, sign }: GainTerm): Term {
  const variant = trained ? trainedVariant : "untrained";
  return { place: { model, variant, input: run.mainInput }, sign };
}

/** Over all suites only models compare that have every one of them that counts. */
function coversRun(run: MeasuredRun, gain: Gain, gains: readonly Gain[]): boolean {
  if (gain.suite !== allSuites) return true;
  return run.weighed.every((suite) =>
    gains.some((other) => other.small === gain.small && other.suite === suite),
  );
}
