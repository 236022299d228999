import { join, resolve } from "node:path";
import { benchAnalysis } from "../../bench/analysis.ts";
import { benchEngine, engineParts, type EnginePart } from "../../bench/engine.ts";
import { runAgainstFaults } from "../../bench/faults.ts";
import { benchGate } from "../../bench/gate.ts";
import { benchGuard } from "../../bench/guard.ts";
import { runFuzz } from "../../bench/fuzz.ts";
import { benchGraders } from "../../bench/graders.ts";
import { benchModels } from "../../bench/models.ts";
import { benchPromptfooImport } from "../../bench/promptfoo-import.ts";
import { benchReport } from "../../bench/report.ts";
import { runSoak } from "../../bench/soak.ts";
import { judgeSoak } from "../../bench/soak/judge.ts";
import { benchTraining } from "../../bench/training.ts";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { parseOptions, wholeNumber, wrongUse } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { fromStart, shownPath } from "../start-folder.ts";

const help = `npm run bench -- NAME

Misst die Geschwindigkeit auf diesem Rechner und gibt die Zahlen aus.

  graders            jeder Grader für sich, und der ganze Satz jeder Suite
  models             das eingebettete Modell neben dem Server von llama.cpp,
                     dieselbe Datei
  analysis           die Auswertung eines Laufs mit 10.080 Durchgängen, 12
                     Gradern und 6 Modellen
  gate               das Gate über zwei Läufe mit je 10.000 Durchgängen, mit
                     Start und allen Dateien
  guard              was die Wache über Verbindungen und Schlüssel beim Start
                     eines Befehls kostet
  report             der Bericht eines solchen Laufs: Darstellen, Größe, erstes
                     Bild in Chromium
  training           500 Übungen in allen Formaten aus einem Lauf mit über
                     10.000 Durchgängen
  promptfoo-import   eine Konfiguration von promptfoo mit 5000 Tests als Suite
                     übernehmen
  promptfoo-wild     jede Konfiguration in --folder übernehmen und Urteil für
                     Urteil mit promptfoo vergleichen; führt deren Code aus
  engine             der Lauf neben promptfoo, Inspect AI und einer bloßen
                     Schleife, am selben Stub; schreibt bench/RESULTS.md.
                     Inspect braucht ein Python mit inspect-ai und openai
                     (AMTSPROBE_BENCH_PYTHON nennt es)
  faults             10.000 Durchgänge gegen einen Stub mit 5 % gemischten
                     Fehlern; druckt, was der Lauf am Ende dazu sagt
  soak               100.000 Durchgänge gegen denselben Stub, 20 Sekunden nach
                     jedem Start mit SIGKILL beendet und fortgesetzt, immer
                     wieder: nichts verloren oder doppelt, Speicher und Handles
                     (--trials, --kill)
  --trials ZAHL      Durchgänge von soak (Vorgabe 100000; ein Vielfaches von
                     1000)
  --kill SEKUNDEN    wie lange nach jedem Start soak den Lauf beendet (Vorgabe
                     20)
  fuzz               gibt allen Lesern für Dateien und Antworten der Anbieter
                     beschädigte Eingaben (--minutes, --seed); was sie stört,
                     liegt danach in --out
  --minutes ZAHL     Dauer von fuzz (Vorgabe 10)
  --seed ZAHL        Anfang der Zufallszahlen von fuzz (Vorgabe: aus der Uhr,
                     wird genannt)
  --out ORDNER       wohin fuzz Eingaben schreibt (Vorgabe runs/fuzz)
  --part NAME        nur ein Teil von engine: cpu, memory oder start; mehrfach
  --folder ORDNER    Beispiele für promptfoo-wild, zum Beispiel examples aus
                     promptfoos Quelltext
  --threads ZAHL     Threads beider Seiten von models (Vorgabe: so viele, wie
                     Kerne frei sind)
  --cases ZAHL       Fälle des Vergleichs (Vorgabe 1000)
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben · 3 Technik`;

const benches: ReadonlyMap<string, (print: (line: string) => void) => void | Promise<void>> =
  new Map([
    ["graders", benchGraders],
    ["analysis", benchAnalysis],
    ["report", benchReport],
    ["training", benchTraining],
    ["gate", benchGate],
    ["guard", benchGuard],
    ["promptfoo-import", benchPromptfooImport],
  ]);

/** `npm run bench`. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = {
    cases: { type: "string" },
    trials: { type: "string" },
    kill: { type: "string" },
    minutes: { type: "string" },
    seed: { type: "string" },
    out: { type: "string" },
    part: { type: "string", multiple: true },
    folder: { type: "string" },
    threads: { type: "string" },
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
  else if (name === "models") await benchModels(printLine, threadsIn(values.threads));
  else if (name === "engine") {
    const cases = wholeNumber(values.cases ?? "1000", "cases", 100);
    await benchEngine(readParts(values.part), cases, printLine);
  } else if (name === "promptfoo-wild") await benchWild(values.folder);
  else if (name === "faults") return benchFaults();
  else if (name === "fuzz") return benchFuzz(values);
  else if (name === "soak") return benchSoak(values);
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

function threadsIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : wholeNumber(text, "threads", 1);
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

async function benchSoak(values: {
  readonly trials?: string | undefined;
  readonly kill?: string | undefined;
}): Promise<ExitCode> {
  const trials = wholeNumber(values.trials ?? "100000", "trials", 1000);
  if (trials % 1000 !== 0) throw wrongUse("--trials erwartet ein Vielfaches von 1000.", "bench");
  const seconds = wholeNumber(values.kill ?? "20", "kill", 1);
  const { lines, holds } = judgeSoak(await runSoak(trials, seconds * 1000, printError));
  for (const line of lines) printLine(line);
  return holds ? exitCodes.done : exitCodes.no;
}

async function benchFuzz(values: {
  readonly minutes?: string | undefined;
  readonly seed?: string | undefined;
  readonly out?: string | undefined;
}): Promise<ExitCode> {
  const minutes = wholeNumber(values.minutes ?? "10", "minutes", 1);
  const seed = wholeNumber(values.seed ?? String(Date.now() % 1_000_000), "seed", 0);
  const folder = values.out === undefined ? resolve("runs", "fuzz") : fromStart(values.out);
  printError(`${minutes} Minuten, Anfang der Zufallszahlen: ${seed}`);
  const { inputs, findings } = await runFuzz({ minutes, seed, folder });
  for (const { reader, input, problem } of findings) {
    printLine(`${reader}: ${shownPath(join(folder, reader, input))}\n${problem}`);
  }
  printLine(`${inputs} Eingaben, ${findings.length} Fehler.`);
  return findings.length === 0 ? exitCodes.done : exitCodes.no;
}

function unknown(words: readonly string[]) {
  const message =
    words.length === 0
      ? "Es fehlt der Name der Messung."
      : `Die Messung „${words.join(" ")}“ gibt es nicht.`;
  return wrongUse(message, "bench");
}
