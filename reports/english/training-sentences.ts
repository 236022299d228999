import type { Gain, Transfer } from "../../core/findings.ts";
import type { TrainingStatement } from "../../core/findings-training.ts";
import { side } from "../sentences/training-sentences.ts";
import { measuredDifference } from "./measured.ts";
import { decimal } from "./numbers.ts";

export { side };

/** S and L of the training question by name. */
interface Pair {
  readonly small: string;
  readonly large: string;
}

/** The decision contrast in words; training outdoes the model only when the interval is above 0. */
export function decisionSentence(contrast: Gain, pair: Pair): string {
  const difference = measuredDifference(contrast.value, contrast);
  const where = side(contrast);
  if (where === "above") {
    return `${pair.small} with the trained prompt is better than ${pair.large} with the untrained one: ${difference}. Here training brings more than changing to the other model.`;
  }
  if (where === "below") {
    return `${pair.large} with the untrained prompt is better than ${pair.small} with the trained one: ${difference}. Here changing to the other model brings more than training.`;
  }
  return `Whether ${pair.small} with the trained prompt is better than ${pair.large} with the untrained one cannot be said: ${difference}. The interval includes 0.`;
}

/** What can be added while the decision contrast is open; empty when there is nothing to add. */
export function openSentence(statement: TrainingStatement | undefined): string {
  if (statement?.verdict === "equivalent") {
    return `Both ways are equivalent: they are no more than ${decimal(statement.margin * 100)} percentage points apart.`;
  }
  if (statement?.verdict !== "open" || statement.casesNeeded === undefined) return "";
  return `To notice a difference of this size with 80% certainty, about ${decimal(statement.casesNeeded)} such cases would be needed.`;
}

/** What training alone brings one model. */
export function trainingGainSentence(gain: Gain, name: string): string {
  const difference = measuredDifference(gain.value, gain);
  const where = side(gain);
  if (where === "above") {
    return `${name} passes more cases with the trained prompt than with the untrained one: ${difference}.`;
  }
  if (where === "below") {
    return `${name} passes fewer cases with the trained prompt than with the untrained one: ${difference}.`;
  }
  return `A gain from the trained prompt is not certain for ${name}: ${difference}.`;
}

/** Whether training helps whatever the model; said only when it holds for every one. */
export function transferSentence(transfer: Transfer): string {
  const models = transfer.models.length;
  if (models < 2) {
    return "Whether training helps across models cannot be said with only one model.";
  }
  return transfer.holds
    ? `Training helps across models: for each of the ${models} models the interval of the gain lies above 0.`
    : `That training helps across models is not certain: not for each of the ${models} models does the interval of the gain lie above 0.`;
}

/** The five quantities of the training question, as the tables name them. */
export function gainLabel(kind: Gain["kind"], pair: Pair): string {
  const { small, large } = pair;
  const labels: Readonly<Record<Gain["kind"], string>> = {
    "training-gain": `Training: ${small} trained instead of untrained`,
    "model-gain": `Other model: ${large} for ${small}, both untrained`,
    "decision-contrast": `Decision: ${small} trained against ${large} untrained`,
    "trained-model-gain": `Training of the other model: ${large} trained instead of untrained`,
    interaction: `Interaction: training gain of ${large} minus training gain of ${small}`,
  };
  return labels[kind];
}
