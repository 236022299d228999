import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startLlamaServer, type LlamaServer } from "../../bench/llama-server.ts";
import { trialRecordSchema } from "../../core/trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { cacheFolder } from "../../models/cache-folder.ts";
import { catalog } from "../../models/catalog.ts";
import { ensureWeights } from "../../models/weights.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

const name = "smollm2-135m";
const cache = cacheFolder(process.env);
let server: LlamaServer | string = "";

beforeAll(async () => {
  const entry = catalog[name];
  if (entry === undefined) throw new Error(`${name} is not in the catalog`);
  const context = { environment: process.env, cacheFolder: cache };
  const file = await ensureWeights({ entry, context, report: say });
  const order = { file, contextSize: 4096, parallel: 1, threads: 1, cacheFolder: cache };
  server = await startLlamaServer({ ...order, shape: "embedded" });
});

afterAll(async () => {
  if (typeof server !== "string") await server.close();
});

interface Said {
  readonly answer: string;
  readonly finishReason: string;
}

/** The answers of a model in a run, by case, variant and input. */
async function answersOf(folder: string, model: string): Promise<Map<string, Said>> {
  const trials = await readSoundJournal(runFiles(folder).trials, trialRecordSchema);
  const said = trials.flatMap(({ outcome, ...trial }) =>
    trial.model === model && outcome.status === "completed"
      ? [[`${trial.case} ${trial.variant} ${trial.input}`, outcome] as const]
      : [],
  );
  return new Map(said);
}

/** Why two answers differ; absent where they are equal. */
function difference(here: Said, there: Said | undefined): string | undefined {
  if (there === undefined) return "keine Antwort vom Server";
  if (here.answer === there.answer) return undefined;
  // The embedded model stops an answer that goes round in circles, the server does not.
  const isLoop = here.finishReason === "length" && there.answer.startsWith(here.answer);
  if (isLoop) return "Schleife, eingebettet abgebrochen";
  const letters = Array.from(there.answer);
  const at = Array.from(here.answer).findIndex((letter, index) => letter !== letters[index]);
  return `ab Zeichen ${at}: eingebettet …${here.answer.slice(at, at + 30)}, Server …${there.answer.slice(at, at + 30)}`;
}

test(
  "one run with the embedded model beside the same file behind the server",
  { timeout: 900_000 },
  async (test_) => {
    if (typeof server === "string") {
      say(`Übersprungen: ${server}`);
      return test_.skip();
    }
    const folder = temporaryFolder();
    const config = writeIn(
      folder,
      "amtsprobe.yaml",
      `schemaVersion: 1
suites: [buergerfragen]
models:
  - id: llama:${name}
  - id: compatible:server
    baseURL: ${server.address}/v1
    model: ${name}
    limits: { concurrency: 1 }
`,
    );
    const out = join(folder, "lauf");
    const words = ["--config", config, "--profile", "quick", "--variant", "trained", "--no-cache"];
    const environment = { AMTSPROBE_CACHE: cache };
    const result = await runCommandLine("eval", [...words, "--out", out], { environment });
    say(result.stdout);
    expect(result).toMatchObject({ code: 0 });
    const here = await answersOf(out, `llama:${name}`);
    const there = await answersOf(out, "compatible:server");
    expect(here.size).toBeGreaterThanOrEqual(10);
    const differences = [...here].flatMap(([trial, said]) => {
      const found = difference(said, there.get(trial));
      return found === undefined ? [] : [`${trial}: ${found}`];
    });
    const unexplained = differences.filter((line) => !line.includes("Schleife"));
    say(`Gleiche Antworten: ${here.size - differences.length} von ${here.size}`);
    for (const line of differences) say(`  ${line}`);
    expect(unexplained.length / here.size).toBeLessThanOrEqual(0.1);
    return undefined;
  },
);

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
