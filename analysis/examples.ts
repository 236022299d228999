import { longestExample, type ExampleAnswer, type TaskExample } from "../core/findings-examples.ts";
import type { Card } from "../core/card.ts";
import type { Case } from "../core/case.ts";
import type { FailureClass } from "../core/failure-class.ts";
import type { ModelDescription } from "../core/model.ts";
import { noVariant, trainedVariant } from "../core/suite.ts";
import { compareTexts } from "./compare-texts.ts";
import { beginningOf } from "./excerpt.ts";
import type { JudgedTrial } from "./read-verdicts.ts";
import type { RunRecords } from "./run-records.ts";

interface ExampleSource {
  readonly records: RunRecords;
  readonly trials: readonly JudgedTrial[];
  readonly models: readonly ModelDescription[];
  /** Failed answers, the gravest first. */
  readonly cards: readonly Card[];
}

/**
 * A bad and a good example per suite, answers of models only. Bad is the gravest failed answer whose
 * case has a passed one too; at the same gravity wrong contents go before answers that are missing
 * or cut off, and the trained prompt before others. Good is the passed answer to the same case. Where
 * no case has both, each is chosen alone: the gravest failed answer, a passed one to the gravest case.
 */
export function findExamples(source: ExampleSource): TaskExample[] {
  return source.records.manifest.suites.flatMap(({ name }) => {
    const passed = passedIn(source, name);
    const failed = failedIn(source, name);
    if (passed.length === 0 && failed.length === 0) return [];
    const answered = new Set(passed.map(placeOf));
    const bad = failed.find((card) => answered.has(placeOf(card))) ?? failed[0];
    const good = passed.find((trial) => bad !== undefined && placeOf(trial) === placeOf(bad));
    return [exampleOf(source, { suite: name, bad, good: good ?? passed[0] })];
  });
}

/** Gravest first, as the failures stand; in each case contents first, then the trained prompt. */
function failedIn({ cards, models }: ExampleSource, suite: string): Card[] {
  const real = realModels(models);
  return cards
    .filter((card) => card.suite === suite && real.has(card.model))
    .toSorted(
      (a, b) =>
        Number(b.critical) - Number(a.critical) ||
        b.severity - a.severity ||
        Number(isContent(b.class)) - Number(isContent(a.class)) ||
        Number(b.variant === trainedVariant) - Number(a.variant === trainedVariant),
    );
}

/** Answers that passed: gravest case first, then the trained prompt, then the order of the models. */
function passedIn({ records, trials, models }: ExampleSource, suite: string): JudgedTrial[] {
  const real = realModels(models);
  const severities = new Map(
    records.manifest.suites
      .filter(({ name }) => name === suite)
      .flatMap(({ cases }) => cases.map(({ id, severity }) => [id, severity])),
  );
  const place = (model: string): number => models.findIndex(({ id }) => id === model);
  return trials
    .filter(
      (trial) =>
        trial.suite === suite &&
        trial.verdict.status === "passed" &&
        trial.variant !== noVariant &&
        real.has(trial.model),
    )
    .toSorted(
      (a, b) =>
        (severities.get(b.case) ?? 0) - (severities.get(a.case) ?? 0) ||
        Number(b.variant === trainedVariant) - Number(a.variant === trainedVariant) ||
        place(a.model) - place(b.model) ||
        compareTexts(a.case, b.case) ||
        compareTexts(a.trialId, b.trialId),
    );
}

function exampleOf(
  { records }: ExampleSource,
  chosen: {
    readonly suite: string;
    readonly bad: Card | undefined;
    readonly good: JudgedTrial | undefined;
  },
): TaskExample {
  const { suite, bad, good } = chosen;
  const texts = new Map(
    records.cases.filter((line) => line.suite === suite).map((line) => [line.case.id, line.case]),
  );
  return {
    suite,
    ...(good !== undefined && { good: goodExample(good, texts.get(good.case)) }),
    ...(bad !== undefined && { bad: badExample(bad) }),
    method,
  };
}

function goodExample(trial: JudgedTrial, known: Case | undefined): ExampleAnswer {
  const answer = trial.outcome.status === "completed" ? trial.outcome.answer : "";
  const language = known?.expected.language ?? "de";
  return answerOf({ ...trial, answer, language, question: known?.input.question });
}

function badExample(card: Card): NonNullable<TaskExample["bad"]> {
  const { anchor, class: failureClass } = card;
  const reason = card.reasons[0]?.reason ?? "";
  return { ...answerOf(card), anchor, class: failureClass, reason };
}

function answerOf(from: {
  readonly case: string;
  readonly model: string;
  readonly variant: string;
  readonly input: ExampleAnswer["input"];
  readonly question?: string | undefined;
  readonly language: string;
  readonly answer: string;
}): ExampleAnswer {
  const { model, variant, input, question, language, answer } = from;
  return {
    case: from.case,
    model,
    variant,
    input,
    ...(question !== undefined && { question }),
    language,
    excerpt: beginningOf(answer, longestExample),
    length: answer.length,
  };
}

function realModels(models: readonly ModelDescription[]): Set<string> {
  return new Set(models.filter(({ kind }) => kind === "model").map(({ id }) => id));
}

/** The answer says something, and it is not right; the others are missing, cut off or unreadable. */
function isContent(failureClass: FailureClass): boolean {
  return ["wrong", "leak", "invented"].includes(failureClass);
}

function placeOf({ case: id, input }: Pick<Card, "case" | "input">): string {
  return JSON.stringify([id, input]);
}

const method =
  "Ausgewählt nach fester Regel: schlecht ist die folgenreichste nicht bestandene Antwort auf einen Fall, den eine andere Antwort besteht; gut ist eine bestandene Antwort auf denselben Fall, zuerst mit geschultem Prompt";
