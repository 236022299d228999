import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { cpuSecondsOf } from "./cpu-seconds.ts";

/**
 * llama.cpp's own HTTP server, from a Python wheel: the build (b11063) whose arithmetic on x64 is that
 * of node-llama-cpp's (llama.cpp 0.5.0). Later builds multiply matrices in another order, and their
 * answers part where two tokens are nearly equal: docs/decisions/0053-same-build-same-shape.md.
 */
const wheel = "xllamacpp==2026.9.11063";

const program = `
import sys, time, xllamacpp as x
p = x.CommonParams(); p.model.path = sys.argv[1]
p.n_ctx = int(sys.argv[2]); p.n_parallel = int(sys.argv[3]); p.cpuparams.n_threads = int(sys.argv[4])
p.hostname = '127.0.0.1'; p.port = int(sys.argv[5])
if sys.argv[6] == 'embedded':
    p.flash_attn_type = x.llama_flash_attn_type.LLAMA_FLASH_ATTN_TYPE_DISABLED
    p.swa_full = True; p.n_ctx_checkpoints = 0; p.n_batch = 512; p.n_ubatch = 512
server = x.Server(p); print('address', server.listening_address, flush=True)
sys.stdin.read()
`;

/** How the server is to run. */
export interface ServerOrder {
  readonly file: string;
  /** Tokens of context for each answer. */
  readonly contextSize: number;
  /** Answers at once. */
  readonly parallel: number;
  readonly threads: number;
  /**
   * `embedded`: evaluates as `models/llama-weights.ts` does (no flash attention, whole sliding-window
   * cache, no checkpoints, batches of 512); `own`: as the server does when it is told nothing.
   */
  readonly shape: "embedded" | "own";
  /** Folder in which the Python environment is made once. */
  readonly cacheFolder: string;
}

/** A running server. */
export interface LlamaServer {
  /** Without a path. */
  readonly address: string;
  /** Processor time used so far, in seconds; absent where the system does not tell. */
  readonly cpuSeconds: () => number | undefined;
  readonly close: () => Promise<void>;
}

/**
 * Starts a llama.cpp server on the loopback with the weights of a file. Gives a German sentence that
 * says what is missing when there is no Python 3 or the wheel cannot be had.
 */
export async function startLlamaServer(order: ServerOrder): Promise<LlamaServer | string> {
  const python = await findPython(order.cacheFolder);
  if (python.path === undefined) return python.reason;
  const { file, contextSize, parallel, threads } = order;
  const port = 20_000 + (process.pid % 20_000);
  const counts = [contextSize * parallel, parallel, threads, port].map(String);
  const child = spawn(python.path, ["-c", program, file, ...counts, order.shape], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const address = await firstAddress(child);
  const close = async () => stop(child);
  if (address === undefined) {
    await close();
    return "Der llama.cpp-Server ist nicht hochgekommen.";
  }
  const cpuSeconds = () => cpuSecondsOf(child.pid);
  return { address: `http://127.0.0.1:${port}`, cpuSeconds, close };
}

type Found = { readonly path: string } | { readonly path: undefined; readonly reason: string };

const run = promisify(execFile);

async function findPython(cacheFolder: string): Promise<Found> {
  const folder = join(cacheFolder, wheel.replace("==", "-"));
  const path = join(folder, "bin", "python");
  if (existsSync(join(folder, "fertig"))) return { path };
  try {
    await mkdir(cacheFolder, { recursive: true });
    await run("python3", ["-m", "venv", folder]);
    await run(path, ["-m", "pip", "install", "--quiet", wheel]);
    await run(path, ["-c", "import xllamacpp"]);
    await mkdir(join(folder, "fertig"));
    return { path };
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    const missing = "Kein llama.cpp-Server: Python 3 mit pip oder das Paket xllamacpp fehlt";
    return { path: undefined, reason: `${missing} (${reason}).` };
  }
}

async function firstAddress(child: ChildProcess): Promise<string | undefined> {
  if (child.stdout === null) return undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /^address (?<address>\S+)/u.exec(line)?.groups?.["address"];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The program ends with its input; what does not end then is killed. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.stdin?.end();
  const timer = setTimeout(() => child.kill("SIGKILL"), 2000);
  await ended;
  clearTimeout(timer);
}
