import type { Findings } from "../../core/findings.ts";
import type { Outcome } from "../../core/outcome.ts";
import { runFiles } from "../../engine/run-files.ts";
import type { RunResult } from "../../engine/run.ts";
import { shownPath } from "../start-folder.ts";
import { formatDuration } from "./describe-progress.ts";
import { formatSpend, type Spend } from "./spend.ts";

/** How often a call ended without an answer, by model and reason. */
export type Troubles = Map<string, number>;

/** Counts a failure by its model and reason. */
export function countTrouble(troubles: Troubles, model: string, outcome: Outcome): void {
  if (outcome.status === "completed") return;
  const reason = `${model}: ${outcome.message}`;
  troubles.set(reason, (troubles.get(reason) ?? 0) + 1);
}

/** What there is to say at the end of a sitting. */
export interface SittingFacts {
  readonly folder: string;
  readonly findings: Findings;
  readonly result: RunResult;
  readonly spend: Spend;
  /** Calls that ended without an answer. */
  readonly troubles: Troubles;
  /** Attempts that failed and were made again. */
  readonly retries: Troubles;
}

/** Reasons that are shown of calls without an answer. */
const mostReasons = 5;

/** The end of a sitting in German lines. */
export function summarize(facts: SittingFacts): string {
  const { folder, findings, result, spend } = facts;
  const { run } = findings;
  const files = runFiles(folder);
  const open = run.plannedTrials - run.completedTrials;
  return [
    `${run.completedTrials} von ${run.plannedTrials} Durchgängen beantwortet, ${run.failedTrials} ohne Antwort (Technik).`,
    ...describeCached(result.cached),
    ...describeTroubles(facts.troubles, {
      most: mostReasons,
      rest: "andere Gründe, siehe trials.jsonl",
    }),
    ...describeRetries(facts.retries),
    ...describeStops(result.stops, facts.troubles),
    ...describeEffort(run),
    ...describeSpend(spend),
    ...describeOpen(open, folder),
    `Bericht: ${shownPath(files.report)}`,
    `Alle Zahlen: ${shownPath(files.findings)}`,
  ].join("\n");
}

function describeCached(count: number): string[] {
  if (count === 0) return [];
  return [
    `${count} Antworten stammen aus früheren Läufen; dafür wurde nicht gefragt (--fresh fragt neu).`,
  ];
}

/** Why models stopped; a reason that is shown among the failures is not said again. */
function describeStops(stops: RunResult["stops"], troubles: Troubles): string[] {
  const lines = stops.map(({ model, message }) => `${model}: ${message}`);
  return troubles.size > mostReasons ? lines : lines.filter((line) => !troubles.has(line));
}

/** Attempts that failed and were made again, which is why they stand in no journal. */
function describeRetries(retries: Troubles): string[] {
  if (retries.size === 0) return [];
  const all = retries.values().reduce((sum, count) => sum + count, 0);
  const list = describeTroubles(retries, { most: 15, rest: "andere Gründe" });
  return [`${all} Versuche sind gescheitert und wurden wiederholt:`, ...list];
}

/** The most frequent reasons, the rest counted. */
function describeTroubles(
  troubles: Troubles,
  { most, rest: others }: { readonly most: number; readonly rest: string },
): string[] {
  const sorted = [...troubles].toSorted(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, most).map(([reason, count]) => `  ${count} × ${reason}`);
  const rest = sorted.slice(most).reduce((sum, [, count]) => sum + count, 0);
  return rest > 0 ? [...shown, `  ${rest} × ${others}`] : shown;
}

function describeEffort({ durationMs, peakMemoryBytes }: Findings["run"]): string[] {
  if (durationMs === undefined || peakMemoryBytes === undefined) return [];
  const megabytes = Math.round(peakMemoryBytes / 1_000_000);
  return [`Dauer ${formatDuration(durationMs)}, Arbeitsspeicher höchstens ${megabytes} MB.`];
}

function describeSpend(spend: Spend): string[] {
  const { billed, uncertain, isComplete } = spend;
  if (billed + uncertain === 0 && isComplete) return [];
  const text = formatSpend(spend);
  return text === "" ? [] : [`Kosten dieses Starts: ${text.replace(/^Kosten /u, "")}.`];
}

function describeOpen(open: number, folder: string): string[] {
  if (open === 0) return [];
  return [
    `Es fehlen ${open} Durchgänge. Weiter geht es mit: npm run eval -- --resume ${shownPath(folder)}`,
  ];
}
