import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreRecordSchema, trialRecordSchema } from "../../core/trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { programFolder } from "../../scripts/folders.ts";
import { killableConcurrency, killableTrials } from "../helpers/killable-run.ts";
import { listenOnLoopback } from "../helpers/listen-on-loopback.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const trials = 2000;
const kills = 100;

/** How a life of the process ends: at which call, and whether that call is answered before. */
interface Life {
  readonly lastCall: number;
  readonly isAnswered: boolean;
}

const lives: readonly Life[] = fc.sample(
  fc.record({ lastCall: fc.integer({ min: 1, max: 36 }), isAnswered: fc.boolean() }),
  { seed: 20261123, numRuns: kills },
);

/** A server that counts what it is asked and kills whoever asks, when it is told to. */
async function startDeadlyServer() {
  const state = { calls: 0, left: Number.POSITIVE_INFINITY, isAnswered: false };
  let victim: ChildProcess | undefined;
  const kill = (): void => void victim?.kill("SIGKILL");
  const server = createServer((request, response) => {
    const respond = (body: string): void => {
      state.calls += 1;
      state.left -= 1;
      // Long answers are written in several pages, which a kill can tear apart.
      const answer = `${body} `.repeat(1 + ((state.calls * 7919) % 200));
      if (state.left === 0 && !state.isAnswered) kill();
      else response.end(answer, () => state.left === 0 && kill());
    };
    // The sockets of the killed break off.
    void text(request).then(respond, () => undefined);
  });
  const port = await listenOnLoopback(server);
  return {
    state,
    address: `http://127.0.0.1:${port}`,
    aimAt: (child: ChildProcess, { lastCall, isAnswered }: Life) => {
      victim = child;
      Object.assign(state, { left: lastCall, isAnswered });
    },
  };
}

test(
  `killed ${kills} times with kill -9 it loses nothing, records nothing twice, and pays twice at most what was under way`,
  { timeout: 300_000 },
  async () => {
    const folder = join(temporaryFolder(), "lauf");
    const compiled = temporaryFolder();
    const server = await startDeadlyServer();
    const program = join(programFolder, "tests", "helpers", "killable-run.ts");
    const live = async (life: Life, count = trials) => {
      const child = spawn(process.execPath, [program, folder, server.address, String(count)], {
        env: { ...process.env, NODE_COMPILE_CACHE: compiled },
        stdio: ["ignore", "inherit", "inherit"],
      });
      server.aimAt(child, life);
      return new Promise((resolve) => {
        child.once("close", (code, signal) => resolve(signal ?? code));
      });
    };
    const endless: Life = { lastCall: Number.POSITIVE_INFINITY, isAnswered: true };
    // What is killed leaves no compiled code behind; this makes all later starts quicker.
    expect(await live(endless, 0)).toBe(0);
    for (const life of lives) expect(await live(life)).toBe("SIGKILL");
    expect(await live(endless)).toBe(0);

    const planned = killableTrials(trials).map(({ trialId }) => trialId);
    const files = runFiles(folder);
    const recorded = await readSoundJournal(files.trials, trialRecordSchema);
    expect(recorded.map(({ trialId }) => trialId).toSorted()).toEqual(planned.toSorted());
    const scores = await readSoundJournal(files.scores, scoreRecordSchema);
    expect(scores.map(({ trialId }) => trialId).toSorted()).toEqual(planned.toSorted());
    expect(server.state.calls - trials).toBeLessThanOrEqual(kills * killableConcurrency);
  },
);
