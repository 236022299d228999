import type { CpuRow } from "./compare.ts";
import type { MemoryRow, ResumeTime } from "./memory.ts";

/** A demand, what was measured, and whether it is met; absent where nothing was measured. */
export interface Verdict {
  readonly demand: string;
  readonly measured: string;
  readonly isMet: boolean | undefined;
}

/** Holds the processor times against the demands. */
export function judgeCpu(cpu: readonly CpuRow[]): Verdict[] {
  const perCase = (name: string) => cpu.find((row) => row.name.startsWith(name))?.perCase;
  const sdk = perCase("Amtsprobe, openai");
  const promptfoo = { other: perCase("promptfoo"), factor: 7 };
  const inspect = { other: perCase("Inspect"), factor: 15 };
  return [
    judgeRatio("CPU per case at most 1/7 of promptfoo's CLI", sdk, promptfoo),
    judgeRatio("CPU per case at most 1/15 of Inspect AI", sdk, inspect),
    judge("CPU per case in the process at most 0.05 ms", perCase("Amtsprobe, model"), {
      most: 0.05,
      unit: "ms",
    }),
  ];
}

/** Holds the waits against the demands. */
export function judgeWaits(resume: ResumeTime, firstCall: readonly number[]): Verdict[] {
  const start = { most: 1000, unit: "ms" };
  return [
    judge("start of eval to first call under 1 s (median)", median(firstCall), start),
    judge("resume of 100 000 records under 3 s", resume.openMs, { most: 3000, unit: "ms" }),
  ];
}

/** Holds the memory of one way of calling against the demands. */
export function judgeMemory({ way, shape, small, large }: MemoryRow): Verdict[] {
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
