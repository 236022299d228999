import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript, type ScriptResult } from "../run-script.ts";
import { writeSmallSuite } from "../small-suite.ts";
import { filesUnder, watchProcesses, type Channel } from "./channels.ts";
import { faults, startEchoServer } from "./echo-server.ts";
import { formsOf, planted } from "./planted.ts";

/** What the search looked through and found. */
export interface KeySearch {
  readonly channels: readonly string[];
  readonly faults: number;
  readonly secrets: number;
  /** Forms of secrets that were looked for in every channel. */
  readonly forms: number;
  /** Requests at which the server saw a key and sent it back. */
  readonly requests: number;
  /** Marks of masking that stand in the channels: the echo did come that far. */
  readonly masked: number;
  readonly found: readonly string[];
}

const keys = Object.fromEntries(
  planted.flatMap(({ variable, value }) => (variable === undefined ? [] : [[variable, value]])),
);

/**
 * Runs the evaluation against a server that does every fault and says the key while doing so, then
 * everything that makes something of the run, then ways to crash; and searches all that came out.
 */
export async function searchKeys(): Promise<KeySearch> {
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-keys-"));
  const server = await startEchoServer();
  const processes = watchProcesses();
  try {
    const surroundings = { folder, port: server.port, onStart: processes.add };
    const said = [...(await runCommands(surroundings)), ...(await runCrashes(surroundings))];
    const written = ["lauf", "lauf-json", "cache", "abstuerze"].flatMap((name) =>
      filesUnder(join(folder, name), name),
    );
    const channels = [...said, ...written, ...processes.stop()];
    return {
      ...searched(channels),
      faults: Object.keys(faults).length,
      requests: server.requests(),
    };
  } finally {
    processes.stop();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Surroundings {
  readonly folder: string;
  readonly port: number;
  readonly onStart: (pid: number) => void;
}

async function runCommands({ folder, port, onStart }: Surroundings): Promise<Channel[]> {
  const [first, second] = Object.keys(keys).map((variable) => writeConfig(folder, port, variable));
  const [run, other] = [join(folder, "lauf"), join(folder, "lauf-json")];
  const password = planted.at(-1)?.value ?? "";
  const environment = {
    ...keys,
    HTTP_PROXY: `http://nutzer:${password}@127.0.0.1:${port}`,
    AMTSPROBE_CACHE: join(folder, "cache"),
    NODE_OPTIONS: "--report-on-fatalerror --report-uncaught-exception",
    INIT_CWD: folder,
  };
  const shown = ["antwort", "401", "proxy"].flatMap((name) => ["--model", `compatible:${name}`]);
  const commands: readonly (readonly string[])[] = [
    ["eval", "--config", first ?? "", "--out", run],
    ["eval", "--config", second ?? "", "--out", other, "--log-format", "json", "--json"],
    ["models", "--config", first ?? "", "--test", ...shown],
    ["regrade", run],
    ["analyse", run, "--json"],
    ["report", run, "--format", "html,csv,markdown"],
    ["training", run, "--out", join(folder, "schulung")],
  ];
  const channels: Channel[] = [];
  for (const words of commands) {
    const result = await runScript({ words, environment, onStart });
    channels.push(...outputsOf(words[0] ?? "", result));
  }
  return channels;
}

async function runCrashes({ folder, onStart }: Surroundings): Promise<Channel[]> {
  const place = join(folder, "abstuerze");
  mkdirSync(place);
  const reports = ["--report-on-fatalerror", "--report-uncaught-exception", "--report-compact"];
  const nodeWords = [...reports, `--report-directory=${place}`, "--max-old-space-size=60"];
  const channels: Channel[] = [];
  for (const how of ["throw", "later", "rejected", "report", "memory", "child"]) {
    const words = ["security/keys/try-crash", how];
    const result = await runScript({ words, nodeWords, environment: keys, onStart });
    channels.push(...outputsOf(`Absturz ${how}`, result));
  }
  return channels;
}

function outputsOf(name: string, { stdout, stderr }: ScriptResult): Channel[] {
  return [
    { name: `${name}: stdout`, content: stdout },
    { name: `${name}: stderr`, content: stderr },
  ];
}

/** A model for every fault with one of the keys, and one behind the proxy. */
function writeConfig(folder: string, port: number, apiKeyEnv: string): string {
  const server = `http://127.0.0.1:${port}`;
  const places = Object.entries({
    ...Object.fromEntries(Object.keys(faults).map((name) => [name, `${server}/${name}/v1`])),
    proxy: "http://ki.amt.example/407/v1",
    "antwort-proxy": "http://ki.amt.example/antwort/v1",
  });
  const models = places.map(([name, baseURL]) => ({
    id: `compatible:${name}`,
    baseURL,
    model: "stub",
    apiKeyEnv,
  }));
  const file = join(folder, `${apiKeyEnv}.yaml`);
  const suites = [writeSmallSuite(folder, 1)];
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, suites, models, variants: ["trained"] }));
  return file;
}

/** Looks for every form of every secret in every channel. */
export function searched(channels: readonly Channel[]): Omit<KeySearch, "faults" | "requests"> {
  const wanted = planted.flatMap(({ title, value }) =>
    Object.entries(formsOf(value)).map(([form, text]) => ({ title, form, text })),
  );
  const found = channels.flatMap(({ name, content }) =>
    wanted
      .filter(({ text }) => content.includes(text))
      .map(({ title, form }) => `${name}: ${title}, ${form}`),
  );
  const masked = channels.reduce((sum, { content }) => sum + content.split("•••").length - 1, 0);
  const names = channels.map(({ name }) => name);
  return { channels: names, secrets: planted.length, forms: wanted.length, masked, found };
}
