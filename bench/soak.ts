import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { scoreRecordSchema, trialKeySchema, trialRecordSchema } from "../core/trial.ts";
import { scanJournal } from "../engine/read-journal.ts";
import { runFiles } from "../engine/run-files.ts";
import { programFolder } from "../scripts/folders.ts";
import { inFolder } from "./engine/compare.ts";
import { nodeFlags } from "./engine/harnesses.ts";
import { programPath } from "./engine/processes.ts";
import { writeRun } from "./faults.ts";
import { growthOf, type Growth, type Sample } from "./soak/growth.ts";

/** One life of the process: how it ended and how much memory it had. */
export interface Life {
  /** Exit code; absent when it was killed. */
  readonly code?: number | undefined;
  readonly seconds: number;
  /** Bytes. */
  readonly peak: number;
  readonly growth?: Growth | undefined;
  /** Handles and timers that were not there at the start; absent when it was killed. */
  readonly left?: readonly string[] | undefined;
}

/** What a soak came to. */
export interface SoakResult {
  readonly lives: readonly Life[];
  readonly planned: number;
  /** Planned trials without an answer. */
  readonly lost: number;
  /** Trials with more than one answer, and grades that are there twice. */
  readonly doubled: number;
  readonly ungraded: number;
  readonly requests: number;
  readonly faults: number;
}

/** Lives at the most; a run that is not done by then is not. */
const mostLives = 200;

/**
 * Runs so many trials against a server that does a fault on every twentieth request, kills the process
 * with SIGKILL `killMs` milliseconds after each of its starts and takes the run up again, until it is
 * complete.
 */
export async function runSoak(
  trials: number,
  killMs: number,
  print: (line: string) => void,
): Promise<SoakResult> {
  const server = spawn(process.execPath, [programPath("faulty-server.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: server.stdout });
  try {
    const [first] = (await once(lines, "line")) as [string];
    return await inFolder(async (folder) => {
      const config = writeRun(folder, first.replace("address ", ""), casesFor(trials));
      const run = join(folder, "lauf");
      const lives = await liveUntilDone({ config, run, trials, killMs }, print);
      const counted = await countRecords(run);
      const report = once(lines, "line") as Promise<[string]>;
      server.stdin.end();
      const [said] = await report;
      const { requests, faults } = JSON.parse(said) as {
        requests: number;
        faults: Record<string, number>;
      };
      const sum = Object.values(faults).reduce((all, count) => all + count, 0);
      return { lives, ...counted, requests, faults: sum };
    });
  } finally {
    server.kill();
  }
}

const mostCases = 500;
/** Two variants. */
const variants = 2;

function casesFor(trials: number): number {
  return Math.min(mostCases, trials / variants);
}

interface Order {
  readonly config: string;
  readonly run: string;
  readonly trials: number;
  readonly killMs: number;
}

async function liveUntilDone(order: Order, print: (line: string) => void): Promise<Life[]> {
  const { config, run, trials, killMs } = order;
  const attempts = String(trials / variants / casesFor(trials));
  const first = ["--config", config, "--no-cache", "--attempts", attempts, "--out", run];
  const lives: Life[] = [];
  for (let words = first; lives.length < mostLives; words = ["--resume", run, "--no-cache"]) {
    const life = await live(words, killMs);
    lives.push(life);
    const end = life.code === undefined ? "getötet" : `Ende ${life.code}`;
    print(
      `Leben ${lives.length}: ${life.seconds.toFixed(0)} s, ${megabytes(life.peak)} MB, ${end}`,
    );
    if (life.code === 0 || life.code === 2) break;
  }
  return lives;
}

async function live(words: readonly string[], killMs: number): Promise<Life> {
  const begin = performance.now();
  const program = join(programFolder, "bench", "soak", "life.ts");
  const child = spawn(process.execPath, [...nodeFlags, program, ...words], {
    cwd: programFolder,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), killMs);
  const samples: Sample[] = [];
  let end: { code?: number; left?: string[] } = {};
  for await (const line of createInterface({ input: child.stdio[3] as Readable })) {
    const said = readSample(line);
    if ("rss" in said) samples.push(said);
    else end = said;
  }
  clearTimeout(timer);
  return {
    ...end,
    seconds: (performance.now() - begin) / 1000,
    peak: Math.max(0, ...samples.map(({ rss }) => rss)),
    growth: growthOf(samples),
  };
}

/** The last line of a killed process may be cut off. */
function readSample(line: string): Sample | { code?: number; left?: string[] } {
  try {
    return JSON.parse(line) as Sample | { code?: number; left?: string[] };
  } catch {
    return {};
  }
}

async function countRecords(run: string) {
  const files = runFiles(run);
  const planned = new Set<string>();
  await scanJournal(files.plan, trialKeySchema, ({ trialId }) => void planned.add(trialId));
  const answered = new Set<string>();
  let doubled = 0;
  await scanJournal(files.trials, trialRecordSchema, ({ trialId, outcome }) => {
    if (outcome.status === "failed") return;
    if (answered.has(trialId)) doubled += 1;
    answered.add(trialId);
  });
  const graded = new Map<string, Set<string>>();
  await scanJournal(files.scores, scoreRecordSchema, ({ trialId, grader, version }) => {
    const own = graded.get(trialId) ?? new Set();
    const key = `${grader}/${version}`;
    if (own.has(key)) doubled += 1;
    graded.set(trialId, own.add(key));
  });
  return {
    planned: planned.size,
    lost: planned.difference(answered).size,
    doubled,
    ungraded: answered.difference(graded).size,
  };
}

/** Whole megabytes, as memory is given everywhere. */
export function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
