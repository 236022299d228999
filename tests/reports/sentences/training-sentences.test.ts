import { describe, expect, test } from "vitest";
import {
  decisionSentence,
  gainLabel,
  trainingGainSentence,
  transferSentence,
} from "../../../reports/sentences/training-sentences.ts";
import { gain, pair } from "../../helpers/sentence-rows.ts";

describe("training question", () => {
  test("training outdoes the other model only when the interval lies above 0", () => {
    expect(decisionSentence(gain, pair)).toMatch(
      /^S mit geschultem Prompt ist besser als L mit ungeschultem.*Schulung bringt hier mehr/u,
    );
    for (const low of [0, -0.05]) {
      expect(decisionSentence({ ...gain, low }, pair)).toMatch(
        /^Ob S .*lässt sich nicht sagen.*Das Intervall schließt 0 ein\.$/u,
      );
    }
    expect(decisionSentence({ ...gain, low: -0.3, high: -0.01 }, pair)).toMatch(
      /^L ist mit ungeschultem Prompt besser als S/u,
    );
  });

  test("gain of one model", () => {
    expect(trainingGainSentence(gain, "A")).toMatch(/mehr Fälle als/u);
    expect(trainingGainSentence({ ...gain, low: 0 }, "A")).toMatch(/nicht gesichert/u);
    expect(trainingGainSentence({ ...gain, low: -1, high: -0.1 }, "A")).toMatch(
      /weniger Fälle als/u,
    );
  });

  test("training works across models only when it holds for every one", () => {
    const transfer = { suite: "alle", models: ["a", "b"], smallestGain: 0.1, largestGain: 0.2 };
    expect(transferSentence({ ...transfer, holds: true })).toMatch(
      /^Schulung wirkt modellübergreifend/u,
    );
    expect(transferSentence({ ...transfer, holds: false })).toMatch(/nicht gesichert/u);
    expect(transferSentence({ ...transfer, models: ["a"], holds: true })).toMatch(
      /mit nur einem Modell nicht sagen/u,
    );
  });

  test("every quantity has its own name", () => {
    const kinds = [
      "training-gain",
      "model-gain",
      "decision-contrast",
      "trained-model-gain",
      "interaction",
    ] as const;
    expect(new Set(kinds.map((kind) => gainLabel(kind, pair))).size).toBe(kinds.length);
  });
});
