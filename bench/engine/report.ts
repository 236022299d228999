import { cpus, loadavg, release, totalmem, type } from "node:os";
import type { CpuRow } from "./compare.ts";
import type { MemoryRow } from "./memory.ts";
import { judgeResults, round, shapeNames, type EngineResults, type Verdict } from "./results.ts";

/** When and where a benchmark ran. */
export interface Circumstances {
  readonly date: string;
  readonly machine: string;
  /** Load of the machine over the last minute, at the start and at the end. */
  readonly load: readonly [number, number];
  readonly command: string;
}

/** The machine of this process, in words. */
export function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model ?? "unknown"}, ${memory} GiB, ${type()} ${release()}, Node.js ${process.versions.node}`;
}

/** The load of the last minute. */
export function loadNow(): number {
  return Number((loadavg()[0] ?? 0).toFixed(1));
}

/** The results as a part of `bench/RESULTS.md`. */
export function renderResults(results: EngineResults, where: Circumstances): string {
  const { cpu, memory, resume, firstCall } = results;
  return [
    "## Engine",
    "",
    `${where.date}, ${where.machine}. Load of the machine ${where.load[0]} at the start, ${where.load[1]} at the end. Command: \`${where.command}\`. One run; nothing was repeated or left out.`,
    "",
    "![Processor time per case](engine/cpu.svg)",
    "",
    "Same stub server, same cases, same three checks, 50 calls at once. Processor time is user and system time of the whole process tree; the start-up is taken off by the difference of two runs.",
    "",
    ...table(
      ["harness", "cases", "CPU per case (ms)", "start-up CPU (ms)", "wall time (s)"],
      cpu.map(cpuCells),
    ),
    "",
    ...table(
      ["Amtsprobe, highest memory (MB)", "10 000 trials", "100 000 trials", "ratio"],
      memory.map(memoryCells),
    ),
    "",
    `Resume of 100 000 finished records: ${round(resume.openMs)} ms until it is known what is left, ${round(resume.wholeMs)} ms with building and planning 100 000 cases.`,
    `Start of eval to its first call: ${firstCall.map((ms) => round(ms)).join(", ")} ms.`,
    "",
    ...table(["demand", "measured", "met"], judgeResults(results).map(verdictCells)),
    "",
  ].join("\n");
}

function cpuCells({ name, cases, perCase, startMs, wallMs, missing }: CpuRow): string[] {
  if (perCase === undefined) return [name, String(cases), missing ?? "not measured", "", ""];
  const wall = wallMs === undefined ? "" : (wallMs / 1000).toFixed(1);
  return [name, String(cases), round(perCase), (startMs ?? 0).toFixed(0), wall];
}

function memoryCells({ way, shape, small, large }: MemoryRow): string[] {
  const name = `${way === "stub" ? "model in the process" : "openai SDK"}, ${shapeNames[shape]}`;
  return [name, small.toFixed(0), large.toFixed(0), (large / small).toFixed(2)];
}

function verdictCells({ demand, measured, isMet }: Verdict): string[] {
  if (isMet === undefined) return [demand, measured, "–"];
  return [demand, measured, isMet ? "yes" : "**no**"];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [tableRow(head), tableRow(head.map(() => "---")), ...rows.map(tableRow)];
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
