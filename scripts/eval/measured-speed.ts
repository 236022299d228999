import { createReadStream, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ModelDescription } from "../../core/model.ts";
import { isCached } from "../../core/outcome.ts";
import { trialRecordSchema, type TrialRecord } from "../../core/trial.ts";
import { parseLine } from "../../engine/journal-line.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { runFiles } from "../../engine/run-files.ts";

/** How fast a model's trials came in an earlier run. */
export interface MeasuredSpeed {
  /** Milliseconds from one finished trial to the next, with everything that ran at once. */
  readonly msPerTrial: number;
  readonly trials: number;
  /** Name of the run folder. */
  readonly run: string;
}

/** Runs that are looked at, the latest first, and trials read of each. */
const mostRuns = 20;
const mostTrials = 5000;
/** Trials from which on a pace is worth naming. */
const fewestTrials = 5;

/** Looks for the latest run in `folder` that asked the same model at the same place. */
export async function findMeasuredSpeed(
  folder: string,
  model: ModelDescription,
): Promise<MeasuredSpeed | undefined> {
  for (const run of latestRuns(folder)) {
    const asked = modelsOf(join(folder, run)).find((other) => isSame(other, model));
    if (asked === undefined) continue;
    const trials = await readTrials(join(folder, run), asked.id);
    if (trials.length < fewestTrials) continue;
    return { msPerTrial: paceOf(trials), trials: trials.length, run };
  }
  return undefined;
}

function latestRuns(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return names.toSorted().toReversed().slice(0, mostRuns);
}

/** The models of a run; none when the folder is no run that this version reads. */
function modelsOf(folder: string): readonly ModelDescription[] {
  try {
    return readManifest(folder).models;
  } catch {
    return [];
  }
}

function isSame(one: ModelDescription, other: ModelDescription): boolean {
  return one.way === other.way && one.endpoint === other.endpoint && one.name === other.name;
}

/** What somebody waited for: answers that came from this run's own calls. */
async function readTrials(folder: string, model: string): Promise<TrialRecord[]> {
  const found: TrialRecord[] = [];
  const file = runFiles(folder).trials;
  if (!existsSync(file)) return found;
  for await (const line of createInterface({ input: createReadStream(file, "utf8") })) {
    const parsed = parseLine(line);
    const trial = parsed === "damaged" ? undefined : trialRecordSchema.safeParse(parsed.value).data;
    if (trial?.model !== model || trial.outcome.status === "failed") continue;
    if (!isCached(trial.outcome) && trial.finishedAt !== undefined) found.push(trial);
    if (found.length >= mostTrials) break;
  }
  return found;
}

/**
 * Mean time between two answers. A gap counts as no more than the longest answer took: beyond that
 * nobody was calling, as between two sittings of a run.
 */
function paceOf(trials: readonly TrialRecord[]): number {
  const longest = trials.reduce((most, trial) => Math.max(most, totalMs(trial)), 0);
  const times = trials.map(({ finishedAt }) => Date.parse(finishedAt ?? ""));
  const sorted = times.toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((time, index) => time - (sorted[index] ?? time));
  return gaps.reduce((sum, gap) => sum + Math.min(gap, longest), 0) / gaps.length;
}

function totalMs({ outcome }: TrialRecord): number {
  return outcome.status === "completed" ? (outcome.timing?.totalMs ?? 0) : 0;
}
