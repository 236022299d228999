import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programFolder } from "../scripts/folders.ts";
import { compareCpu } from "./engine/compare.ts";
import { measureFirstCall } from "./engine/first-call.ts";
import { measureMemory, measureResume } from "./engine/memory.ts";
import { drawCpu } from "./engine/plot.ts";
import { startStubServer } from "./engine/processes.ts";
import {
  describeMachine,
  loadNow,
  renderCpu,
  renderMemory,
  renderWaits,
  type Circumstances,
} from "./engine/report.ts";

/** Starts of `eval` whose way to the first call is measured. */
const starts = 5;

/** Parts of the benchmark that can be run by themselves. */
export const engineParts = ["cpu", "memory", "start"] as const;
export type EnginePart = (typeof engineParts)[number];

/**
 * Measures the engine beside other harnesses on one stub server, prints tables, and writes them to
 * `bench/RESULTS.md` with a picture, part by part.
 */
export async function benchEngine(
  parts: readonly EnginePart[],
  cases: number,
  print: (line: string) => void,
): Promise<void> {
  const server = await startStubServer();
  const measure: Readonly<Record<EnginePart, () => Promise<Render>>> = {
    cpu: async () => {
      const rows = await compareCpu(cases, server.address, print);
      writeFileSync(join(programFolder, "bench", "engine", "cpu.svg"), drawCpu(rows));
      return (where) => renderCpu(rows, where);
    },
    memory: async () => {
      const rows = await measureMemory(server.address, print);
      return (where) => renderMemory(rows, where);
    },
    start: async () => {
      const firstCall = await measureFirstCall(server, starts);
      const resume = await measureResume();
      return (where) => renderWaits({ resume, firstCall }, where);
    },
  };
  try {
    for (const part of parts) {
      print(`${part}:`);
      const text = await circumstanced(measure[part], `--part ${part} --cases ${cases}`);
      print(`\n${text}`);
      keepSection(join(programFolder, "bench", "RESULTS.md"), text);
    }
  } finally {
    server.stop();
  }
}

type Render = (where: Circumstances) => string;

/** Measures and says when, where, and how busy the machine was. */
async function circumstanced(measure: () => Promise<Render>, words: string): Promise<string> {
  const date = `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const before = loadNow();
  const render = await measure();
  const command = `npm run bench -- engine ${words}`;
  return render({ date, machine: describeMachine(), load: [before, loadNow()], command });
}

/** Puts a section in the place of the one with the same heading; others stay. */
export function keepSection(file: string, section: string): void {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "# Results\n";
  const heading = section.slice(0, section.indexOf("\n"));
  const parts = before.split(/^(?=## )/mu);
  const others = parts.filter((part) => !part.startsWith(`${heading}\n`));
  const all = [...others, section].map((part) => part.trimEnd());
  writeFileSync(file, `${all.join("\n\n")}\n`);
}
