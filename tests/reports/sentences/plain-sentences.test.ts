import { describe, expect, test } from "vitest";
import { readability } from "../../../graders/readability.ts";
import { plainParagraphs, type PlainFacts } from "../../../reports/sentences/plain-sentences.ts";
import { everyPlainForm, plain } from "../../helpers/forms/plain-forms.ts";

function scored(answer: string) {
  const { score } = readability.grade({ answer }, { options: { maximum: 5 } });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
}

describe("the summary in plain language", () => {
  test("the measure can fail", () => {
    const hard =
      "Die Inanspruchnahme der bewilligten Eingliederungshilfeleistungen setzt die unverzügliche Mitteilung voraus.";
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

  test("agrees in number, 0 and 1 included", () => {
    const first = (facts: Partial<PlainFacts>) => plainParagraphs({ ...plain, ...facts })[0];
    expect(first({ models: 0, tasks: 0, cases: 0 })).toMatch(
      /kein Programm getestet\. Es gab keine Aufgabe\. Dazu gab es keine Frage\.$/u,
    );
    expect(first({ models: 1, tasks: 1, cases: 1 })).toMatch(
      /ein Programm getestet\. Es gab eine Aufgabe\. Dazu gab es eine Frage\.$/u,
    );
    expect(first({ models: 2, tasks: 3, cases: 90 })).toMatch(
      /2 Programme getestet\. Es gab 3 Aufgaben\. Dazu gab es 90 Fragen\.$/u,
    );
  });

  test("says nothing about training or leaks that nobody looked at", () => {
    const text = plainParagraphs({ ...plain, training: undefined, leaked: undefined }).join(" ");
    expect(text).not.toMatch(/Schulung|schulen|geheim/u);
  });
});
