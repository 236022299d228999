import { performance } from "node:perf_hooks";
import { main } from "../scripts/gate/main.ts";

/** A process of its own: compares two run folders and prints what it cost since its start, as JSON. */
const [baseline = "", candidate = "", out = ""] = process.argv.slice(2);
const code = await main([
  "--baseline",
  baseline,
  "--candidate",
  candidate,
  "--out",
  out,
  "--force",
]);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cost = {
  code,
  wallMs: performance.now(),
  cpuMs: (userCPUTime + systemCPUTime) / 1000,
  peakBytes: maxRSS * 1024,
};
process.stdout.write(`${JSON.stringify(cost)}\n`);
