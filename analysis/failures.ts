import type { Card } from "../core/card.ts";
import type { Case } from "../core/case.ts";
import type { Failure } from "../core/findings.ts";
import type { CaseSummary, Manifest } from "../core/manifest.ts";
import type { ModelDescription } from "../core/model.ts";
import { anchorsFor } from "./anchors.ts";
import { compareTexts } from "./compare-texts.ts";
import { readObjections } from "./objections.ts";
import { findOtherAnswers, type OtherAnswers } from "./other-answers.ts";
import type { JudgedTrial } from "./read-verdicts.ts";
import type { RunRecords } from "./run-records.ts";

interface FailureReport {
  readonly failures: Failure[];
  /** One per failure, in the same order. Answers are read from the records when they are asked for. */
  readonly cards: Card[];
}

/**
 * Every failed trial in one line and as a card with its texts. Models before baselines, critical
 * cases first, then by severity, suite, case and the order of the models.
 */
export function findFailures(
  records: RunRecords,
  trials: readonly JudgedTrial[],
  models: readonly ModelDescription[],
): FailureReport {
  const failed = trials.filter(({ verdict }) => verdict.status === "failed");
  const anchors = anchorsFor(failed.map(({ trialId }) => trialId));
  const compare = byGravity(records.manifest, models);
  const books = { ...readBooks(records), others: findOtherAnswers(trials, models, anchors) };
  const pairs = failed
    .flatMap((trial) => failurePair(trial, books, anchors.get(trial.trialId) ?? trial.trialId))
    .toSorted((a, b) => compare(a.failure, b.failure));
  return {
    failures: pairs.map(({ failure }) => failure),
    cards: pairs.map(({ card }) => card),
  };
}

/** What is known of the cases, by suite and id. */
interface Books {
  readonly summaries: ReadonlyMap<string, CaseSummary>;
  readonly texts: ReadonlyMap<string, Case>;
  readonly suites: ReadonlyMap<string, Manifest["suites"][number]>;
  readonly others: OtherAnswers;
}

function readBooks({ manifest, cases }: RunRecords): Omit<Books, "others"> {
  return {
    summaries: new Map(
      manifest.suites.flatMap((suite) =>
        suite.cases.map((summary) => [placeOf(suite.name, summary.id), summary]),
      ),
    ),
    texts: new Map(cases.map((line) => [placeOf(line.suite, line.case.id), line.case])),
    suites: new Map(manifest.suites.map((suite) => [suite.name, suite])),
  };
}

function failurePair(
  trial: JudgedTrial,
  books: Books,
  anchor: string,
): { readonly failure: Failure; readonly card: Card }[] {
  const { verdict, outcome } = trial;
  const suite = books.suites.get(trial.suite);
  if (verdict.status !== "failed" || outcome.status !== "completed" || suite === undefined) {
    return [];
  }
  const own = books.summaries.get(placeOf(trial.suite, trial.case))?.must;
  const roles = { guard: suite.graders.guard, must: own ?? suite.graders.must };
  const objections = readObjections(trial, outcome, roles);
  const head = { anchor, ...headOf(trial, books), class: verdict.class };
  const main = objections.find((objection) => objection.class === verdict.class);
  return [
    {
      failure: { ...head, reason: main?.reason ?? "" },
      card: {
        schemaVersion: 1,
        ...head,
        ...textsOf(books.texts.get(placeOf(trial.suite, trial.case)), trial.input),
        get answer() {
          return outcome.answer;
        },
        ...(outcome.omitted !== undefined && { answerOmitted: true as const }),
        reasons: objections.map(({ grader, reason }) => ({ grader, reason })),
        evidence: objections
          .flatMap(({ evidence }) => (outcome.omitted === undefined ? evidence : []))
          .toSorted((a, b) => a.start - b.start || a.end - b.end),
        get others() {
          return books.others(trial);
        },
      },
    },
  ];
}

/** What failure and card say alike. */
function headOf(trial: JudgedTrial, books: Books) {
  const place = placeOf(trial.suite, trial.case);
  const known = books.summaries.get(place) ?? books.texts.get(place);
  return {
    trialId: trial.trialId,
    suite: trial.suite,
    case: trial.case,
    model: trial.model,
    variant: trial.variant,
    input: trial.input,
    attempt: trial.attempt,
    severity: known?.severity ?? defaultSeverity,
    critical: known?.critical ?? false,
  };
}

/** The middle of the scale, as in the schema of a case. */
const defaultSeverity = 2;

function textsOf(
  known: Case | undefined,
  input: Card["input"],
): Pick<Card, "question" | "text" | "reference" | "source" | "language"> {
  if (known === undefined) return { language: "de" };
  const { question } = known.input;
  const text = input === "pseudonymised" ? known.input.pseudonymised : known.input.text;
  return {
    ...(question !== undefined && { question }),
    ...(text !== undefined && { text }),
    reference: known.reference,
    source: known.source,
    language: known.expected.language ?? "de",
  };
}

function byGravity(
  { suites }: Manifest,
  models: readonly ModelDescription[],
): (a: Failure, b: Failure) => number {
  const suitePlaces = new Map(suites.map(({ name }, place) => [name, place]));
  const modelPlaces = new Map(models.map(({ id }, place) => [id, place]));
  const baselines = new Set(models.flatMap(({ id, kind }) => (kind === "baseline" ? id : [])));
  const suite = (name: string): number => suitePlaces.get(name) ?? -1;
  const model = (id: string): number => modelPlaces.get(id) ?? -1;
  return (a, b) =>
    Number(baselines.has(a.model)) - Number(baselines.has(b.model)) ||
    Number(b.critical) - Number(a.critical) ||
    b.severity - a.severity ||
    suite(a.suite) - suite(b.suite) ||
    compareTexts(a.case, b.case) ||
    model(a.model) - model(b.model) ||
    compareTexts(a.variant, b.variant) ||
    compareTexts(b.input, a.input) ||
    a.attempt - b.attempt ||
    compareTexts(a.trialId, b.trialId);
}

function placeOf(suite: string, caseId: string): string {
  return JSON.stringify([suite, caseId]);
}
