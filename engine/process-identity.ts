import { readFileSync } from "node:fs";

/**
 * A text that no other process has had since the machine exists, where the system tells: boot and
 * start time (Linux, proc(5): field 22 of `/proc/<pid>/stat`). Process numbers alone are given out
 * again. Absent when the process is gone, and on systems without `/proc`.
 */
export function identityOf(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the name in brackets, which may hold anything.
    const started = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return started === undefined ? undefined : `${boot}/${started}`;
  } catch {
    return undefined;
  }
}

/** True unless the process is surely gone, or another one has its number now. */
export function isAlive(pid: number, identity: string | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const present = identityOf(pid);
  return identity === undefined || present === undefined || present === identity;
}
