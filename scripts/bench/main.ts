import { benchAnalysis } from "../../bench/analysis.ts";
import { benchEngine, engineParts, type EnginePart } from "../../bench/engine.ts";
import { runAgainstFaults } from "../../bench/faults.ts";
import { benchGraders } from "../../bench/graders.ts";
import { benchModels } from "../../bench/models.ts";
import { benchPromptfooImport } from "../../bench/promptfoo-import.ts";
import { benchTraining } from "../../bench/training.ts";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { parseOptions, wholeNumber, wrongUse } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { fromStart } from "../start-folder.ts";

const help = `npm run bench -- NAME

Misst die Geschwindigkeit auf diesem Rechner und gibt die Zahlen aus.

  graders            jeder Grader für sich, und der ganze Satz jeder Suite
  models             das eingebettete Modell neben dem Server von llama.cpp, dieselbe Datei
  analysis           die Auswertung eines Laufs mit 10 080 Durchgängen, 12 Gradern und 6 Modellen
  training           500 Übungen in allen Formaten aus einem Lauf mit über 10 000 Durchgängen
  promptfoo-import   eine Konfiguration von promptfoo mit 5000 Tests als Suite übernehmen
  promptfoo-wild     jede Konfiguration in --folder übernehmen und Urteil für Urteil mit promptfoo
                     vergleichen; führt deren Code aus
  engine             der Lauf neben promptfoo, Inspect AI und einer bloßen Schleife, am selben Stub;
                     schreibt bench/RESULTS.md. Inspect braucht ein Python mit inspect-ai und openai
                     (AMTSPROBE_BENCH_PYTHON nennt es)
  faults             10.000 Durchgänge gegen einen Stub mit 5 % gemischten Fehlern; druckt, was der
                     Lauf am Ende dazu sagt
  --part NAME        nur ein Teil von engine: cpu, memory oder start; mehrfach
  --folder ORDNER    Beispiele für promptfoo-wild, zum Beispiel examples aus promptfoos Quelltext
  --cases ZAHL       Fälle des Vergleichs (Vorgabe 1000)
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben · 3 Technik`;

const benches: ReadonlyMap<string, (print: (line: string) => void) => void | Promise<void>> =
  new Map([
    ["graders", benchGraders],
    ["models", benchModels],
    ["analysis", benchAnalysis],
    ["training", benchTraining],
    ["promptfoo-import", benchPromptfooImport],
  ]);

/** `npm run bench`. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = {
    cases: { type: "string" },
    part: { type: "string", multiple: true },
    folder: { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values, positionals } = parseOptions(words, options, "bench");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const [name, ...rest] = positionals;
  if (rest.length > 0) throw unknown(positionals);
  const simple = benches.get(name ?? "");
  if (simple !== undefined) await simple(printLine);
  else if (name === "engine") {
    const cases = wholeNumber(values.cases ?? "1000", "cases", 100);
    await benchEngine(readParts(values.part), cases, printLine);
  } else if (name === "promptfoo-wild") await benchWild(values.folder);
  else if (name === "faults") return benchFaults();
  else throw unknown(positionals);
  return exitCodes.done;
}

function readParts(names: readonly string[] | undefined): readonly EnginePart[] {
  if (names === undefined) return engineParts;
  return names.map((name) => {
    const part = engineParts.find((one) => one === name);
    if (part === undefined) throw wrongUse(`Den Teil „${name}“ gibt es nicht.`, "bench");
    return part;
  });
}

/** Loaded only here: it brings promptfoo along. */
async function benchWild(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw wrongUse("Es fehlt --folder ORDNER.", "bench");
  const { benchPromptfooWild } = await import("../../bench/promptfoo-wild.ts");
  await benchPromptfooWild(fromStart(folder), printLine);
}

/** Trials of the run against faults. */
const faultyTrials = 10_000;

async function benchFaults(): Promise<ExitCode> {
  const { code, summary, stderr, requests, faults } = await runAgainstFaults(faultyTrials);
  if (code !== 0) printError(stderr);
  printLine(summary);
  printLine(`Anfragen beim Stub: ${requests}, davon mit Absicht gescheitert:`);
  for (const [name, count] of Object.entries(faults)) printLine(`  ${count} × ${name}`);
  return code === 0 ? exitCodes.done : exitCodes.no;
}

function unknown(words: readonly string[]) {
  return wrongUse(`Diesen Vergleich gibt es nicht: ${words.join(" ")}`, "bench");
}
