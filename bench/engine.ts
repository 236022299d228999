import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programFolder } from "../scripts/folders.ts";
import { compareCpu } from "./engine/compare.ts";
import { measureFirstCall } from "./engine/first-call.ts";
import { measureMemory } from "./engine/memory.ts";
import { drawCpu } from "./engine/plot.ts";
import { startStubServer } from "./engine/processes.ts";
import { describeMachine, loadNow, renderResults } from "./engine/report.ts";

/** Starts of `eval` whose way to the first call is measured. */
const starts = 5;

/**
 * Measures the engine beside other harnesses on one stub server, prints the table, and writes it to
 * `bench/RESULTS.md` with a picture.
 */
export async function benchEngine(cases: number, print: (line: string) => void): Promise<void> {
  const date = new Date().toISOString().slice(0, 16).replace("T", " ");
  const before = loadNow();
  const server = await startStubServer();
  try {
    print(`Rechenzeit je Fall (${cases} Fälle, im Prozess ${cases * 10}):`);
    const cpu = await compareCpu(cases, server.address, print);
    print("Höchster Arbeitsspeicher bei 10.000 und 100.000 Durchgängen:");
    const { rows: memory, resume } = await measureMemory(server.address, print);
    const firstCall = await measureFirstCall(server, starts);
    const text = renderResults(
      { cpu, memory, resume, firstCall },
      {
        date: `${date} UTC`,
        machine: describeMachine(),
        load: [before, loadNow()],
        command: `npm run bench -- engine --cases ${cases}`,
      },
    );
    print(`\n${text}`);
    writeFileSync(join(programFolder, "bench", "engine", "cpu.svg"), drawCpu(cpu));
    keepSection(join(programFolder, "bench", "RESULTS.md"), text);
  } finally {
    server.stop();
  }
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
