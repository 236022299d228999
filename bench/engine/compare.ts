import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeHarnesses, runHarness, type Harness } from "./harnesses.ts";

/** Processor time of one harness. */
export interface CpuRow {
  readonly name: string;
  readonly cases: number;
  /** Milliseconds per case, start-up taken off; absent when it could not be measured. */
  readonly perCase?: number | undefined;
  /** Milliseconds of start-up: what no case would take. */
  readonly startMs?: number | undefined;
  readonly wallMs?: number | undefined;
  readonly missing?: string | undefined;
}

/** Cases of the small run that stands for the start-up. */
const few = 50;

/** Measures processor time per persisted case, all harnesses one after the other. */
export async function compareCpu(
  cases: number,
  address: string,
  print: (line: string) => void,
): Promise<CpuRow[]> {
  const rows: CpuRow[] = [];
  for (const harness of makeHarnesses(cases)) {
    const missing = await harness.missing?.();
    const row =
      missing === undefined
        ? await measure(harness, address)
        : { name: harness.name, cases: harness.cases, missing };
    print(`  ${row.name}: ${row.missing ?? `${row.perCase?.toFixed(3)} ms`}`);
    rows.push(row);
  }
  return rows;
}

/** The difference of two runs: what a case takes, and what is left for the start. */
async function measure(harness: Harness, address: string): Promise<CpuRow> {
  const { name, cases } = harness;
  const small = await inFolder(async (folder) => runHarness(harness, few, { address, folder }));
  const large = await inFolder(async (folder) => runHarness(harness, cases, { address, folder }));
  const perCase = (large.cpuMs - small.cpuMs) / (cases - few);
  return { name, cases, perCase, startMs: small.cpuMs - few * perCase, wallMs: large.wallMs };
}

/** Does something in a folder that is gone afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
