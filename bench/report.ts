import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { z } from "zod";
import { programFolder } from "../scripts/folders.ts";
import { writeFindings } from "../scripts/conclude.ts";
import { startBrowser } from "./start-browser.ts";
import { largeRun } from "./large-run.ts";
import { writeRun } from "./write-run.ts";

/** 6 models × 4 variants × 10 suites × 42 cases = 10 080 trials. */
const size = { models: 6, graders: 12, suites: 10, casesPerSuite: 42 };
const rounds = 5;

const costSchema = z.object({ wallMs: z.number(), cpuMs: z.number(), peakBytes: z.number() });

/**
 * The report of a run of 10 080 trials: rendered by a process of its own, with its sizes, and the time
 * until Chromium paints its first content, each time in a new page.
 */
export async function benchReport(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-bench-"));
  try {
    const records = largeRun(size);
    writeRun(folder, records);
    const { failures } = await writeFindings(folder);
    print(`${records.trials.length} Durchgänge, ${failures.length} Fehlerkarten; Last ${load()}`);
    const { wallMs, cpuMs, peakBytes } = renderApart(folder);
    print(
      `  Lesen, Darstellen, Schreiben: ${seconds(wallMs)}, Rechenzeit mit Start ${seconds(cpuMs)}, Speicher ${megabytes(peakBytes)}; Last ${load()}`,
    );
    const pages = readdirSync(join(folder, "faelle")).map((name) => join(folder, "faelle", name));
    const sizes = pages.map((page) => statSync(page).size);
    print(
      `  report.html ${megabytes(statSync(join(folder, "report.html")).size)}, dazu ${pages.length} Dateien in faelle/, größte ${megabytes(Math.max(0, ...sizes))}`,
    );
    await benchPaint(join(folder, "report.html"), print);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function renderApart(folder: string): z.infer<typeof costSchema> {
  const script = join(programFolder, "bench", "report-once.ts");
  const words = ["--import", "tsx", script, folder];
  const text = execFileSync(process.execPath, words, { encoding: "utf8", cwd: programFolder });
  return costSchema.parse(JSON.parse(text));
}

async function benchPaint(file: string, print: (line: string) => void): Promise<void> {
  const started = await startBrowser();
  if (started.status === "absent") {
    print(`  erstes Bild nicht gemessen: ${started.reason}`);
    return;
  }
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- pages must not compete for the processor
    times.push(await firstPaint(started.browser, file));
  }
  await started.browser.close();
  const [median = 0] = times.toSorted((a, b) => a - b).slice(Math.floor(rounds / 2));
  const all = times.map((time) => `${Math.round(time)}`).join(", ");
  print(`  erstes Bild in Chromium: Median ${Math.round(median)} ms (${all} ms); Last ${load()}`);
}

/** Milliseconds from the start of the navigation to the first contentful paint. */
async function firstPaint(browser: Browser, file: string): Promise<number> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  const time = await page.waitForFunction(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime",
  );
  const value = z.number().parse(await time.jsonValue());
  await page.close();
  return value;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toLocaleString("de-DE", { maximumFractionDigits: 1 })} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString("de-DE", { maximumFractionDigits: 2 })} MB`;
}

function load(): string {
  return (loadavg()[0] ?? 0).toLocaleString("de-DE", { maximumFractionDigits: 1 });
}
