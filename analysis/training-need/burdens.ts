import type { Competence } from "../../core/findings-training-need.ts";
import type { CaseSummary, RunSuite } from "../../core/manifest.ts";
import { trainedVariant } from "../../core/suite.ts";
import { compareTexts } from "../compare-texts.ts";
import type { Cell, MeasuredRun } from "../measured-run.ts";
import type { JudgedTrial } from "../read-verdicts.ts";
import { competencesOf, observableCompetences } from "./competence-map.ts";

/** What one case says about the need. */
export interface Burden {
  readonly suite: string;
  readonly case: string;
  /** Severity (1–4) and detectability (1–3) of the case. */
  readonly severity: number;
  readonly detectability: number;
  /** Share of the answers with a failure that the competence would have caught. */
  readonly shares: ReadonlyMap<Competence, number>;
  /** Competences that the case can show at all. */
  readonly observable: ReadonlySet<Competence>;
  /** Failed trials by competence. */
  readonly trials: ReadonlyMap<Competence, readonly string[]>;
}

/**
 * The cases of a model with the trained prompt, what it still gets wrong there, and (for „Aufgaben
 * stellen“) what goes wrong only because the task was put badly: share passed with the trained prompt
 * × share failed with the untrained one.
 */
export function burdensOf(run: MeasuredRun, model: string): Burden[] {
  return run.suites.flatMap((suite) => {
    const own = run.cells.filter(
      (cell) => cell.suite === suite && cell.model === model && cell.input === run.mainInput,
    );
    const main = own.find(({ variant }) => variant === trainedVariant) ?? own[0];
    if (main === undefined) return [];
    const untrained = own.find(({ variant }) => variant === "untrained");
    const other = untrained === main ? undefined : untrained;
    const described = run.manifest.suites.find(({ name }) => name === suite);
    const summaries = firstByUnit(described?.cases ?? []);
    const asked = measuredByUnit(main);
    const putBadly = other === undefined ? undefined : measuredByUnit(other);
    return [...main.cases]
      .toSorted(([a], [b]) => compareTexts(a, b))
      .map(([unit, { value }]) =>
        burdenOf({
          suite: described,
          unit,
          passed: value,
          summary: summaries.get(unit),
          asked: asked.get(unit) ?? [],
          untrained: putBadly && (putBadly.get(unit) ?? []),
        }),
      );
  });
}

interface Place {
  readonly suite: RunSuite | undefined;
  readonly unit: string;
  /** Share passed with the prompt that counts. */
  readonly passed: number;
  readonly summary: CaseSummary | undefined;
  /** Measured trials of the unit. */
  readonly asked: readonly JudgedTrial[];
  /** The same with the untrained prompt; absent where there is none to compare. */
  readonly untrained: readonly JudgedTrial[] | undefined;
}

function burdenOf({ suite, unit, passed, summary, asked, untrained }: Place): Burden {
  const graders = [
    ...(summary?.must ?? suite?.graders.must ?? []),
    ...(suite?.graders.guard ?? []),
  ];
  const tags = summary?.tags ?? [];
  const observable = observableCompetences(graders, tags);
  const shares = new Map<Competence, number>();
  const trials = new Map<Competence, string[]>();
  const add = (competence: Competence, { trialId }: JudgedTrial, share: number): void => {
    shares.set(competence, (shares.get(competence) ?? 0) + share);
    trials.set(competence, [...(trials.get(competence) ?? []), trialId]);
  };
  for (const trial of asked) {
    for (const competence of failedCompetences(trial, graders, tags)) {
      add(competence, trial, 1 / asked.length);
    }
  }
  if (untrained !== undefined) {
    if (untrained.length > 0) observable.add("prompten");
    for (const trial of untrained) {
      if (trial.verdict.status === "failed" && passed > 0) {
        add("prompten", trial, passed / untrained.length);
      }
    }
  }
  const { severity, detectability } = weightsOf(summary);
  return {
    suite: suite?.name ?? "",
    case: unit,
    severity,
    detectability,
    shares,
    observable,
    trials,
  };
}

/** The middle of both scales, as in the schema of a case. */
function weightsOf(summary: CaseSummary | undefined) {
  return { severity: summary?.severity ?? 2, detectability: summary?.detectability ?? 2 };
}

function measuredByUnit({ trials }: Cell): Map<string, JudgedTrial[]> {
  const measured = trials.values().filter(({ verdict }) => verdict.status !== "not-measured");
  return Map.groupBy(measured, ({ unit }) => unit);
}

/** Of the versions of a template, the first speaks for all. */
function firstByUnit(cases: readonly CaseSummary[]): Map<string, CaseSummary> {
  return new Map(cases.toReversed().map((one) => [one.template ?? one.id, one]));
}

function failedCompetences(
  { verdict, scores }: JudgedTrial,
  graders: readonly string[],
  tags: readonly string[],
): Iterable<Competence> {
  if (verdict.status !== "failed") return [];
  const objecting = graders.filter((name) => {
    const score = scores.get(name)?.score;
    return score?.status === "scored" && !score.passed;
  });
  return competencesOf({ class: verdict.class, graders: objecting, tags });
}
