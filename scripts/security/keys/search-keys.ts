import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runScript, type ScriptResult } from "../run-script.ts";
import { everyCommand, writeMaterial, type Order } from "../every-command.ts";
import { writeSmallSuite } from "../small-suite.ts";
import { filesOf, filesUnder, watchProcesses, type Channel } from "./channels.ts";
import { waysToEnd } from "./crash.ts";
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
    const written = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => filesUnder(join(folder, name), name));
    const channels = [...said, ...written, ...filesOf(folder), ...processes.stop()];
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
  const configs = Object.keys(keys).map((variable) => writeConfig(folder, port, variable));
  const [first = "", second = ""] = configs;
  const password = planted.at(-1)?.value ?? "";
  const environment = {
    ...keys,
    HTTP_PROXY: `http://nutzer:${password}@127.0.0.1:${port}`,
    AMTSPROBE_CACHE: join(folder, "cache"),
    NODE_OPTIONS: "--report-on-fatalerror --report-uncaught-exception",
    INIT_CWD: folder,
    // Else promptfoo waits for minutes after every 429, also of a run that it only repeats.
    PROMPTFOO_DISABLE_ADAPTIVE_SCHEDULER: "1",
    PROMPTFOO_REQUEST_BACKOFF_MS: "1",
  };
  const channels: Channel[] = [];
  for (const order of commandsToSearch(folder, [first, second])) {
    const result = await runScript({ ...order, environment, onStart });
    channels.push(...outputsOf(order.words.slice(0, 2).join(" "), result));
  }
  return channels;
}

/** Runs with every fault, everything that is made of them, and promptfoo asking the models itself. */
function commandsToSearch(
  folder: string,
  [config, second]: readonly [string, string],
): readonly Order[] {
  writeMaterial(folder);
  // Where the commands are typed stand the settings with both keys.
  writeSettings(join(folder, "amtsprobe.yaml"), configuredModels);
  const [run, other] = [join(folder, "lauf"), join(folder, "lauf-json")];
  const shown = ["antwort", "401", "proxy"].flatMap((name) => ["--model", `compatible:${name}`]);
  const exported = join(folder, "fragt.yaml");
  const asking = ["--suite", join(folder, "probe"), "--config", config, ...shown];
  const verbose = ["--log-format", "json", "--json"];
  return [
    { words: ["eval", "--config", config, "--out", run] },
    { words: ["eval", "--config", second, "--out", other, ...verbose] },
    ...everyCommand({ folder, config, run, other, model: "compatible:antwort" }),
    { words: ["models", "--config", config, "--test", ...shown] },
    { words: ["promptfoo", "export", ...asking, "--out", exported] },
    { words: ["promptfoo", "run", "eval", "-c", exported, "--no-cache", "--verbose"] },
  ];
}

async function runCrashes({ folder, onStart }: Surroundings): Promise<Channel[]> {
  const place = join(folder, "abstuerze");
  mkdirSync(place);
  const reports = ["--report-on-fatalerror", "--report-uncaught-exception", "--report-compact"];
  const nodeWords = [...reports, `--report-directory=${place}`, "--max-old-space-size=60"];
  const channels: Channel[] = [];
  for (const how of waysToEnd) {
    const words = ["security/keys/try-crash", how];
    const environment = { ...keys, NODE_DEBUG: how === "debugging" ? "http,net,tls,fetch" : "" };
    const result = await runScript({ words, nodeWords, environment, onStart });
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
  return writeSettings(join(folder, `${apiKeyEnv}.yaml`), models);
}

/** Both keys in settings that no command of the search asks. */
const configuredModels = Object.keys(keys).map((apiKeyEnv) => ({
  id: `compatible:${apiKeyEnv.toLowerCase()}`,
  baseURL: "http://127.0.0.1:9/v1",
  model: "stub",
  apiKeyEnv,
}));

function writeSettings(file: string, models: readonly object[]): string {
  const suites = [writeSmallSuite(dirname(file), 1)];
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
