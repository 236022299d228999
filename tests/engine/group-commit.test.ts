import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openJournals } from "../../engine/journal.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { makeTimeline } from "../helpers/timeline.ts";
import { userErrorOf } from "../helpers/user-error.ts";
import { diskFull, weakDisk } from "../helpers/weak-disk.ts";

const seed = { seed: 20261123 };
const record = z.object({ id: z.number() });

function open({ waits = true }: { readonly waits?: boolean } = {}) {
  const folder = temporaryFolder();
  const paths = { trials: join(folder, "trials.jsonl"), scores: join(folder, "scores.jsonl") };
  const disk = weakDisk();
  const clock = makeTimeline();
  const controller = new AbortController();
  const events: string[] = [];
  const journals = openJournals(paths, {
    disk,
    clock,
    signal: controller.signal,
    ...(waits && { onWait: (path) => void events.push(`wait ${path}`) }),
    onContinue: () => void events.push("continue"),
  });
  const idsIn = async (name: keyof typeof paths) =>
    (await readSoundJournal(paths[name], record)).map(({ id }) => id);
  return { paths, disk, clock, controller, events, journals, idsIn };
}

/** True when a promise is settled as soon as everything that can go on has gone on. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.finally(() => (settled = true)).catch(() => undefined);
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  return settled;
}

describe("group commit", () => {
  test("writes at once, in order, and makes many lines durable with one flush per file", async () => {
    const { journals, disk, clock, idsIn } = open();
    for (let id = 0; id < 400; id += 1) {
      journals.append("trials", [{ id }]);
      journals.append("scores", [{ id }]);
    }
    expect(await idsIn("trials")).toHaveLength(400);
    expect(disk.syncs).toBe(0);
    await clock.run();
    expect(disk.syncs).toBe(2);
    expect(clock.now()).toBe(15);
    await journals.close();
    expect(disk.syncs).toBe(2);
  });

  test("makes room at once, until 1000 lines wait to be durable", async () => {
    const { journals, disk } = open();
    let release = (): void => undefined;
    disk.onSync = async () =>
      new Promise((resolve) => {
        release = resolve;
      });
    for (let id = 0; id < 999; id += 1) journals.append("trials", [{ id }]);
    expect(await isSettled(journals.room())).toBe(true);
    journals.append("trials", [{ id: 999 }]);
    const room = journals.room();
    expect(await isSettled(room)).toBe(false);
    release();
    await room;
    await journals.close();
  });

  test("holds back callers with long answers, too", async () => {
    const { journals, disk, clock } = open();
    const text = "x".repeat(5_000_000);
    for (let id = 0; id < 3; id += 1) journals.append("trials", [{ id, text }]);
    expect(await isSettled(journals.room())).toBe(true);
    journals.append("trials", [{ id: 3, text }]);
    // Whoever waits for room does not wait for the rest of the 15 ms.
    await journals.room();
    expect(clock.now()).toBe(0);
    expect(disk.syncs).toBe(1);
    await journals.close();
  });

  test("waits on a full disk, holds callers back, and goes on when there is space", async () => {
    const { journals, disk, clock, events, paths, idsIn } = open();
    journals.append("trials", [{ id: 1 }]);
    disk.room = 10;
    journals.append("trials", [{ id: 2 }]);
    journals.append("scores", [{ id: 2 }]);
    const room = journals.room();
    await clock.run(10_000);
    expect(events).toEqual([`wait ${paths.trials}`]);
    expect(await idsIn("trials")).toEqual([1]);
    expect(await isSettled(room)).toBe(false);
    disk.room = 10_000;
    await clock.run(10_000);
    await room;
    expect(events).toEqual([`wait ${paths.trials}`, "continue"]);
    await journals.close();
    expect([await idsIn("trials"), await idsIn("scores")]).toEqual([[1, 2], [2]]);
  });

  test("gives up waiting for space when aborted, and says what is not saved", async () => {
    const { journals, disk, clock, controller, paths, idsIn } = open();
    journals.append("trials", [{ id: 1 }]);
    disk.room = 0;
    journals.append("trials", [{ id: 2 }, { id: 3 }]);
    const room = userErrorOf(async () => journals.room());
    controller.abort();
    await clock.run();
    const error = await room;
    expect(error).toMatchObject({ code: "disk-full", exitCode: 3, place: { file: paths.trials } });
    expect(error.nextStep).toMatch(/--resume.*letzten 2 Zeilen/u);
    expect(await userErrorOf(() => journals.append("trials", [{ id: 4 }]))).toBe(error);
    expect(await userErrorOf(async () => journals.close())).toBe(error);
    expect(await idsIn("trials")).toEqual([1]);
  });

  test("ends at once on a full disk when nobody is there to be told", async () => {
    const { journals, disk } = open({ waits: false });
    disk.room = 0;
    const error = await userErrorOf(() => journals.append("trials", [{ id: 1 }]));
    expect(error.code).toBe("disk-full");
    expect(await userErrorOf(async () => journals.close())).toBe(error);
  });

  test("ends at once when the disk is broken", async () => {
    const { journals, disk, clock } = open();
    disk.onSync = () => {
      throw Object.assign(new Error("input/output error"), { code: "EIO" });
    };
    journals.append("trials", [{ id: 1 }]);
    await clock.run();
    expect(await userErrorOf(async () => journals.room())).toMatchObject({
      code: "journal-unwritable",
    });
    await userErrorOf(async () => journals.close());
  });

  test("writes again what a failed flush may have lost, and nothing twice", async () => {
    const { journals, disk, clock, idsIn } = open();
    let calls = 0;
    disk.onSync = () => {
      calls += 1;
      if (calls === 2) throw diskFull();
    };
    journals.append("trials", [{ id: 1 }]);
    journals.append("scores", [{ id: 1 }]);
    journals.append("trials", [{ id: 2 }]);
    await clock.run();
    await journals.close();
    expect([await idsIn("trials"), await idsIn("scores")]).toEqual([[1, 2], [1]]);
  });

  test("keeps every line exactly once and in order, whenever the disk is full", async () => {
    const step = fc.record({
      name: fc.constantFrom("trials", "scores"),
      lines: fc.integer({ min: 1, max: 3 }),
      room: fc.option(fc.nat(200), { nil: undefined }),
      failsToSync: fc.boolean(),
      time: fc.nat(5000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { journals, disk, clock, paths } = open();
        const sent = { trials: [] as number[], scores: [] as number[] };
        let id = 0;
        for (const { name, lines, room, failsToSync, time } of steps) {
          disk.room = room ?? Number.POSITIVE_INFINITY;
          disk.onSync = () => {
            if (failsToSync) throw diskFull();
          };
          const ids = Array.from({ length: lines }, () => (id += 1));
          journals.append(
            name,
            ids.map((one) => ({ id: one })),
          );
          sent[name].push(...ids);
          await clock.run(time);
        }
        disk.room = Number.POSITIVE_INFINITY;
        disk.onSync = () => undefined;
        const closed = journals.close();
        await clock.run();
        await closed;
        for (const name of ["trials", "scores"] as const) {
          const written = await readSoundJournal(paths[name], record);
          expect(written.map((row) => row.id)).toEqual(sent[name]);
          expect(readFileSync(paths[name], "utf8")).not.toMatch(/[^\n]$/u);
        }
      }),
      { ...seed, numRuns: 200 },
    );
  });
});
