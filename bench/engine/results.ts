import type { CpuRow } from "./compare.ts";
import type { MemoryRow, ResumeTime } from "./memory.ts";

/** Everything that one run of the benchmark found. */
export interface EngineResults {
  readonly cpu: readonly CpuRow[];
  readonly memory: readonly MemoryRow[];
  readonly resume: ResumeTime;
  /** Milliseconds to the first call, one figure per start. */
  readonly firstCall: readonly number[];
}

/** A demand, what was measured, and whether it is met; absent where nothing was measured. */
export interface Verdict {
  readonly demand: string;
  readonly measured: string;
  readonly isMet: boolean | undefined;
}

/** Holds the results against the demands. */
export function judgeResults({ cpu, memory, resume, firstCall }: EngineResults): Verdict[] {
  const perCase = (name: string) => cpu.find((row) => row.name.startsWith(name))?.perCase;
  const sdk = perCase("Amtsprobe, openai");
  return [
    judgeRatio("CPU per case at most 1/7 of promptfoo's CLI", sdk, {
      other: perCase("promptfoo"),
      factor: 7,
    }),
    judgeRatio("CPU per case at most 1/15 of Inspect AI", sdk, {
      other: perCase("Inspect"),
      factor: 15,
    }),
    judge("CPU per case in the process at most 0.05 ms", perCase("Amtsprobe, model"), {
      most: 0.05,
      unit: "ms",
    }),
    ...memory.flatMap(judgeMemory),
    judge("start of eval to first call under 1 s (median)", median(firstCall), {
      most: 1000,
      unit: "ms",
    }),
    judge("resume of 100 000 records under 3 s", resume.openMs, { most: 3000, unit: "ms" }),
  ];
}

function judgeMemory({ way, shape, small, large }: MemoryRow): Verdict[] {
  const limit = way === "stub" ? 300 : 600;
  const where = `${way === "stub" ? "model in the process" : "openai SDK"}, ${shapeNames[shape]}`;
  return [
    judge(`memory at 100 000 trials under ${limit} MB (${where})`, large, {
      most: limit,
      unit: "MB",
    }),
    judge(`memory at 100 000 at most 1.3 × that at 10 000 (${where})`, large / small, {
      most: 1.3,
      unit: "×",
    }),
  ];
}

/** How 100 000 trials come about. */
export const shapeNames: Readonly<Record<MemoryRow["shape"], string>> = {
  attempts: "1 000 different cases with 10 or 100 attempts",
  cases: "as many different cases as trials",
};

function judge(
  demand: string,
  value: number | undefined,
  { most, unit }: { readonly most: number; readonly unit: string },
): Verdict {
  if (value === undefined) return { demand, measured: "not measured", isMet: undefined };
  return { demand, measured: `${round(value)} ${unit}`, isMet: value <= most };
}

function judgeRatio(
  demand: string,
  own: number | undefined,
  { other, factor }: { readonly other: number | undefined; readonly factor: number },
): Verdict {
  if (own === undefined || other === undefined) {
    return { demand, measured: "not measured", isMet: undefined };
  }
  return { demand, measured: `1/${(other / own).toFixed(1)}`, isMet: own * factor <= other };
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Three digits that count. */
export function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
