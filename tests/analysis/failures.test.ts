import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { cardSchema } from "../../core/card.ts";
import { caseSchema } from "../../core/case.ts";
import { failureSchema } from "../../core/findings-verdicts.ts";
import { buildRun, type TrialSpec } from "./build-run.ts";

const known = caseSchema.parse({
  id: "a",
  input: { text: "Roh: Frau Muster", pseudonymised: "Roh: [NAME_1]", question: "Was nun?" },
  reference: "So.",
  source: "erfunden",
  asOf: "2026-11-01",
  severity: 4,
  critical: true,
});

test("a failure in one line and as a card with its texts", () => {
  const { findings, cards } = analyse(
    buildRun({
      trials: [{ case: "a", input: "pseudonymised", result: "failed", answer: "Antwort" }],
      cases: [{ suite: "s", case: known }],
    }),
  );
  expect(findings.failures.map((row) => failureSchema.parse(row))).toEqual(findings.failures);
  expect(cards.map((card) => cardSchema.parse(card))).toEqual(cards);
  expect(findings.failures[0]).toMatchObject({
    anchor: "fall-s-a-m-trained-pseudonymised-1",
    class: "wrong",
    reason: "beanstandet",
    severity: 4,
    critical: true,
  });
  expect(cards[0]).toMatchObject({
    anchor: "fall-s-a-m-trained-pseudonymised-1",
    question: "Was nun?",
    text: "Roh: [NAME_1]",
    reference: "So.",
    source: "erfunden",
    answer: "Antwort",
    language: "de",
    reasons: [{ grader: "personal-data", reason: "beanstandet" }],
    evidence: [{ start: 0, end: 3, quote: "Ant" }],
  });
});

test("a card reads its answer when it is asked for, so that many cards are no second copy", () => {
  const run = buildRun({ trials: ["a", "b", "c"].map((id) => ({ case: id, result: "failed" })) });
  const read: string[] = [];
  const trials = run.trials.map((trial) => ({
    ...trial,
    outcome: Object.defineProperty({ ...trial.outcome }, "answer", {
      enumerable: true,
      get: () => {
        read.push(trial.case);
        return `Antwort auf ${trial.case}`;
      },
    }),
  }));
  const { cards } = analyse({ ...run, trials });
  read.length = 0;
  expect(cards.map((card) => card.case)).toEqual(["a", "b", "c"]);
  expect(read).toEqual([]);
  expect(JSON.stringify(cards[1])).toContain('"answer":"Antwort auf b"');
  expect(new Set(read)).toEqual(new Set(["b"]));
});

test("without the texts of its cases the card leaves them out", () => {
  const { cards } = analyse(buildRun({ trials: [{ case: "a", result: "failed" }] }));
  expect(cards[0]).toMatchObject({ severity: 2, critical: false, language: "de" });
  for (const field of ["question", "text", "reference", "source"]) {
    expect(cards[0]).not.toHaveProperty(field);
  }
});

describe("what the answer itself shows", () => {
  const list: [string, TrialSpec, RegExp][] = [
    ["empty", { case: "a", answer: "\u200b " }, /leer/u],
    ["refused", { case: "a", finishReason: "content-filter" }, /verweigert/u],
    ["truncated", { case: "a", finishReason: "length" }, /abgeschnitten/u],
    ["unparseable", { case: "a", answer: "x".repeat(200_001) }, /200\.000/u],
  ];
  test.each(list)("%s", (name, spec, reason) => {
    const { findings, cards } = analyse(buildRun({ trials: [spec] }));
    expect(findings.failures[0]).toMatchObject({ class: name });
    expect(findings.failures[0]?.reason).toMatch(reason);
    expect(cards[0]?.reasons[0]?.grader).toBe("answer");
  });
});

test("order: models before baselines, critical before severe before the rest", () => {
  const trials: TrialSpec[] = [
    { case: "c", model: "baseline:copy", variant: "none", result: "failed" },
    { case: "b", result: "failed" },
    { case: "c", result: "failed" },
    { case: "a", result: "failed" },
  ];
  const cases = [
    { id: "a", severity: 1 },
    { id: "b", severity: 4 },
    { id: "c", severity: 2, critical: true },
  ];
  const suites = [{ name: "s", graders: { must: ["personal-data"] }, cases }];
  const { failures } = analyse(buildRun({ trials, manifest: { suites } })).findings;
  expect(failures.map((row) => [row.model, row.case])).toEqual([
    ["m", "c"],
    ["m", "b"],
    ["m", "a"],
    ["baseline:copy", "c"],
  ]);
});
