import { normalCdf, studentQuantile } from "../statistics/distributions.ts";
import type { Interval } from "../statistics/interval.ts";
import { mean, selectQuantile } from "../statistics/quantile.ts";
import { createRandom, type Random } from "../statistics/random.ts";
import { templateDifference, type TemplateContrast } from "./template-contrasts.ts";

/** Fewest templates from which resampling says anything; below, Student's t. */
const fewestTemplates = 10;

export interface TwoFactorOptions {
  readonly seed: number;
  readonly draws: number;
}

/**
 * 95 % interval of the mean difference over templates with two random factors: templates, and inside
 * each the persons (names) of both groups. From ten templates on a bootstrap draws templates and
 * then persons inside them, its percentiles widened to Student's t; below, Student's t with the variance of
 * both. Rather too wide than too narrow, since the spread over templates holds part of that over
 * persons already. `undefined` when there is no variance or a single template: then nothing is known of it.
 */
export function twoFactorInterval(
  contrasts: readonly TemplateContrast[],
  options: TwoFactorOptions,
): (Interval & { readonly way: "bootstrap" | "student" }) | undefined {
  const n = contrasts.length;
  const values = contrasts.map(templateDifference);
  const centre = mean(values);
  const between = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const within = mean(contrasts.map(personVariance));
  if (n < 2 || between + within < 1e-18) return undefined;
  const t = studentQuantile(0.975, n - 1);
  if (n < fewestTemplates) {
    const half = t * Math.sqrt(between / (n - 1) / n + within / n);
    return { low: centre - half, high: centre + half, way: "student" };
  }
  const means = resample(contrasts, options);
  const z = Math.sqrt(n / (n - 1)) * t;
  const at = (end: number): number => selectQuantile(means, normalCdf(end));
  return { low: Math.min(centre, at(-z)), high: Math.max(centre, at(z)), way: "bootstrap" };
}

/** Variance of a template's difference over drawing other persons of the same groups. */
function personVariance({ a, b }: TemplateContrast): number {
  return [a, b].reduce((sum, values) => {
    const centre = mean(values);
    const square = values.reduce((part, value) => part + (value - centre) ** 2, 0);
    return sum + square / values.length ** 2;
  }, 0);
}

function resample(contrasts: readonly TemplateContrast[], options: TwoFactorOptions): Float64Array {
  const random = createRandom(options.seed, contrasts.length);
  const means = new Float64Array(options.draws);
  for (let draw = 0; draw < options.draws; draw += 1) {
    let sum = 0;
    for (let at = 0; at < contrasts.length; at += 1) {
      const drawn = contrasts[below(random, contrasts.length)];
      if (drawn !== undefined) sum += drawnMean(drawn.a, random) - drawnMean(drawn.b, random);
    }
    means[draw] = sum / contrasts.length;
  }
  return means;
}

function drawnMean(values: readonly number[], random: Random): number {
  if (values.length === 1) return values[0] ?? 0;
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[below(random, values.length)] ?? 0;
  return sum / values.length;
}

function below(random: Random, n: number): number {
  return Math.floor((random() / 2 ** 32) * n);
}
