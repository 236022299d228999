import { cpus, loadavg, release, totalmem, type } from "node:os";
import type { CpuRow } from "./compare.ts";
import type { MemoryRow, ResumeTime } from "./memory.ts";
import { judgeCpu, judgeMemory, judgeWaits, round, shapeNames, type Verdict } from "./results.ts";

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

/** The comparison of processor times as a part of `bench/RESULTS.md`. */
export function renderCpu(cpu: readonly CpuRow[], where: Circumstances): string {
  const head = ["harness", "cases", "CPU per case (ms)", "start-up CPU (ms)", "wall time (s)"];
  return [
    "## Engine: processor time",
    "",
    describeCircumstances(where),
    "",
    "![Processor time per case](engine/cpu.svg)",
    "",
    "Same stub server, same cases, same three checks, 50 calls at once. Processor time is user and system time of the whole process tree; the start-up is taken off by the difference of two runs. In the process, 1 000 different cases are asked several times.",
    "",
    ...table(head, cpu.map(cpuCells)),
    "",
    ...verdictTable(judgeCpu(cpu)),
    "",
  ].join("\n");
}

/** The memory of runs as a part of `bench/RESULTS.md`. */
export function renderMemory(memory: readonly MemoryRow[], where: Circumstances): string {
  const head = ["highest memory of Amtsprobe (MB)", "10 000 trials", "100 000 trials", "ratio"];
  return [
    "## Engine: memory",
    "",
    describeCircumstances(where),
    "",
    ...table(head, memory.map(memoryCells)),
    "",
    ...verdictTable(memory.flatMap(judgeMemory)),
    "",
  ].join("\n");
}

/** Start and resume as a part of `bench/RESULTS.md`. */
export function renderWaits(
  { resume, firstCall }: { readonly resume: ResumeTime; readonly firstCall: readonly number[] },
  where: Circumstances,
): string {
  return [
    "## Engine: start and resume",
    "",
    describeCircumstances(where),
    "",
    `Resume of 100 000 finished records: ${round(resume.openMs)} ms until it is known what is left, ${round(resume.wholeMs)} ms with planning.`,
    `Start of eval to its first call: ${firstCall.map((ms) => round(ms)).join(", ")} ms.`,
    "",
    ...verdictTable(judgeWaits(resume, firstCall)),
    "",
  ].join("\n");
}

function describeCircumstances({ date, machine, load, command }: Circumstances): string {
  return `${date}, ${machine}. Load of the machine ${load[0]} at the start, ${load[1]} at the end. Command: \`${command}\`. The figures are of one pass; they took the place of those of an earlier pass, if there was one, and no figure of this pass was left out.`;
}

function verdictTable(verdicts: readonly Verdict[]): string[] {
  return table(["demand", "measured", "met"], verdicts.map(verdictCells));
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
