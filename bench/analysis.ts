import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { z } from "zod";
import { analyse } from "../analysis/analyse.ts";
import { programFolder } from "../scripts/folders.ts";
import { largeRun } from "./large-run.ts";
import { writeRun } from "./write-run.ts";

/** 6 models × 4 variants × 10 suites × 42 cases = 10 080 trials. */
const size = { models: 6, graders: 12, suites: 10, casesPerSuite: 42 };

const costSchema = z.object({ wallMs: z.number(), cpuMs: z.number(), peakBytes: z.number() });

/**
 * Times the findings of a run of 10 080 trials, 12 graders and 6 models with 10 000 resamples: in
 * this process, and as a command that reads the run from disk on one core and writes the findings.
 */
export function benchAnalysis(print: (line: string) => void): void {
  const records = largeRun(size);
  print(
    `${records.trials.length} Durchgänge, ${records.scores.length} Urteile, ${size.models} Modelle; Last ${load()}`,
  );
  for (const round of ["kalt", "warm"]) {
    const begin = performance.now();
    const before = process.cpuUsage();
    analyse(records);
    const { user, system } = process.cpuUsage(before);
    const wall = seconds(performance.now() - begin);
    print(`  nur Rechnen (${round}): ${wall}, Rechenzeit ${seconds((user + system) / 1000)}`);
  }
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-bench-"));
  try {
    writeRun(folder, records);
    const { wallMs, cpuMs, peakBytes } = analyseApart(folder);
    const memory = `${Math.round(peakBytes / 1e6)} MB`;
    print(
      `  Lesen, Rechnen, Schreiben auf einem Kern: ${seconds(wallMs)}, Rechenzeit mit Start ${seconds(cpuMs)}, Speicher ${memory}; Last ${load()}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As in the script `analyse` of package.json: a small young generation, for less memory. */
const analyseFlags = ["--max-semi-space-size=4"];

/** In a process of its own, held to one core where the system can do that. */
function analyseApart(folder: string): z.infer<typeof costSchema> {
  const script = join(programFolder, "bench", "analyse-once.ts");
  const words = [process.execPath, ...analyseFlags, "--import", "tsx", script, folder];
  const command = process.platform === "linux" ? ["taskset", "-c", "0", ...words] : words;
  const [program = process.execPath, ...rest] = command;
  const text = execFileSync(program, rest, { encoding: "utf8", cwd: programFolder });
  return costSchema.parse(JSON.parse(text));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toLocaleString("de-DE", { maximumFractionDigits: 1 })} s`;
}

function load(): string {
  return (loadavg()[0] ?? 0).toLocaleString("de-DE", { maximumFractionDigits: 1 });
}
