import type { ShownTrial } from "./shown-run.ts";

/** A judged part of an answer, as promptfoo keeps it. */
export interface EvalComponent {
  readonly pass: boolean;
  readonly score: number;
  readonly reason: string;
  readonly assertion: { readonly type: string; readonly metric: string; readonly weight?: number };
}

/** A cell of promptfoo's table. */
export interface EvalResult {
  readonly promptIdx: number;
  readonly testIdx: number;
  /** 0 passed, 1 failed, 2 an error: not measured. */
  readonly failureReason: 0 | 1 | 2;
  readonly score: number;
  readonly latencyMs: number;
  readonly tokenUsage: {
    readonly total: number;
    readonly prompt: number;
    readonly completion: number;
  };
  readonly gradingResult?: Omit<EvalComponent, "assertion"> & {
    readonly componentResults: readonly EvalComponent[];
  };
  readonly [field: string]: unknown;
}

const failureReasons = { passed: 0, failed: 1, "not-measured": 2 } as const;

/** Writes one trial as a cell. */
export function renderResult(
  shown: ShownTrial,
  place: { readonly promptIdx: number; readonly testIdx: number },
): EvalResult {
  const { trial, graded, verdict, prompt } = shown;
  const vars = varsOf(shown);
  const metadata = { trialId: `${trial.suite}:${trial.trialId}`, versuch: trial.attempt };
  const components = shown.scores.flatMap(componentOf);
  return {
    ...place,
    promptId: trial.variant,
    prompt: { raw: prompt ?? "(Prompt nicht mehr bekannt)", label: trial.variant },
    provider: { id: trial.model, label: trial.model },
    vars,
    testCase: { vars, description: `${trial.suite}/${graded.id}`, metadata },
    ...answerOf(shown),
    success: verdict.status === "passed",
    failureReason: failureReasons[verdict.status],
    score: verdict.status === "passed" ? 1 : 0,
    namedScores: Object.fromEntries(
      components.map(({ assertion, score }) => [assertion.metric, score]),
    ),
    cost: 0,
    metadata,
    ...(verdict.status === "not-measured"
      ? { error: `nicht gemessen: ${troubleOf(shown)}` }
      : { gradingResult: gradingOf(shown, components) }),
  };
}

function answerOf({ trial: { outcome } }: ShownTrial) {
  if (outcome.status === "failed") {
    return { latencyMs: 0, tokenUsage: { prompt: 0, completion: 0, total: 0 } };
  }
  const { answer, usage, timing } = outcome;
  const [prompt, completion] = [usage?.inputTokens ?? 0, usage?.outputTokens ?? 0];
  const tokenUsage = { prompt, completion, total: prompt + completion };
  return {
    latencyMs: Math.round(timing?.totalMs ?? 0),
    tokenUsage,
    response: { output: answer, tokenUsage },
  };
}

function gradingOf(shown: ShownTrial, componentResults: readonly EvalComponent[]) {
  const pass = shown.verdict.status === "passed";
  const reason = pass ? "bestanden" : reasonOf(shown);
  return { pass, score: pass ? 1 : 0, reason, componentResults };
}

function varsOf({ trial, graded }: ShownTrial): Record<string, string> {
  const { text, pseudonymised, question, old, new: present } = graded.input;
  const shownText = trial.input === "raw" ? text : pseudonymised;
  return {
    Fall: `${trial.suite}/${graded.id}${trial.attempt === 1 ? "" : `, ${trial.attempt}. Durchgang`}`,
    Eingabe: trial.input === "raw" ? "wie im Fall" : "pseudonymisiert",
    Frage: question ?? "",
    Text: shownText ?? [old, present].filter((part) => part !== undefined).join("\n→\n"),
  };
}

/** Only what was judged: no number stands for „not judged“. */
function componentOf({ record, isHint }: ShownTrial["scores"][number]): EvalComponent[] {
  const { score, grader } = record;
  if (score.status === "unscored") return [];
  const assertion = { type: "javascript", metric: grader, ...(isHint && { weight: 0 }) };
  const reason = isHint ? `(Hinweis) ${score.reason}` : score.reason;
  return [{ pass: score.passed || isHint, score: score.value, reason, assertion }];
}

function reasonOf({ failure, scores }: ShownTrial): string {
  const objections = scores.flatMap(({ record: { grader, score }, isHint }) =>
    !isHint && score.status === "scored" && !score.passed ? [`${grader}: ${score.reason}`] : [],
  );
  return [failure ?? "nicht bestanden", ...objections].join(" · ");
}

function troubleOf({ trial: { outcome }, scores }: ShownTrial): string {
  if (outcome.status === "failed") return outcome.message;
  const unscored = scores.flatMap(({ record: { grader, score } }) =>
    score.status === "unscored" ? [`${grader}: ${score.reason}`] : [],
  );
  return unscored[0] ?? "Ein Grader, der entscheidet, hat nicht geurteilt.";
}
