import { readFileSync } from "node:fs";

/** Linux: user and system time of a process in ticks of 1/100 s (proc(5), fields 14 and 15). */
export function cpuSecondsOf(pid: number | undefined): number | undefined {
  if (pid === undefined || process.platform !== "linux") return undefined;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /su, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
