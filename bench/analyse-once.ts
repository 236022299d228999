import { performance } from "node:perf_hooks";
import { writeFindings } from "../scripts/conclude.ts";

/** A process of its own: analyses the folder that is named and prints what it cost, as JSON. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("a run folder is needed");
const begin = performance.now();
await writeFindings(folder);
const wallMs = performance.now() - begin;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cost = { wallMs, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakBytes: maxRSS * 1024 };
process.stdout.write(`${JSON.stringify(cost)}\n`);
