import { describe, expect, test } from "vitest";
import { readability } from "../../../graders/readability.ts";
import { plainParagraphs } from "../../../reports/english/plain-sentences.ts";
import { everyPlainForm } from "../../helpers/forms/plain-forms.ts";

/** LIX counts sentences and words of seven letters and more, in any language; below 30 is very easy. */
function scored(answer: string) {
  const { score } = readability.grade({ answer }, { options: { formula: "lix", maximum: 30 } });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

describe("the summary in plain English", () => {
  test("the measure can fail", () => {
    const hard =
      "Administrative notification requirements presuppose comprehensive documentation regarding individual rehabilitation applications.";
    expect(scored(hard).passed).toBe(false);
  });

  test.each(everyPlainForm)(
    "reads easily: $models, $tasks, $cases, $outcome, $training",
    (facts) => {
      const text = plainParagraphs(facts).join("\n\n");
      expect(scored(text)).toMatchObject({ passed: true });
      expect(text).not.toMatch(/undefined|NaN|\s{3}/u);
      const sentences = text.split(/(?<=[.?!])\s+/u);
      for (const sentence of sentences) expect(sentence.split(" ").length).toBeLessThanOrEqual(12);
    },
  );

  test.each([
    [0, "We did not test any program. There was no task. It had no question."],
    [1, "We tested one program. There was one task. It had one question."],
    [2, "We tested 2 programs. There were 2 tasks. They had 2 questions in all."],
  ])("agrees in number: %d", (count, end) => {
    const facts = { models: count, tasks: count, cases: count, outcome: "open" as const };
    const [first] = plainParagraphs({ ...facts, training: undefined, leaked: undefined });
    expect(first?.endsWith(end)).toBe(true);
  });
});
