import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Case } from "../core/case.ts";
import { trialKeySchema } from "../core/trial.ts";
import { mustGraders, type Suite } from "../core/suite.ts";
import { caseHash } from "../engine/identity.ts";
import { formatLine } from "../engine/journal-line.ts";
import { runFiles } from "../engine/run-files.ts";
import { writeFindings } from "../scripts/conclude.ts";
import { buildManifest } from "../scripts/eval/manifest.ts";
import { writePlan } from "../scripts/eval/open-folder.ts";
import { prepareRun, type PreparedRun } from "../scripts/eval/prepare.ts";
import { readRequest } from "../scripts/eval/request.ts";
import { programFolder } from "../scripts/folders.ts";

const exercises = 500;

/**
 * Time and memory of 500 exercises in all formats, from a run of more than 10 000 trials whose answers are
 * the example answers of the shipped suites. The command runs in a process of its own.
 */
export async function benchTraining(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-bench-"));
  try {
    const trials = await makeRun(join(folder, "."));
    print(`Lauf mit ${trials} Durchgängen angelegt. Last davor: ${load()}`);
    const { seconds, processor, megabytes, output } = await measure(folder);
    print(output.trim());
    print(
      `${exercises} Übungen, alle Formate: ${seconds.toFixed(1)} s (Prozessorzeit ${processor.toFixed(1)} s), ${megabytes.toFixed(0)} MB. Last danach: ${load()}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? "?";
}

async function makeRun(folder: string): Promise<number> {
  const words = {
    profile: "full",
    attempts: "2",
    model: ["llama:gemma3-270m", "llama:smollm2-135m"],
  };
  const prepared = await prepareRun(readRequest(words));
  writePlan(
    folder,
    buildManifest(prepared, { runId: "bench", createdAt: "2026-01-01T00:00:00Z", sessions: [] }),
    prepared,
  );
  const { trials, scores } = makeRecords(prepared);
  writeFileSync(runFiles(folder).trials, trials.join(""));
  writeFileSync(runFiles(folder).scores, scores.join(""));
  await writeFindings(folder);
  return trials.length;
}

/** Every third answer is the model answer, the others are the authored failures, varied by an opening. */
function makeRecords({ plan, suites }: PreparedRun): { trials: string[]; scores: string[] } {
  const trials: string[] = [];
  const scores: string[] = [];
  const cases = new Map(
    suites.flatMap((suite) =>
      suite.cases.map((graded) => [`${suite.name}/${graded.id}`, { suite, graded }]),
    ),
  );
  for (const [place, trial] of plan.trials.entries()) {
    const key = trialKeySchema.parse(trial);
    const known = cases.get(`${key.suite}/${key.case}`);
    if (known === undefined) continue;
    const failure =
      place % 3 === 0
        ? undefined
        : known.graded.fails[place % Math.max(1, known.graded.fails.length)];
    const answer =
      failure === undefined ? known.graded.reference : `Vorgang ${place}: ${failure.answer}`;
    const outcome = { status: "completed", answer, finishReason: "stop" };
    trials.push(formatLine({ schemaVersion: 1, ...key, outcome }));
    scores.push(
      ...scoresOf(key.trialId, { ...known, objecting: failure?.grader }).map((score) =>
        formatLine(score),
      ),
    );
  }
  return { trials, scores };
}

function scoresOf(
  trialId: string,
  {
    suite,
    graded,
    objecting,
  }: { readonly suite: Suite; readonly graded: Case; readonly objecting: string | undefined },
): object[] {
  const hash = caseHash(suite, graded);
  return mustGraders(suite, graded).map((grader) => {
    const passed = grader !== objecting;
    const score = {
      status: "scored",
      value: passed ? 1 : 0,
      passed,
      reason: `Beispiel für ${grader}.`,
      measures: {},
      evidence: [],
    };
    return { schemaVersion: 1, trialId, caseHash: hash, grader, version: "1", score };
  });
}

/** As in the command's entry in package.json. */
const frugal = ["--max-semi-space-size=4", "--heap-growing-percent=10"];

/** Runs the command; the greatest resident memory is read from the system while it runs (Linux). */
async function measure(
  folder: string,
): Promise<{ seconds: number; processor: number; megabytes: number; output: string }> {
  const words = [folder, "--out", join(folder, "kurs"), "--number", String(exercises)];
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [...frugal, "--import", "tsx", join(programFolder, "scripts", "training.ts"), ...words],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  let [megabytes, processor] = [0, 0];
  const timer = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid));
    processor = Math.max(processor, processorOf(child.pid));
  }, 50);
  await new Promise((resolve) => child.on("close", resolve));
  clearInterval(timer);
  return { seconds: (performance.now() - start) / 1000, processor, megabytes, output };
}

function peakOf(pid: number | undefined): number {
  const status = readProcess(pid, "status");
  return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
}

/** Seconds in user and system mode; the system counts in hundredths. */
function processorOf(pid: number | undefined): number {
  const fields = readProcess(pid, "stat").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

function readProcess(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid ?? 0}/${name}`, "utf8");
  } catch {
    return "";
  }
}
