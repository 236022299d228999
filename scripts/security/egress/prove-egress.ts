import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programFolder } from "../../folders.ts";
import { completionOf, startLoopbackChat } from "../loopback-chat.ts";
import { runScript, type ScriptResult } from "../run-script.ts";
import { writeMaterial, type Order } from "../every-command.ts";
import { writeSmallSuite, wrongAnswers } from "../small-suite.ts";
import { commandsToWatch } from "./commands-to-watch.ts";

/** What one command did under the watch. */
export interface WatchedCommand {
  readonly command: string;
  readonly code: number | null;
  /** Connections, questions to name servers and datagrams to elsewhere that got past the guard. */
  readonly passed: readonly string[];
  /** What the guard refused: somebody in the program tried. */
  readonly refused: readonly string[];
  /** The last line on stderr, to explain a code other than 0. */
  readonly said: string;
}

/** What the proof saw. */
export interface EgressProof {
  readonly commands: readonly WatchedCommand[];
  /** Ways out that were tried on purpose, those that were open, and how many refusals were named. */
  readonly attempts: { readonly tried: number; readonly open: readonly string[] };
  /** The attempts named on stderr. */
  readonly named: readonly string[];
  /** Questions that the model on this machine got: the commands really ran. */
  readonly questions: number;
}

const watch = new URL("watch.ts", import.meta.url).href;

/** Runs every command that could have a reason to connect, under a watch that shares no line with the guard. */
export async function proveEgress(): Promise<EgressProof> {
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-egress-"));
  const chat = await startLoopbackChat((response, _, call) => {
    response.end(completionOf(wrongAnswers[call % wrongAnswers.length] ?? ""));
  });
  try {
    const config = writeConfig(folder, chat.baseURL);
    writeMaterial(folder);
    const commands: WatchedCommand[] = [];
    for (const order of commandsToWatch(folder, config)) {
      const { result, passed } = await watched(folder, order);
      const said = result.stderr.trim().split("\n").at(-1) ?? "";
      const command = order.words.join(" ").replaceAll(folder, "…");
      commands.push({ command, code: result.code, passed, refused: refusalsIn(result), said });
    }
    const { result, passed } = await watched(folder, { words: ["security/egress/try-attempts"] });
    const attempts = JSON.parse(result.stdout) as { tried: number; open: string[] };
    const open = [...attempts.open, ...passed];
    const named = refusalsIn(result);
    return {
      commands,
      attempts: { ...attempts, open },
      named,
      questions: chat.questions(),
    };
  } finally {
    chat.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeConfig(folder: string, baseURL: string): string {
  const models = [
    { id: "compatible:stub", baseURL, model: "stub", apiKeyEnv: "HAUS_KI_KEY" },
    { id: "promptfoo:openai:chat:stub", baseURL, apiKeyEnv: "HAUS_KI_KEY" },
    { id: "baseline:copy" },
  ];
  const file = join(folder, "amtsprobe.yaml");
  const suites = [writeSmallSuite(folder, 3)];
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, suites, models }));
  return file;
}

async function watched(folder: string, order: Order) {
  const log = join(folder, "watch.log");
  rmSync(log, { force: true });
  const result = await runScript({
    ...order,
    environment: {
      HAUS_KI_KEY: "geheim-fuer-den-beweis-1",
      // Weights are looked for where they really lie; answers are not kept there.
      AMTSPROBE_CACHE: order.words.includes("--no-cache")
        ? process.env["AMTSPROBE_CACHE"]
        : join(folder, "cache"),
      NODE_OPTIONS: `--import=${watch}`,
      EGRESS_WATCH: log,
      INIT_CWD: folder,
    },
  });
  const passed = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
  return { result, passed };
}

function refusalsIn({ stderr }: ScriptResult): string[] {
  return [...stderr.matchAll(/^Verweigert: (?<what>.*)$/gmu)].map(
    ({ groups }) => groups?.["what"] ?? "",
  );
}

/**
 * The same proof in a network namespace in which there is nothing but this machine itself, where the
 * system lets one be made (Linux: `unshare`); says why not, where it does not.
 */
export function proveInNamespace(): EgressProof | string {
  const program = join(programFolder, "scripts", "security", "egress", "print-proof.ts");
  const script = 'ip link set lo up && exec "$@"';
  const words = ["-rn", "sh", "-c", script, "sh", process.execPath, "--import", "tsx", program];
  const { status, stdout, stderr, error } = spawnSync("unshare", words, {
    cwd: programFolder,
    encoding: "utf8",
  });
  if (status === 0) return JSON.parse(stdout) as EgressProof;
  return error?.message ?? `unshare: ${status}, ${stderr.trim().split("\n").at(-1)}`;
}
