import { execFileSync } from "node:child_process";
import { loadavg } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { programFolder } from "../scripts/folders.ts";

const costSchema = z.object({ wallMs: z.number(), cpuMs: z.number() });
type Cost = z.infer<typeof costSchema>;

/** Starts with the guard and as many without, in turns. */
const pairs = 40;

/**
 * What the guard costs at the start of a command (`npm run gate`): pairs of starts, so that a machine
 * whose speed changes does not decide. Prints the median of the differences and its 95 % interval.
 */
export function benchGuard(print: (line: string) => void): void {
  start("guarded");
  start("bare");
  const all = Array.from({ length: pairs }, () => ({
    guarded: start("guarded"),
    bare: start("bare"),
  }));
  const load = loadavg()
    .map((one) => one.toFixed(1))
    .join(", ");
  print(`${pairs} Paare von Starts; Last ${load}`);
  for (const [name, what] of [
    ["wallMs", "Wanduhr"],
    ["cpuMs", "Rechenzeit"],
  ] as const) {
    const [low, middle, high] = medianOf(
      all.map(({ guarded, bare }) => guarded[name] - bare[name]),
    );
    const of = (kind: "guarded" | "bare") => median(all.map((one) => one[kind][name]));
    print(
      `  ${what}: mit ${ms(of("guarded"))}, ohne ${ms(of("bare"))}, Unterschied ${ms(middle)} (95 %: ${ms(low)} bis ${ms(high)})`,
    );
  }
}

function start(kind: "guarded" | "bare"): Cost {
  const script = join(programFolder, "bench", "guard-once.ts");
  const words = [
    "--max-semi-space-size=4",
    "--heap-growing-percent=100",
    "--import",
    "tsx",
    script,
  ];
  const said = execFileSync(process.execPath, [...words, kind], { encoding: "utf8" });
  return costSchema.parse(JSON.parse(said));
}

/**
 * Median with a 95 % interval by order statistics (sign test): the ranks between which the median lies
 * with that probability, whatever the distribution. For 40 values ranks 14 and 27 (96.2 %).
 */
function medianOf(values: readonly number[]): readonly [number, number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[13] ?? Number.NaN, median(values), sorted[26] ?? Number.NaN];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  const upper = sorted[at] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[at - 1] ?? upper) + upper) / 2;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
