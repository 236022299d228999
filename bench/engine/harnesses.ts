import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { programFolder } from "../../scripts/folders.ts";
import { programPath, runMeasured, type Measured, type Program } from "./processes.ts";
import { concurrency, inputOf, longestAnswer, template } from "./workload.ts";

/** A way to ask the stub and check its answers. */
export interface Harness {
  readonly name: string;
  /** Cases at which it is measured. */
  readonly cases: number;
  readonly program: (cases: number, place: Place) => Program;
  /** A plain word why it is not measured here; absent when it can be. */
  readonly missing?: (() => Promise<string | undefined>) | undefined;
}

/** Where a harness finds the stub and may write. */
export interface Place {
  readonly address: string;
  /** An empty folder of its own. */
  readonly folder: string;
}

/** Flags that `npm run eval` gives to Node.js as well. */
export const nodeFlags = ["--max-semi-space-size=16", "--heap-growing-percent=25"];

/** Different cases of the run in the process; beyond, each is asked several times. */
const mostCases = 1000;

const amtsprobe = (way: "stub" | "sdk") => (cases: number, place: Place) => ({
  words: [
    process.execPath,
    ...nodeFlags,
    programPath("run-amtsprobe.ts"),
    way,
    join(place.folder, "lauf"),
    String(way === "stub" ? Math.min(cases, mostCases) : cases),
    String(way === "stub" ? Math.max(1, cases / mostCases) : 1),
    place.address,
  ],
});

/** The harnesses of the comparison, each with the same cases, checks and calls at once. */
export function makeHarnesses(cases: number): readonly Harness[] {
  return [
    { name: "Amtsprobe, model in the process", cases: cases * 100, program: amtsprobe("stub") },
    { name: "Amtsprobe, openai SDK", cases, program: amtsprobe("sdk") },
    { name: "promptfoo CLI", cases, program: promptfoo },
    { name: "Inspect AI", cases, program: inspect, missing: missingInspect },
    { name: "bare fetch loop", cases, program: bareFetch },
  ];
}

/** The command line of promptfoo, with its network calls switched off or sent to a closed port. */
function promptfoo(cases: number, { address, folder }: Place): Program {
  const config = {
    prompts: [template],
    providers: [
      {
        id: "openai:chat:stub",
        config: { apiBaseUrl: address, apiKey: "none", max_tokens: 300, temperature: 0 },
      },
    ],
    defaultTest: {
      assert: [
        { type: "contains", value: "37 Euro" },
        { type: "not-contains", value: "Passwort" },
        { type: "javascript", value: `output.length < ${longestAnswer}` },
      ],
    },
    tests: Array.from({ length: cases }, (_, index) => ({ vars: inputOf(index) })),
  };
  const file = join(folder, "promptfooconfig.json");
  writeFileSync(file, JSON.stringify(config));
  const words = ["eval", "-c", file, "--no-cache", "-j", String(concurrency)];
  return {
    words: [
      join(programFolder, "node_modules", ".bin", "promptfoo"),
      ...words,
      "--no-progress-bar",
      "--no-table",
    ],
    environment: {
      PROMPTFOO_CONFIG_DIR: join(folder, "promptfoo"),
      PROMPTFOO_DISABLE_TELEMETRY: "1",
      PROMPTFOO_DISABLE_UPDATE: "1",
      PROMPTFOO_DISABLE_REMOTE_GENERATION: "1",
      HTTPS_PROXY: "http://127.0.0.1:9",
      NO_PROXY: "127.0.0.1,localhost",
      NO_COLOR: "1",
    },
  };
}

/** The Python that has Inspect: named by AMTSPROBE_BENCH_PYTHON, else `python3`. */
function python(): string {
  return process.env["AMTSPROBE_BENCH_PYTHON"] ?? "python3";
}

async function missingInspect(): Promise<string | undefined> {
  const { code } = await runMeasured({ words: [python(), "-c", "import inspect_ai, openai"] });
  if (code === 0) return undefined;
  return `not measured: ${python()} has no inspect-ai (pip install inspect-ai openai; AMTSPROBE_BENCH_PYTHON names another Python)`;
}

function inspect(cases: number, { address, folder }: Place): Program {
  const shape = { template, longestAnswer, concurrency, ...patternOf() };
  const words = [programPath("inspect_run.py"), String(cases), address, join(folder, "logs")];
  return { words: [python(), ...words, JSON.stringify(shape)] };
}

/** Question and text with `#` in the place of the number. */
function patternOf() {
  const { question, text } = inputOf(7);
  return { question: question.replace("7", "#"), text: text.replace("7", "#") };
}

function bareFetch(cases: number, { address, folder }: Place): Program {
  const file = join(folder, "lines.jsonl");
  return { words: [process.execPath, programPath("run-fetch.ts"), String(cases), address, file] };
}

/** Runs a harness; a failure is an error, so that no figure of half a run gets into the table. */
export async function runHarness(harness: Harness, cases: number, place: Place): Promise<Measured> {
  const measured = await runMeasured(harness.program(cases, place));
  if (measured.code === 0) return measured;
  const said = `${measured.stdout}\n${measured.stderr}`.trim().slice(-2000);
  throw new Error(`${harness.name} ended with ${measured.code}: ${said}`);
}
