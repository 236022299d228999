import { join } from "node:path";
import { inFolder } from "./compare.ts";
import { nodeFlags } from "./harnesses.ts";
import { programPath, runMeasured } from "./processes.ts";

/** What a run of Amtsprobe says of itself. */
interface Report {
  readonly calls: number;
  readonly openMs: number;
  readonly totalMs: number;
  readonly peakMB: number;
}

/** Memory of one way of calling, at one shape of run. */
export interface MemoryRow {
  readonly way: "stub" | "sdk";
  /** How the trials come about. */
  readonly shape: "attempts" | "cases";
  readonly small: number;
  readonly large: number;
}

/** A resume of a finished run of 100 000 records, in milliseconds. */
export interface ResumeTime {
  /** Reading journal and scores until it is known what is left. */
  readonly openMs: number;
  /** The whole program, with planning. */
  readonly wholeMs: number;
}

const smallRun = 10_000;
const largeRun = 100_000;
/** Different cases where the trials are attempts. */
const fewCases = 1000;

/** Measures the highest memory (resident set) at 10 000 and 100 000 trials. */
export async function measureMemory(
  address: string,
  print: (line: string) => void,
): Promise<MemoryRow[]> {
  const rows: MemoryRow[] = [];
  for (const way of ["stub", "sdk"] as const) {
    for (const shape of ["attempts", "cases"] as const) {
      const place = { way, shape, address };
      const small = await inFolder(async (folder) => run({ ...place, folder }, smallRun));
      const large = await inFolder(async (folder) => run({ ...place, folder }, largeRun));
      const row = { way, shape, small: small.peakMB, large: large.peakMB };
      print(`  ${way}, ${shape}: ${row.small.toFixed(0)} MB, ${row.large.toFixed(0)} MB`);
      rows.push(row);
    }
  }
  return rows;
}

/** Measures how long it takes to resume a finished run of 100 000 records. */
export async function measureResume(): Promise<ResumeTime> {
  return inFolder(async (folder) => {
    const place = { way: "stub", shape: "attempts", folder, address: "" } as const;
    await run(place, largeRun);
    const { calls, openMs, totalMs } = await run(place, largeRun);
    if (calls !== 0) throw new Error("the resumed run asked again");
    return { openMs, wholeMs: totalMs };
  });
}

interface Where {
  readonly way: "stub" | "sdk";
  readonly shape: "attempts" | "cases";
  readonly folder: string;
  readonly address: string;
}

async function run({ way, shape, folder, address }: Where, trials: number): Promise<Report> {
  const cases = shape === "cases" ? trials : fewCases;
  const words = [way, join(folder, "lauf"), String(cases), String(trials / cases), address];
  const program = [process.execPath, ...nodeFlags, programPath("run-amtsprobe.ts"), ...words];
  const { code, stdout, stderr } = await runMeasured({ words: program });
  if (code !== 0) throw new Error(`run-amtsprobe ended with ${code}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout) as Report;
}
