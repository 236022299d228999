import { z } from "zod";
import { caseSchema, type Case } from "../../core/case.ts";
import { defineGrader, type Grader } from "../../core/grader.ts";
import { suiteFileSchema, type Suite } from "../../core/suite.ts";
import { storeCases } from "../../engine/stored-cases.ts";

/** What every harness in the comparison is asked and how it is judged; the stub always answers this. */
export const stubAnswer =
  "Der Personalausweis kostet 37 Euro, für Personen unter 24 Jahren 22,80 Euro. Bitte bringen Sie ein biometrisches Passbild und den alten Ausweis mit.";

/** The same answer as a Chat Completion. */
export const stubCompletion = JSON.stringify({
  id: "c1",
  object: "chat.completion",
  created: 1,
  model: "stub",
  choices: [
    { index: 0, finish_reason: "stop", message: { role: "assistant", content: stubAnswer } },
  ],
  usage: { prompt_tokens: 60, completion_tokens: 40, total_tokens: 100 },
});

/** Calls at once, everywhere. */
export const concurrency = 50;

/** Longest answer that passes the check of length, in characters. */
export const longestAnswer = 500;

/** The prompt template of every harness. */
export const template = "Beantworte die Frage für das Bürgeramt: {{question}} Text: {{text}}";

/** Question and text of a case; every one is different. */
export function inputOf(index: number): { readonly question: string; readonly text: string } {
  return {
    question: `Was kostet der Ausweis für Person ${index}?`,
    text: `Person ${index} beantragt einen Personalausweis. Er kostet 37 Euro, unter 24 Jahren 22,80 Euro. Die Bearbeitung dauert zwei bis drei Wochen.`,
  };
}

function check(name: string, isRight: (answer: string) => boolean): Grader {
  return defineGrader({
    name,
    version: "1",
    title: name,
    needs: [],
    options: z.strictObject({}),
    judge: (answer) => ({ status: "scored", value: isRight(answer) ? 1 : 0, reason: name }),
  });
}

/** The same three checks that the other harnesses make: contains, does not contain, is short enough. */
export const checks: readonly Grader[] = [
  check("contains", (answer) => answer.includes("37 Euro")),
  check("contains-not", (answer) => !answer.includes("Passwort")),
  check("short", (answer) => answer.length < longestAnswer),
];

/** A suite of so many different cases. */
export function makeSuite(cases: number): Suite {
  const file = suiteFileSchema.parse({
    schemaVersion: 1,
    name: "bench",
    version: "1.0.0",
    title: "Vergleich",
    graders: { must: checks.map(({ name }) => name) },
    variants: { trained: "prompts/trained.md" },
  });
  return {
    ...file,
    prompts: { trained: template },
    cases: storeCases(makeCases(cases)),
  };
}

function* makeCases(count: number): Generator<Case> {
  for (let index = 0; index < count; index += 1) {
    yield caseSchema.parse({
      id: `fall-${index}`,
      input: inputOf(index),
      reference: "37 Euro",
      source: "erfunden",
      asOf: "2026-01-01",
    });
  }
}
