import { describe, expect, test } from "vitest";
import { z } from "zod";
import { number } from "../../core/coerce.ts";
import { defineGrader } from "../../core/grader.ts";
import type { Suite } from "../../core/suite.ts";
import { checkGraders } from "../../datasets/check-graders.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const facts = defineGrader({
  name: "facts",
  version: "1",
  title: "Angaben",
  needs: ["expected.facts"],
  options: z.strictObject({ share: number().optional() }),
  judge: () => ({ status: "scored", value: 1, reason: "gut" }),
});
const pair = defineGrader({ ...facts, name: "pair", needs: [], compares: true, judge: unscored });
const known = new Map([
  ["facts", facts],
  ["pair", pair],
]);
function unscored() {
  return { status: "unscored", reason: "Test" } as const;
}
const places = {
  inSuite: (path: readonly (string | number)[]) => ({ file: `suite.yaml ${path.join(".")}` }),
  inCases: (path: readonly (string | number)[]) => ({ file: `faelle.yaml ${path.join(".")}` }),
};

describe("checkGraders", () => {
  test("accepts a suite whose graders exist and have what they need", () => {
    const options = { facts: { share: "0,5" } };
    expect(() => checkGraders(sampleSuite({ options }), known, places)).not.toThrow();
  });

  const fails = [{ answer: "x", grader: "geschmack" }];
  const cases: [string, Partial<Suite>, string, string][] = [
    [
      "an unknown must grader",
      { graders: { must: ["geschmack"], hint: [] } },
      "unknown-grader",
      "suite.yaml graders.must.0",
    ],
    [
      "an unknown hint",
      { graders: { must: ["facts"], hint: ["geschmack"] } },
      "unknown-grader",
      "suite.yaml graders.hint.0",
    ],
    [
      "an unknown must grader of a case",
      { cases: [sampleCase({ must: ["geschmack"] })] },
      "unknown-grader",
      "faelle.yaml 0.must.0",
    ],
    [
      "a wrong option of a case",
      { cases: [sampleCase({ options: { facts: { schare: "1" } } })] },
      "grader-options",
      "faelle.yaml 0.options.facts.schare",
    ],
    [
      "a comparing grader without a second version",
      { cases: [sampleCase({ must: ["pair"], template: "t" })] },
      "missing-need",
      "faelle.yaml 0",
    ],
    [
      "an unknown grader in an example",
      { cases: [sampleCase({ fails })] },
      "unknown-grader",
      "faelle.yaml 0.fails.0.grader",
    ],
    [
      "a threshold for an unknown grader",
      { threshold: { geschmack: 1 } },
      "unknown-grader",
      "suite.yaml threshold.geschmack",
    ],
    [
      "an unknown option",
      { options: { facts: { anteil: "1" } } },
      "grader-options",
      "suite.yaml options.facts.anteil",
    ],
    [
      "a wrong option",
      { options: { facts: { share: "viel" } } },
      "grader-options",
      "suite.yaml options.facts.share",
    ],
    [
      "a case without what a grader needs",
      { cases: [sampleCase({ expected: {} })] },
      "missing-need",
      "faelle.yaml 0",
    ],
  ];
  test.each(cases)("refuses %s", async (_what, part, code, file) => {
    const error = await userErrorOf(() => checkGraders(sampleSuite(part), known, places));
    expect(error).toMatchObject({ code, exitCode: 2, place: { file } });
    expect(error.nextStep).not.toBe("");
  });
});
