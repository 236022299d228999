import { expect, test } from "vitest";
import { StepTogether } from "../../models/step-together.ts";

/** Answers of so many steps each; the log holds what each step was made with. */
async function run(lengths: readonly number[]): Promise<string[]> {
  const steps = new StepTogether();
  const log: string[] = [];
  const answer = async (name: string, length: number) => {
    steps.join();
    try {
      for (let step = 0; step < length; step += 1) {
        // Sequences come to their next step one after the other.
        for (let turn = 0; turn <= Number(name); turn += 1) await Promise.resolve();
        await steps.step();
        log.push(name);
      }
    } finally {
      steps.leave();
    }
  };
  await Promise.all(lengths.map((length, index) => answer(String(index), length)));
  return log;
}

test("answers that are under way take each step together", async () => {
  const log = await run([3, 3, 3]);
  const rounds = [log.slice(0, 3), log.slice(3, 6), log.slice(6)];
  expect(rounds.map((round) => round.toSorted())).toEqual(rounds.map(() => ["0", "1", "2"]));
});

test("nobody waits for an answer that is over", async () => {
  const log = await run([1, 2, 4]);
  expect(log.slice(0, 3).toSorted()).toEqual(["0", "1", "2"]);
  expect(log.slice(3, 5).toSorted()).toEqual(["1", "2"]);
  expect(log.slice(5)).toEqual(["2", "2"]);
});

test("a single answer does not wait for a turn of the event loop", async () => {
  const steps = new StepTogether();
  steps.join();
  let isNextTurn = false;
  setImmediate(() => (isNextTurn = true));
  for (let step = 0; step < 100; step += 1) await steps.step();
  expect(isNextTurn).toBe(false);
});

test("an answer that breaks off lets the others go on", async () => {
  const steps = new StepTogether();
  steps.join();
  steps.join();
  const waits = steps.step();
  steps.leave();
  await expect(waits).resolves.toBeUndefined();
});
