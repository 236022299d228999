import { readFileSync, readdirSync } from "node:fs";
import { cpuSecondsOf } from "./cpu-seconds.ts";

/**
 * Processor time used so far by this process and by those of its embedded models, in seconds; absent where
 * the system does not tell. A process that has ended counts no longer.
 */
export function embeddedCpuSeconds(): number | undefined {
  const own = cpuSecondsOf(process.pid);
  if (own === undefined) return undefined;
  const models = readdirSync("/proc").filter((name) => /^\d+$/u.test(name) && isModel(name));
  return models.reduce((sum, pid) => sum + (cpuSecondsOf(Number(pid)) ?? 0), own);
}

function isModel(pid: string): boolean {
  try {
    const parent = /^PPid:\s*(?<pid>\d+)$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return Number(parent?.groups?.["pid"]) === process.pid && words.includes("llama-process");
  } catch {
    // It ended in the meantime.
    return false;
  }
}
