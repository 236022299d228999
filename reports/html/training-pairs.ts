import type { Say } from "../say.ts";
import type { Gain } from "../../core/findings.ts";
import { allSuites } from "../labels.ts";
import type { DifferenceBar } from "../charts/difference-bars.ts";
import type { View } from "../view.ts";
import { fill } from "../fill.ts";

/** The training question for one pair of models in one suite (or over all of them). */
export interface TrainingPair {
  readonly small: string;
  readonly large: string;
  readonly suite: string;
  readonly contrast: Gain;
  /** Every quantity of the pair, the training gain of S first. */
  readonly gains: readonly Gain[];
}

/** All pairs, those over all suites first. */
export function trainingPairs(view: View): TrainingPair[] {
  const { gains } = view.findings;
  const pairs = gains.flatMap((contrast) => {
    const { small, large, suite } = contrast;
    if (contrast.kind !== "decision-contrast" || large === undefined) return [];
    const own = gains.filter((gain) => gain.suite === suite && gain.small === small);
    const training = own.filter((gain) => gain.kind === "training-gain");
    const others = own.filter((gain) => gain.large === large);
    return [{ small, large, suite, contrast, gains: [...training, ...inOrder(others)] }];
  });
  return [
    ...pairs.filter((pair) => pair.suite === allSuites),
    ...pairs.filter((pair) => pair.suite !== allSuites),
  ];
}

/** The pair of bars: what training brings, and what the other model brings. */
export function pairOfBars(view: View, pair: TrainingPair): DifferenceBar[] {
  const { say } = view;
  const [small, large] = [view.labels.model(pair.small), view.labels.model(pair.large)];
  return pair.gains.flatMap((gain): DifferenceBar[] => {
    if (gain.kind === "training-gain") {
      return [{ ...bar(say, gain), label: fill(say.text.barTraining, small), pattern: "training" }];
    }
    if (gain.kind !== "model-gain") return [];
    return [{ ...bar(say, gain), label: fill(say.text.barModel, large, small), pattern: "model" }];
  });
}

const order: readonly Gain["kind"][] = [
  "training-gain",
  "model-gain",
  "decision-contrast",
  "trained-model-gain",
  "interaction",
];

function inOrder(gains: readonly Gain[]): Gain[] {
  return gains.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function bar(say: Say, gain: Gain): Pick<DifferenceBar, "value" | "low" | "high" | "text"> {
  const { value, low, high } = gain;
  const text = `${say.points(value)} (${say.pointsRange(low, high)}), ${say.sampleSize(gain.n)}`;
  return { value, low, high, text };
}
