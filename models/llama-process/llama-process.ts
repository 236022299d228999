import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { UserError } from "../../core/user-error.ts";
import { WeightsLost, type Interrupts } from "../answering-sequence.ts";
import { withoutSecrets } from "../egress/secrets.ts";
import type { FromProcess, SentError, TaskName, Tasks, ToProcess } from "./messages.ts";

/** How the process is started. */
export interface ProcessOptions {
  /** Default: the program that runs llama.cpp. */
  readonly program?: URL | undefined;
  /** Milliseconds between an interruption and the end by force, for a library that does not come back. */
  readonly graceMs?: number | undefined;
}

/** A task that is not answered yet. */
interface Waiting {
  readonly resolve: (result: Tasks[TaskName]["result"]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A process in which one embedded model runs. Its thread pool has one thread: llama.cpp's helper threads
 * then stay on their core. It gets no secret, ends with this program and not before it, and does not keep
 * it running while nothing is asked.
 */
export class LlamaProcess {
  readonly #child: ChildProcess;
  readonly #graceMs: number;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #asked = 0;
  #lost: WeightsLost | undefined;

  constructor({ program = ownProgram, graceMs = 10_000 }: ProcessOptions = {}) {
    this.#graceMs = graceMs;
    this.#child = fork(fileURLToPath(program), [], {
      env: { ...withoutSecrets(process.env), ...ownVariables },
      execArgv: typescriptWords(),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#child.on("message", (message) => this.#receive(message as FromProcess));
    this.#child.once("error", (error) => this.#lose(error.message));
    this.#ended = new Promise((resolve) => {
      this.#child.once("exit", (code, signal) => {
        this.#lose(signal ?? `Code ${code}`);
        resolve();
      });
    });
    this.#rest();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /**
   * Hands the process a task and gives back its result. Rejects with what the task throws, with a
   * `WeightsLost` when the process ends before. Interruptions are passed on; who does not heed them
   * within the time of grace is killed.
   */
  async ask<Name extends TaskName>(
    task: Name,
    order: Tasks[Name]["order"],
    interrupts?: Interrupts,
  ): Promise<Tasks[Name]["result"]> {
    if (this.#lost !== undefined) throw this.#lost;
    const id = (this.#asked += 1);
    const answered = new Promise<Tasks[TaskName]["result"]>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#rest();
    this.#send({ id, task, order } as ToProcess);
    const release = this.#passOn(id, interrupts);
    try {
      return await answered;
    } finally {
      release();
      this.#waiting.delete(id);
      this.#rest();
    }
  }

  /** Ends the process, whatever it is doing. */
  async end(): Promise<void> {
    if (this.#lost !== undefined) return;
    this.#child.ref();
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  /** Tells the process of interruptions; gives back what stops that. */
  #passOn(id: number, interrupts: Interrupts | undefined): () => void {
    const timers: NodeJS.Timeout[] = [];
    const done = new AbortController();
    for (const by of ["signal", "deadline"] as const) {
      const pass = (): void => {
        this.#send({ id, task: "interrupt", by });
        timers.push(setTimeout(() => this.#child.kill("SIGKILL"), this.#graceMs));
      };
      const source = interrupts?.[by];
      if (source?.aborted === true) pass();
      else source?.addEventListener("abort", pass, { once: true, signal: done.signal });
    }
    return () => {
      done.abort();
      for (const timer of timers) clearTimeout(timer);
    };
  }

  #send(message: ToProcess): void {
    // An error here means that the process is gone; its end tells whoever waits.
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  #receive(message: FromProcess): void {
    const waiting = this.#waiting.get(message.id);
    if ("result" in message) waiting?.resolve(message.result);
    else waiting?.reject(receivedError(message.error));
  }

  #lose(how: string): void {
    this.#lost ??= new WeightsLost(lostMessage(how));
    for (const { reject } of this.#waiting.values()) reject(this.#lost);
  }

  /** Whoever waits for an answer keeps this program running, and nothing else does. */
  #rest(): void {
    const hold = this.#waiting.size > 0 ? "ref" : "unref";
    this.#child[hold]();
    this.#child.channel?.[hold]();
  }
}

const ownProgram = new URL("./program.ts", import.meta.url);

/** llama.cpp shall not start a debugger when it breaks off. */
const ownVariables = { UV_THREADPOOL_SIZE: "1", GGML_NO_BACKTRACE: "1" };

/** Node.js reads TypeScript by itself from 24 on. */
function typescriptWords(): string[] {
  const [major] = process.versions.node.split(".");
  return Number(major) < 24 ? ["--import", import.meta.resolve("tsx")] : [];
}

function receivedError({ message, user }: SentError): Error {
  return user === undefined ? new Error(message) : new UserError(message, user);
}

function lostMessage(how: string): string {
  const memory =
    how === "SIGKILL"
      ? " Meist heißt das, dass der Arbeitsspeicher nicht reicht: Schließen Sie andere Programme, oder nehmen Sie ein kleineres Modell."
      : "";
  return `Das eingebettete Modell ist mitten in der Arbeit ausgefallen (${how}).${memory}`;
}
