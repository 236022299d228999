import { cpus, type CpuInfo } from "node:os";
import { setTimeout as wait } from "node:timers/promises";

/** How long the cores are watched, in milliseconds. */
const watched = 300;

/**
 * Cores that nobody else is using right now, rounded; never less than 1. Watched once per process,
 * so that everything that asks gets the same number.
 */
export async function freeCores(): Promise<number> {
  return (counted ??= watch());
}
let counted: Promise<number> | undefined;

async function watch(): Promise<number> {
  const before = cpus();
  const ownBefore = process.cpuUsage();
  const begin = performance.now();
  await wait(watched);
  const { user, system } = process.cpuUsage(ownBefore);
  const own = (user + system) / 1000 / (performance.now() - begin);
  return Math.max(1, Math.round(idleCores(before, cpus()) + own));
}

/** Idle time of all cores between two looks, in cores: two cores, one of them busy, are 1. */
export function idleCores(before: readonly CpuInfo[], after: readonly CpuInfo[]): number {
  return after.reduce((sum, core, index) => sum + idleShare(before[index], core), 0);
}

function idleShare(before: CpuInfo | undefined, after: CpuInfo): number {
  if (before === undefined) return 0;
  const total = totalTime(after) - totalTime(before);
  return total > 0 ? (after.times.idle - before.times.idle) / total : 0;
}

function totalTime({ times }: CpuInfo): number {
  return times.user + times.nice + times.sys + times.idle + times.irq;
}
