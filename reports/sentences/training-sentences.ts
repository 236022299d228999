import type { Gain, Transfer } from "../../core/findings.ts";
import type { TrainingStatement } from "../../core/findings-training.ts";
import { measuredDifference } from "./measured.ts";
import { decimal } from "./numbers.ts";

/** S and L of the training question by name. */
interface Pair {
  readonly small: string;
  readonly large: string;
}

/** Where a 95 % interval lies. Touching 0 does not count as being off it. */
export function side(gain: { low: number; high: number }): "above" | "below" | "around" {
  if (gain.low > 0) return "above";
  return gain.high < 0 ? "below" : "around";
}

/**
 * The decision contrast in words: S with the trained prompt against L with the untrained one. That
 * training outdoes the other model is said only when the interval lies above 0.
 */
export function decisionSentence(contrast: Gain, pair: Pair): string {
  const difference = measuredDifference(contrast.value, contrast);
  const where = side(contrast);
  if (where === "above") {
    return `${pair.small} mit geschultem Prompt ist besser als ${pair.large} mit ungeschultem: ${difference}. Schulung bringt hier mehr als der Wechsel zum anderen Modell.`;
  }
  if (where === "below") {
    return `${pair.large} ist mit ungeschultem Prompt besser als ${pair.small} mit geschultem: ${difference}. Der Wechsel zum anderen Modell bringt hier mehr als Schulung.`;
  }
  return `Ob ${pair.small} mit geschultem Prompt besser ist als ${pair.large} mit ungeschultem, lässt sich nicht sagen: ${difference}. Das Intervall schließt 0 ein.`;
}

/** What can be added while the decision contrast is open; empty when there is nothing to add. */
export function openSentence(statement: TrainingStatement | undefined): string {
  if (statement?.verdict === "equivalent") {
    return `Beide Wege sind gleichwertig: Mehr als ${decimal(statement.margin * 100)} Prozentpunkte liegen sie nicht auseinander.`;
  }
  if (statement?.verdict !== "open" || statement.casesNeeded === undefined) return "";
  return `Um einen Unterschied dieser Größe mit 80\u00a0% Sicherheit zu erkennen, bräuchte es etwa ${decimal(statement.casesNeeded)} solcher Fälle.`;
}

/** What training alone brings one model. */
export function trainingGainSentence(gain: Gain, name: string): string {
  const difference = measuredDifference(gain.value, gain);
  const where = side(gain);
  if (where === "above") {
    return `${name} besteht mit geschultem Prompt mehr Fälle als mit ungeschultem: ${difference}.`;
  }
  if (where === "below") {
    return `${name} besteht mit geschultem Prompt weniger Fälle als mit ungeschultem: ${difference}.`;
  }
  return `Bei ${name} ist ein Gewinn durch den geschulten Prompt nicht gesichert: ${difference}.`;
}

/** Whether training helps whatever the model; said only when it holds for every one. */
export function transferSentence(transfer: Transfer): string {
  const models = transfer.models.length;
  if (models < 2) {
    return "Ob Schulung modellübergreifend wirkt, lässt sich mit nur einem Modell nicht sagen.";
  }
  return transfer.holds
    ? `Schulung wirkt modellübergreifend: Bei jedem der ${models} Modelle liegt das Intervall des Gewinns über 0.`
    : `Dass Schulung modellübergreifend wirkt, ist nicht gesichert: Nicht bei jedem der ${models} Modelle liegt das Intervall des Gewinns über 0.`;
}

/** The five quantities of the training question, as the tables name them. */
export function gainLabel(kind: Gain["kind"], pair: Pair): string {
  const { small, large } = pair;
  const labels: Readonly<Record<Gain["kind"], string>> = {
    "training-gain": `Schulung: ${small} geschult statt ungeschult`,
    "model-gain": `Anderes Modell: ${large} statt ${small}, beide ungeschult`,
    "decision-contrast": `Entscheidung: ${small} geschult gegen ${large} ungeschult`,
    "trained-model-gain": `Schulung des anderen Modells: ${large} geschult statt ungeschult`,
    interaction: `Wechselwirkung: Schulungsgewinn von ${large} minus Schulungsgewinn von ${small}`,
  };
  return labels[kind];
}
