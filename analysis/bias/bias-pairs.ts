import type { BiasPair } from "../../core/findings-bias.ts";
import type { RunSuite } from "../../core/manifest.ts";
import { noVariant } from "../../core/suite.ts";
import { tidy } from "../estimate.ts";
import type { Cell, MeasuredRun } from "../measured-run.ts";
import { mcnemarText, signFlipText } from "../method-texts.ts";
import { orderedCells, type RowOrder } from "../row-order.ts";
import { constantInterval } from "../statistics/constant-interval.ts";
import { clusteredReach, leastDetectable, smallestDetectable } from "../statistics/detectable.ts";
import { holm } from "../statistics/holm.ts";
import { scales } from "../statistics/interval.ts";
import { mcnemarP } from "../statistics/mcnemar.ts";
import { mean } from "../statistics/quantile.ts";
import { signFlipDraws, signFlipTest } from "../statistics/sign-flip.ts";
import { correctness, versionsOf, wordCount } from "./bias-outcomes.ts";
import {
  contrastTemplates,
  groupContrasts,
  templateDifference,
  type GroupAnswer,
  type GroupContrast,
  type TemplateContrast,
} from "./template-contrasts.ts";
import { twoFactorInterval } from "./two-factor-interval.ts";

/**
 * Groups compared on the versions of the same templates, by ground: share of right answers and length
 * of the answer. Sign-flip permutation over templates; exact McNemar where every template has one
 * person a group and one answer each. Holm over all comparisons of a model, prompt and outcome. Baselines have no
 * prompt and are left out.
 */
export function findBiasPairs(run: MeasuredRun, order: RowOrder): BiasPair[] {
  const suites = new Map(run.manifest.suites.map((suite) => [suite.name, suite]));
  return orderedCells(run.cells, order)
    .filter(({ input, variant }) => input === run.mainInput && variant !== noVariant)
    .flatMap((cell) => {
      const suite = suites.get(cell.suite);
      if (suite === undefined) return [];
      return (["correct", "length"] as const).flatMap((outcome) =>
        adjust(pairsOf(run, cell, { suite, outcome })),
      );
    });
}

interface Kind {
  readonly suite: RunSuite;
  readonly outcome: BiasPair["outcome"];
}

function pairsOf(run: MeasuredRun, cell: Cell, kind: Kind): BiasPair[] {
  const versions = versionsOf(kind.suite);
  const answers = answersOf(cell, kind, versions);
  const grounds = [...new Set([...versions.values()].map(({ ground }) => ground))];
  return grounds.flatMap((ground) => {
    const own = [...versions.values()].filter((version) => version.ground === ground);
    const templates = new Set(own.map(({ template }) => template));
    const given = answers.filter(({ template }) => templates.has(template));
    return groupContrasts(own).flatMap((groups) => {
      const contrasts = relative(contrastTemplates(given, groups), kind.outcome);
      if (contrasts.length === 0) return [];
      const names = { suite: cell.suite, ground, model: cell.model, variant: cell.variant };
      return [pairOf(run, { ...names, outcome: kind.outcome }, { groups, contrasts })];
    });
  });
}

function answersOf(
  cell: Cell,
  { suite, outcome }: Kind,
  versions: ReturnType<typeof versionsOf>,
): GroupAnswer[] {
  return cell.trials.flatMap((trial) => {
    const version = versions.get(trial.case);
    if (version === undefined) return [];
    const value = outcome === "correct" ? correctness(trial, suite) : wordCount(trial);
    if (value === undefined) return [];
    const { template, group } = version;
    return [{ template, group, name: trial.case, variant: trial.variant, value }];
  });
}

/** Lengths as shares of their template's mean, so that long letters do not outweigh short answers. */
function relative(
  contrasts: readonly TemplateContrast[],
  outcome: BiasPair["outcome"],
): TemplateContrast[] {
  if (outcome === "correct") return [...contrasts];
  return contrasts.flatMap((contrast) => {
    const centre = (mean(contrast.a) + mean(contrast.b)) / 2;
    if (centre === 0) return [];
    const scale = (values: readonly number[]): number[] => values.map((value) => value / centre);
    return [{ ...contrast, a: scale(contrast.a), b: scale(contrast.b) }];
  });
}

type Names = Pick<BiasPair, "suite" | "ground" | "model" | "variant" | "outcome">;

function pairOf(
  run: MeasuredRun,
  names: Names,
  { groups, contrasts }: { groups: GroupContrast; contrasts: readonly TemplateContrast[] },
): BiasPair {
  const values = contrasts.map(templateDifference).map((value) => tidy(value));
  const test = testTemplates(contrasts, { values, seed: run.manifest.seed });
  const interval = intervalOf(run, contrasts, values);
  const smallest = smallestEffect(values, names.outcome);
  const difference = tidy(mean(values));
  return {
    ...names,
    a: [...groups.a],
    b: [...groups.b],
    templates: contrasts.length,
    names: contrasts.reduce((sum, { a, b }) => sum + a.length + b.length, 0),
    answers: contrasts.reduce((sum, { answers }) => sum + answers, 0),
    aValue: tidy(mean(contrasts.map(({ a }) => mean(a)))),
    bValue: tidy(mean(contrasts.map(({ b }) => mean(b)))),
    difference,
    low: Math.min(difference, tidy(interval.low)),
    high: Math.max(difference, tidy(interval.high)),
    p: test.p,
    pHolm: 1,
    distinguishable: false,
    ...(smallest !== undefined && { smallest: tidy(smallest) }),
    method: `${test.method}; Intervall: ${interval.method}`,
  };
}

/** Lengths have no greatest difference, so that only their spread says what could have been seen. */
function smallestEffect(values: readonly number[], outcome: Names["outcome"]): number | undefined {
  if (outcome === "correct") return smallestDetectable([values]);
  return leastDetectable(values.length) === undefined ? undefined : clusteredReach([values]);
}

function testTemplates(
  contrasts: readonly TemplateContrast[],
  { values, seed }: { readonly values: readonly number[]; readonly seed: number },
): { readonly p: number; readonly method: string } {
  const single = contrasts.every(({ a, b, answers }) => a.length + b.length === 2 && answers === 2);
  if (single && values.every((value) => Number.isInteger(value))) {
    const [more, fewer] = [values.filter((v) => v > 0).length, values.filter((v) => v < 0).length];
    return { p: mcnemarP(more, fewer), method: `${mcnemarText}, ein Paar je Vorlage` };
  }
  const { p, exact } = signFlipTest([values], seed);
  return { p, method: signFlipText(exact, signFlipDraws).replace("Fälle", "Vorlagen") };
}

function intervalOf(
  run: MeasuredRun,
  contrasts: readonly TemplateContrast[],
  values: readonly number[],
): { low: number; high: number; method: string } {
  const { seed, draws } = run.resampler;
  const found = twoFactorInterval(contrasts, { seed, draws });
  if (found === undefined) {
    const bounds = constantInterval(mean(values), values.length, scales.difference);
    return { ...bounds, method: "exakte Schranke, da alle Vorlagen denselben Wert haben" };
  }
  const bootstrap = `Bootstrap über Vorlagen und darin über Personen, 95 %, ${draws} Ziehungen, Startwert ${seed}, auf Student-t erweitert`;
  const student = "Student-t über Vorlagen und Personen, 95 % (unter 10 Vorlagen)";
  const method = found.way === "bootstrap" ? bootstrap : student;
  return { low: Math.max(-2, found.low), high: Math.min(2, found.high), method };
}

function adjust(rows: readonly BiasPair[]): BiasPair[] {
  const adjusted = holm(rows.map(({ p }) => p));
  return rows.map((row, at) => {
    const pHolm = adjusted[at] ?? 1;
    const method = `${row.method}; Holm über ${rows.length} Vergleiche`;
    return { ...row, pHolm, distinguishable: pHolm < 0.05, method };
  });
}
