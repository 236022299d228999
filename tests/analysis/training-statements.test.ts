import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { buildRun, series, type TrialSpec } from "./build-run.ts";

/** Cases passed of 60 under each prompt; the passed ones lie on the same cases. */
function run(passed: Record<string, { trained: number; untrained: number }>, of = 60): TrialSpec[] {
  return Object.entries(passed).flatMap(([model, rates]) => [
    ...series({ model, variant: "trained" }, { passed: rates.trained, of }),
    ...series({ model, variant: "untrained-kurz" }, { passed: rates.untrained, of }),
  ]);
}

function statement(trials: readonly TrialSpec[]) {
  const { trainingStatements } = analyse(buildRun({ trials })).findings;
  return trainingStatements.find(({ suite }) => suite === "s");
}

describe("the sentence of the catalogue", () => {
  test("training beats the other model only when the interval lies above 0", () => {
    const found = statement(
      run({ klein: { trained: 50, untrained: 20 }, gross: { trained: 55, untrained: 25 } }),
    );
    expect(found).toMatchObject({
      small: "klein",
      large: "gross",
      verdict: "training-beats-model",
    });
    expect(found?.low).toBeGreaterThan(0);
    expect(found?.casesNeeded).toBeUndefined();
  });

  test("the other model beats training when it lies below", () => {
    const found = statement(
      run({ klein: { trained: 20, untrained: 15 }, gross: { trained: 55, untrained: 50 } }),
    );
    expect(found?.verdict).toBe("model-beats-training");
  });

  test("open: how many cases would tell", () => {
    const found = statement(
      run({ klein: { trained: 32, untrained: 15 }, gross: { trained: 55, untrained: 30 } }),
    );
    expect(found?.verdict).toBe("open");
    expect(found?.casesNeeded).toBeGreaterThan(60);
  });

  test("open without any difference: no number of cases would tell", () => {
    const found = statement(
      run({ klein: { trained: 20, untrained: 9 }, gross: { trained: 38, untrained: 20 } }, 40),
    );
    expect(found?.verdict).toBe("open");
    expect(found?.casesNeeded).toBeUndefined();
  });

  test("equivalent only with enough cases", () => {
    const rates = {
      klein: { trained: 300, untrained: 90 },
      gross: { trained: 390, untrained: 300 },
    };
    expect(statement(run(rates, 400))?.verdict).toBe("equivalent");
  });
});
