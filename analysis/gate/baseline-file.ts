import { keptHash, type BaselineAnswer, type BaselineContent } from "../../core/gate-baseline.ts";
import { keyOf, type GateSide, type GateSuite, type GateTrial } from "./gate-side.ts";
import { testSetHash } from "./test-set.ts";

const letters = { passed: "p", failed: "f", missing: "-" } as const;

/** Boils a side down to what a later gate compares with; answers only when asked for. */
export function baselineOfSide(side: GateSide, withAnswers: boolean): BaselineContent {
  const { runId, title, createdAt } = side.head;
  const places = Map.groupBy(side.trials, ({ suite, model, variant, input }) =>
    keyOf(suite, model, variant, input),
  );
  return {
    schemaVersion: 1,
    kind: "amtsprobe-baseline",
    runId,
    title,
    createdAt,
    seed: side.seed,
    models: side.models.map(({ id, name, revision }) => ({
      id,
      ...(name !== undefined && { name }),
      ...(revision !== undefined && { revision }),
    })),
    suites: side.suites.map(suiteOfBaseline),
    results: [...places.values()].flatMap((trials) => resultOf(trials, withAnswers)),
  };
}

/** A baseline file as a side of the gate. */
export function sideOfBaseline(file: BaselineContent): GateSide {
  const { runId, title, createdAt, seed, models } = file;
  const suites = file.suites.map((suite): GateSuite => ({
    ...suite,
    title: suite.title ?? suite.name,
    isListed: true,
    cases: suite.cases.map(({ id, hash, critical = false, severity = 2, template }) => ({
      id,
      hash: hash.slice(0, keptHash),
      critical,
      severity,
      template,
    })),
  }));
  const templates = new Map(
    suites.flatMap(({ name, cases }) =>
      cases.flatMap(({ id, template }) =>
        template === undefined ? [] : [[keyOf(name, id), template] as const],
      ),
    ),
  );
  return {
    head: { source: "file", runId, title, createdAt },
    seed,
    models,
    suites,
    trials: file.results.flatMap((result) => trialsOf(result, templates)),
  };
}

function suiteOfBaseline(suite: GateSuite): BaselineContent["suites"][number] {
  const { name, version, title, hash, graders, cases } = suite;
  return {
    name,
    version,
    title,
    hash,
    testSetHash: testSetHash(cases),
    graders: { ...graders },
    cases: cases.map(({ id, hash: own, critical, severity, template }) => ({
      id,
      hash: own,
      ...(critical && { critical }),
      ...(severity !== 2 && { severity }),
      ...(template !== undefined && { template }),
    })),
  };
}

function resultOf(
  trials: readonly GateTrial[],
  withAnswers: boolean,
): BaselineContent["results"][number][] {
  const [first] = trials;
  if (first === undefined) return [];
  const { suite, model, variant, input } = first;
  const byCase = [...Map.groupBy(trials, (trial) => trial.case)].map(
    ([id, own]) => [id, inOrder(own)] as const,
  );
  const outcomes = byCase.map(([id, own]) => [
    id,
    own.map((trial) => letters[trial?.result ?? "missing"]).join(""),
  ]);
  const answers = byCase.map(([id, own]) => [id, own.map(answerOf)]);
  return [
    {
      suite,
      model,
      variant,
      input,
      outcomes: Object.fromEntries(outcomes),
      ...(withAnswers && { answers: Object.fromEntries(answers) }),
    },
  ];
}

/** Attempt 1 first; one that is not there stays empty. */
function inOrder(trials: readonly GateTrial[]): (GateTrial | undefined)[] {
  const most = Math.max(...trials.map(({ attempt }) => attempt));
  return Array.from({ length: most }, (_, at) => trials.find(({ attempt }) => attempt === at + 1));
}

function answerOf(trial: GateTrial | undefined): BaselineAnswer | null {
  if (trial?.answer === undefined) return null;
  const { answer, reasons } = trial;
  return {
    answer,
    ...(trial.class !== undefined && { class: trial.class }),
    ...(reasons.length > 0 && { reasons: [...reasons] }),
  };
}

function trialsOf(
  { suite, model, variant, input, outcomes, answers }: BaselineContent["results"][number],
  templates: ReadonlyMap<string, string>,
): GateTrial[] {
  return Object.entries(outcomes).flatMap(([id, text]) => {
    const unit = templates.get(keyOf(suite, id)) ?? id;
    const place = { suite, case: id, unit, model, variant, input, cached: false, callHash: "" };
    return Array.from(text, (letter, at): GateTrial => {
      const kept = answers?.[id]?.[at] ?? undefined;
      const attempt = at + 1;
      const told = { answer: kept?.answer, class: kept?.class, reasons: kept?.reasons ?? [] };
      if (letter === "-") {
        return { ...place, attempt, result: "missing", because: "infrastructure", reasons: [] };
      }
      return { ...place, attempt, result: letter === "p" ? "passed" : "failed", ...told };
    });
  });
}
