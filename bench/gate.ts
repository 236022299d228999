import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { RunRecords } from "../analysis/run-records.ts";
import { programFolder } from "../scripts/folders.ts";
import { largeRun } from "./large-run.ts";
import { writeRun } from "./write-run.ts";

/** 1 model × 4 variants × 10 suites × 250 cases = 10 000 trials, with 5 graders 50 000 scores. */
const size = { models: 1, graders: 5, suites: 10, casesPerSuite: 250 };

const costSchema = z.object({
  code: z.number(),
  wallMs: z.number(),
  cpuMs: z.number(),
  peakBytes: z.number(),
});

/** Times `npm run gate` over two runs of 10 000 trials, from the start of its process to all files written. */
export function benchGate(print: (line: string) => void): void {
  const before = largeRun(size);
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-bench-"));
  const [baseline, candidate, out] = ["vorher", "nachher", "gate"].map((name) =>
    join(folder, name),
  );
  try {
    for (const path of [baseline, candidate]) mkdirSync(path ?? "");
    writeRun(baseline ?? "", before);
    writeRun(candidate ?? "", aLittleWorse(before));
    print(
      `2 × ${before.trials.length} Durchgänge, 2 × ${before.scores.length} Urteile; Last ${load()}`,
    );
    for (let round = 1; round <= 3; round += 1) {
      const { code, wallMs, cpuMs, peakBytes } = gateApart([baseline, candidate, out]);
      print(
        `  ${round}: ${seconds(wallMs)}, Rechenzeit ${seconds(cpuMs)}, Speicher ${Math.round(peakBytes / 1e6)} MB, Ende ${code}; Last ${load()}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every fifteenth score that passed fails. */
function aLittleWorse(records: RunRecords): RunRecords {
  return {
    ...records,
    scores: records.scores.map((record, at) =>
      at % 15 === 0 && record.score.status === "scored"
        ? { ...record, score: { ...record.score, value: 0, passed: false } }
        : record,
    ),
  };
}

/** As in the script `gate` of package.json. */
function gateApart(words: readonly (string | undefined)[]): z.infer<typeof costSchema> {
  const script = join(programFolder, "bench", "gate-once.ts");
  const flags = [
    "--max-semi-space-size=4",
    "--heap-growing-percent=100",
    "--import",
    "tsx",
    script,
  ];
  const text = execFileSync(process.execPath, [...flags, ...words.map((word) => word ?? "")], {
    encoding: "utf8",
    cwd: programFolder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return costSchema.parse(JSON.parse(text.trimEnd().split("\n").at(-1) ?? ""));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toLocaleString("de-DE", { maximumFractionDigits: 1 })} s`;
}

function load(): string {
  return (loadavg()[0] ?? 0).toLocaleString("de-DE", { maximumFractionDigits: 1 });
}
