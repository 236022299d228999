import type { Findings } from "../../core/findings.ts";
import type { Manifest } from "../../core/manifest.ts";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { makeBudget, type Spending } from "../../engine/budget.ts";
import { runPlanned, type RunResult } from "../../engine/run.ts";
import { gradingPlace } from "../load-suites.ts";
import { shownPath } from "../start-folder.ts";
import { judgeWith } from "../promptfoo/graders/judging.ts";
import { askInTurn } from "./ask-to-go-on.ts";
import { onInterrupt, type Interrupt } from "./interrupt.ts";
import { openCache } from "./open-cache.ts";
import { watchMemory, type MemoryWatch } from "./model-memory.ts";
import { writeManifest } from "./open-folder.ts";
import { openChosen, type PreparedRun } from "./prepare.ts";
import { openRunLog } from "./open-log.ts";
import type { LogFormat, RunLog } from "./run-log.ts";
import { spendOf, type Spend } from "./spend.ts";
import { countTrouble, summarize, type Troubles } from "./summary.ts";

/** What a sitting leaves behind for the person. */
export interface Sitting {
  readonly code: ExitCode;
  readonly summary: string;
  readonly findings: Findings;
}

/** What is run, and how it is told. */
export interface SittingOrder {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly prepared: PreparedRun;
  readonly format: LogFormat;
  /** Something the person has to heed, German. */
  readonly warning?: string | undefined;
}

/** One sitting of a run: calls what is pending, grades, analyses, renders, sums up. */
export async function sit(order: SittingOrder): Promise<Sitting> {
  const { prepared, format } = order;
  const { budget: limit } = prepared.request;
  const budget = makeBudget(limit);
  const paid = [...prepared.models, ...prepared.judges];
  const spend = (): Spend => spendOf(budget.spent(), paid, limit);
  const log = openRunLog(format, process.stderr, spend);
  const interrupt = onInterrupt(process, { tell: log.interrupt, stop: log.stop });
  if (order.warning !== undefined) log.warn(order.warning);
  try {
    return await sitLogged(order, { log, interrupt, budget, spend });
  } finally {
    log.stop();
    interrupt.release();
  }
}

interface Tools {
  readonly log: RunLog;
  readonly interrupt: Interrupt;
  readonly budget: ReturnType<typeof makeBudget>;
  readonly spend: () => Spend;
}

async function sitLogged(order: SittingOrder, tools: Tools): Promise<Sitting> {
  const { folder, manifest, prepared } = order;
  const startedAt = new Date().toISOString();
  const begin = performance.now();
  const counts = { troubles: new Map<string, number>(), retries: new Map<string, number>() };
  const judged = payJudges(order, tools);
  const { watch, memory } = watchMemory(() => process.resourceUsage().maxRSS * 1024);
  const result = await callPending({ folder, prepared, watch, ...counts }, tools);
  const durationMs = Math.round(performance.now() - begin);
  const session = {
    startedAt,
    durationMs,
    ...memory(),
    calls: result.calls,
    ...(judged.billed + judged.uncertain > 0 && { judges: judged }),
  };
  writeManifest(folder, { ...manifest, sessions: [...manifest.sessions, session] });
  await letAnalysisBeEnded(order, tools);
  // Loaded when it is needed: the first call does not wait for analysis and report.
  const { writeFindings, writeReport } = await import("../conclude.ts");
  const findings = await writeFindings(folder);
  await writeReport(folder);
  const { plannedTrials, completedTrials, failedTrials } = findings.run;
  const isComplete = completedTrials === manifest.plannedTrials;
  const code = isComplete ? exitCodes.done : exitCodes.infrastructure;
  const { calls, cached } = result;
  const trials = { plannedTrials, completedTrials, failedTrials, calls, cached };
  tools.log.finish({ folder, ...trials, durationMs, exitCode: code });
  const summary = summarize({ folder, findings, result, spend: tools.spend(), ...counts });
  return { code, summary, findings };
}

/** Trials from which on analysis and report take seconds. */
const manyTrials = 5000;

/** Everything asked is saved by now, and while the analysis computes nothing could hear a signal. */
async function letAnalysisBeEnded({ folder, manifest }: SittingOrder, { log, interrupt }: Tools) {
  await interrupt.settle();
  if (manifest.plannedTrials < manyTrials) return;
  log.note(
    `Alle Antworten sind gespeichert und werden jetzt ausgewertet. Strg-C bricht das ab; nachholen lässt es sich mit: npm run analyse -- ${shownPath(folder)}`,
  );
}

/**
 * From now on models that judge are paid from the run's budget too; what they did cost in earlier sittings
 * counts. Gives what they cost in this one, which grows.
 */
function payJudges({ manifest, prepared }: SittingOrder, { budget, interrupt }: Tools): Spending {
  const judged = { billed: 0, uncertain: 0 };
  for (const { judges } of manifest.sessions) if (judges !== undefined) budget.charge(judges);
  judgeWith({
    config: prepared.request.config,
    signal: interrupt.signal,
    budget: {
      reserve: budget.reserve,
      settle: (reserved, spending) => {
        judged.billed += spending.billed;
        judged.uncertain += spending.uncertain;
        budget.settle(reserved, spending);
      },
    },
  });
  return judged;
}

interface Calling {
  readonly folder: string;
  readonly prepared: PreparedRun;
  readonly watch: MemoryWatch["watch"];
  readonly troubles: Troubles;
  readonly retries: Troubles;
}

async function callPending(
  { folder, prepared, watch, troubles, retries }: Calling,
  { log, interrupt, budget }: Tools,
): Promise<RunResult> {
  const { cache, close } = openCache(prepared.request.cache, (message) =>
    log.onEvent({ type: "cache-off", message }),
  );
  try {
    return await runPlanned({
      folder,
      trials: prepared.plan.trials,
      noAnswers: prepared.request.noAnswers,
      models: prepared.models,
      open: async (id) => watch(await openChosen(prepared.request, id)),
      places: new Map(prepared.suites.map((suite) => [suite.name, gradingPlace(suite)])),
      budget,
      cache,
      signal: AbortSignal.any([interrupt.signal, prepared.guard.signal]),
      admit: prepared.guard.admit,
      onStreak: askInTurn({
        terminal: { input: process.stdin, output: process.stderr },
        interrupt,
        free: log.free,
      }),
      onEvent: (event) => {
        if (event.type === "trial-finish") {
          countTrouble(troubles, event.trial.model, event.trial.outcome);
        }
        if (event.type === "call-retry") countTrouble(retries, event.model, event.failure);
        log.onEvent(event);
      },
    });
  } finally {
    close();
    log.stop();
  }
}
