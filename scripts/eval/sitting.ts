import type { Findings } from "../../core/findings.ts";
import type { Manifest } from "../../core/manifest.ts";
import type { TrialRecord } from "../../core/trial.ts";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { makeBudget } from "../../engine/budget.ts";
import { runPlanned, type RunResult } from "../../engine/run.ts";
import { runFiles } from "../../engine/run-files.ts";
import { writeFindings, writeReport } from "../conclude.ts";
import { gradingPlace } from "../load-suites.ts";
import { askToGoOn } from "./ask-to-go-on.ts";
import { writeManifest } from "./open-folder.ts";
import { openCache } from "./open-cache.ts";
import { openChosen, type PreparedRun } from "./prepare.ts";
import { formatDuration } from "./pace.ts";
import { showProgress } from "./show-progress.ts";
import { shownPath } from "../start-folder.ts";

/** What a sitting leaves behind for the person. */
export interface Sitting {
  readonly code: ExitCode;
  readonly summary: string;
  readonly findings: Findings;
}

/** One sitting of a run: calls what is pending, grades, analyses, renders, sums up. */
export async function sit(
  folder: string,
  manifest: Manifest,
  prepared: PreparedRun,
): Promise<Sitting> {
  const startedAt = new Date().toISOString();
  const begin = performance.now();
  const { result, spent, troubles } = await callPending(folder, prepared);
  const session = {
    startedAt,
    durationMs: Math.round(performance.now() - begin),
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    calls: result.calls,
  };
  writeManifest(folder, { ...manifest, sessions: [...manifest.sessions, session] });
  const findings = await writeFindings(folder);
  await writeReport(folder);
  const complete = findings.run.completedTrials === manifest.plannedTrials;
  return {
    code: complete ? exitCodes.done : exitCodes.infrastructure,
    summary: summarize({ folder, findings, result, spent, troubles }),
    findings,
  };
}

async function callPending(
  folder: string,
  prepared: PreparedRun,
): Promise<{
  readonly result: RunResult;
  readonly spent: number;
  readonly troubles: Troubles;
}> {
  const troubles = new Map<string, number>();
  const interrupt = onInterrupt();
  const display = showProgress(process.stderr);
  const budget = makeBudget(prepared.request.budget);
  const { cache, close } = openCache(prepared.request.cache, (message) =>
    display.onEvent({ type: "cache-off", message }),
  );
  try {
    const result = await runPlanned({
      folder,
      trials: prepared.plan.trials,
      models: prepared.models,
      open: async (id) => openChosen(prepared.request, id),
      places: new Map(prepared.suites.map((suite) => [suite.name, gradingPlace(suite)])),
      budget,
      cache,
      signal: interrupt.signal,
      onStreak: async (trouble) =>
        askToGoOn(trouble, { input: process.stdin, output: process.stderr }, interrupt.signal),
      onEvent: (event) => {
        if (event.type === "trial-finish") countTrouble(troubles, event.trial);
        display.onEvent(event);
      },
    });
    return { result, spent: budget.spent(), troubles };
  } finally {
    close();
    display.stop();
    interrupt.release();
  }
}

/** How often a call ended without an answer, by model and reason. */
type Troubles = Map<string, number>;

function countTrouble(troubles: Troubles, { model, outcome }: TrialRecord): void {
  if (outcome.status === "completed") return;
  const reason = `${model}: ${outcome.message}`;
  troubles.set(reason, (troubles.get(reason) ?? 0) + 1);
}

/** The most frequent reasons, the rest counted. */
function describeTroubles(troubles: Troubles): string[] {
  const sorted = [...troubles].toSorted(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, 5).map(([reason, count]) => `  ${count} × ${reason}`);
  const rest = sorted.slice(5).reduce((sum, [, count]) => sum + count, 0);
  return rest > 0 ? [...shown, `  ${rest} × andere Gründe, siehe trials.jsonl`] : shown;
}

function describeCached(count: number): string[] {
  if (count === 0) return [];
  return [
    `${count} Antworten stammen aus früheren Läufen; dafür wurde nicht gefragt (--fresh fragt neu).`,
  ];
}

interface Interrupt {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/** Ctrl-C once ends the run cleanly, twice at once. */
function onInterrupt(): Interrupt {
  const controller = new AbortController();
  const listener = () => {
    if (controller.signal.aborted) process.exit(exitCodes.infrastructure);
    process.stderr.write("\nDer Lauf wird beendet; noch einmal Strg-C bricht sofort ab.\n");
    controller.abort();
  };
  process.on("SIGINT", listener);
  process.on("SIGTERM", listener);
  return {
    signal: controller.signal,
    release: () => {
      process.off("SIGINT", listener);
      process.off("SIGTERM", listener);
    },
  };
}

function summarize(facts: {
  readonly folder: string;
  readonly findings: Findings;
  readonly result: RunResult;
  readonly spent: number;
  readonly troubles: Troubles;
}): string {
  const { folder, findings, result } = facts;
  const { run } = findings;
  const files = runFiles(folder);
  const open = run.plannedTrials - run.completedTrials;
  const lines = [
    `${run.completedTrials} von ${run.plannedTrials} Durchgängen beantwortet, ${run.failedTrials} ohne Antwort (Technik).`,
    ...describeCached(result.cached),
    ...describeTroubles(facts.troubles),
    ...result.stops.map((stop) => `${stop.model}: ${stop.message}`),
  ];
  if (run.durationMs !== undefined && run.peakMemoryBytes !== undefined) {
    const megabytes = Math.round(run.peakMemoryBytes / 1_000_000);
    lines.push(
      `Dauer ${formatDuration(run.durationMs)}, Arbeitsspeicher höchstens ${megabytes} MB.`,
    );
  }
  if (facts.spent > 0) lines.push(`Kosten dieses Starts: ${euro(facts.spent)}.`);
  if (open > 0) {
    lines.push(
      `Es fehlen ${open} Durchgänge. Weiter geht es mit: npm run eval -- --resume ${shownPath(folder)}`,
    );
  }
  lines.push(`Bericht: ${shownPath(files.report)}`, `Alle Zahlen: ${shownPath(files.findings)}`);
  return lines.join("\n");
}

function euro(amount: number): string {
  return new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" }).format(amount);
}
