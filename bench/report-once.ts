import { performance } from "node:perf_hooks";
import { readConclusion } from "../scripts/conclude.ts";
import { renderReport } from "../reports/html.ts";
import { reportNames } from "../reports/catalogue.ts";
import { writeReportFiles } from "../scripts/write-report-files.ts";

/** A process of its own: renders the report of the folder that is named and prints the cost as JSON. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("a run folder is needed");
const begin = performance.now();
const { findings, cards } = await readConclusion(folder);
writeReportFiles(folder, renderReport(findings, cards), reportNames.cases);
const wallMs = performance.now() - begin;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cost = { wallMs, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakBytes: maxRSS * 1024 };
process.stdout.write(`${JSON.stringify(cost)}\n`);
