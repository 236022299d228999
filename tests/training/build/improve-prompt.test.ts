import { expect, test } from "vitest";
import { improvePrompt } from "../../../training/build/improve-prompt.ts";
import { sampleCase } from "../../helpers/sample-suite.ts";
import { probeCard, probeJudges, probeMaterial } from "../../helpers/training-material.ts";

test.each([
  [0.5, 0.6, true],
  [0.5, 0.5, true],
  [0.5, 0.4, false],
])("before %d, after %d: a sample %s", (before, after, isMade) => {
  const graded = sampleCase();
  const card = probeCard("Die Hundesteuer beträgt 120 Euro im Jahr.");
  const rateOf = (_: unknown, variant: string) => ({
    n: 10,
    value: variant === "trained" ? after : before,
    low: 0,
    high: 1,
    method: "Wilson",
  });
  const material = { ...probeMaterial([card], { case: graded }), rateOf };
  const place = { suite: "probe", case: graded, input: "raw" as const };
  const judges = probeJudges();
  const draft = improvePrompt({
    card,
    case: graded,
    place,
    competence: "prompten",
    material,
    judges,
  });
  expect(draft !== undefined).toBe(isMade);
});
