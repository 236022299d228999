import { decideGate } from "../../../analysis/gate/decide-gate.ts";
import { applyRule } from "../../../analysis/gate/judge-gate.ts";
import { usualSettings } from "../../../analysis/gate/gate-rule.ts";
import type { GateSide } from "../../../analysis/gate/gate-side.ts";
import { createRandom, type Random } from "../../../analysis/statistics/random.ts";
import { buildSide } from "./build-side.ts";

/** What both runs of a simulated pair are like. */
export interface Setting {
  /** Cases of each suite, critical ones not counted. */
  readonly suites: readonly number[];
  /** Mean chance to pass; each case has its own around it. */
  readonly rate: number;
  /** How much cases differ: 0 all alike, 1 nearly always or nearly never right. */
  readonly spread?: number;
  readonly attempts?: number;
  /** Critical cases in the first suite, how often each fails, and how often it is asked. */
  readonly critical?: {
    readonly count: number;
    readonly flip: number;
    readonly before: number;
    readonly after: number;
  };
  /** True drop in the first suite. */
  readonly drop?: number;
  /** With a true drop: whether what passed before decides what passes now. Default: independent. */
  readonly nested?: boolean;
}

/** Share of red gates in so many pairs of runs; the same for the same seed. */
export function shareRed(setting: Setting, pairs: number, seed: number): number {
  const random = createRandom(seed, 1);
  const options = { settings: usualSettings, choice: {}, quarantine: [], today: "2026-11-29" };
  let red = 0;
  for (let at = 0; at < pairs; at += 1) {
    const [before, after] = drawPair(setting, random);
    const { criteria, critical, rule } = applyRule(before, after, options).judged;
    if (decideGate(criteria, critical, rule).outcome === "worse") red += 1;
  }
  return red / pairs;
}

function drawPair(setting: Setting, random: Random): [GateSide, GateSide] {
  const { suites, critical, attempts = 1 } = setting;
  const [before, after]: Record<string, Record<string, string>>[] = [{}, {}];
  if (before === undefined || after === undefined) throw new Error("two sides");
  const names: string[] = [];
  suites.forEach((cases, suite) => {
    const [old, present]: [Record<string, string>, Record<string, string>] = [{}, {}];
    for (let at = 0; at < cases; at += 1) {
      const chances = drawChances(setting, suite === 0, random);
      old[`c${at}`] = draw(chances.before, attempts, random);
      present[`c${at}`] =
        setting.nested === true
          ? nested(old[`c${at}`] ?? "", setting, random)
          : draw(chances.after, attempts, random);
    }
    if (suite === 0 && critical !== undefined) {
      for (let at = 0; at < critical.count; at += 1) {
        names.push(`k${at}`);
        old[`k${at}`] = draw(1 - critical.flip, critical.before, random);
        present[`k${at}`] = draw(1 - critical.flip, critical.after, random);
      }
    }
    before[`s${suite}`] = old;
    after[`s${suite}`] = present;
  });
  const side = (outcomes: typeof before): GateSide => buildSide({ outcomes, critical: names });
  return [side(before), side(after)];
}

/** A case's own chance: with `spread` s it lies at a distance of s from the mean towards 0 or 1. */
function drawChances(
  { rate, spread = 0, drop = 0 }: Setting,
  isFirst: boolean,
  random: Random,
): { before: number; after: number } {
  const target = uniform(random) < rate ? 1 : 0;
  const before = rate + spread * (target - rate);
  const lowered = rate - (isFirst ? drop : 0);
  const own = uniform(random) < lowered ? 1 : 0;
  const after = drop === 0 ? before : lowered + spread * (own - lowered);
  return { before, after };
}

/** The worse run passes what the better one passed, less a share of it. */
function nested(before: string, { rate, drop = 0 }: Setting, random: Random): string {
  return before === "p" && uniform(random) < 1 - drop / rate ? "p" : "f";
}

function draw(chance: number, attempts: number, random: Random): string {
  return Array.from({ length: attempts }, () => (uniform(random) < chance ? "p" : "f")).join("");
}

function uniform(random: Random): number {
  return random() / 2 ** 32;
}
