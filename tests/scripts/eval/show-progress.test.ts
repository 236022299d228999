import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { Failed } from "../../../core/outcome.ts";
import { showProgress } from "../../../scripts/eval/show-progress.ts";

/** A log on a stream that keeps what is written. */
function watch(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120 });
  let shown = "";
  stream.on("data", (bytes: Buffer) => (shown += bytes.toString()));
  const log = showProgress(stream as unknown as NodeJS.WriteStream, () => ({
    billed: 0,
    uncertain: 0,
    isComplete: true,
    isPaid: false,
  }));
  onTestFinished(log.stop);
  const retry = (failure: Omit<Failed, "status">): void =>
    log.onEvent({ type: "call-retry", model: "m", failure: { status: "failed", ...failure } });
  log.onEvent({
    type: "run-start",
    total: 10,
    done: 0,
    models: [{ model: "m", total: 10, done: 0, lane: 0 }],
  });
  log.onEvent({ type: "model-start", model: "m", trials: 10 });
  const seen = async (): Promise<string> => {
    await setImmediate();
    return shown;
  };
  return { log, retry, seen };
}

test("says once a reason why a model has to be asked again, with the pause", async () => {
  const { retry, seen } = watch(false);
  const slow = { code: "rate-limit", message: "Zu viele Anfragen.", retryAfterMs: 60_000 } as const;
  retry(slow);
  retry(slow);
  retry({ code: "overload", message: "Gestört." });
  const lines = (await seen()).split("\n").filter((line) => line.includes("noch einmal gefragt"));
  expect(lines).toEqual([
    "m: Zu viele Anfragen. Es wird nach 60 s noch einmal gefragt; um diese Pause bittet der Endpunkt.",
    "m: Gestört. Es wird noch einmal gefragt.",
  ]);
});

test("counts on a terminal how often a model was asked again", async () => {
  const { log, retry, seen } = watch(true);
  retry({ code: "overload", message: "Gestört." });
  retry({ code: "overload", message: "Gestört." });
  log.stop();
  expect(await seen()).toContain("m: 0 von 10, läuft, 2 Versuche wiederholt");
});

test("keeps the terminal free of bars while something is asked", async () => {
  const { log, seen } = watch(true);
  await log.free(async () => {
    const before = (await seen()).length;
    log.onEvent({ type: "model-message", model: "m", message: "geladen" });
    log.onEvent({ type: "model-finish", model: "m" });
    expect((await seen()).slice(before)).toBe("m: geladen\n");
  });
  log.stop();
  expect((await seen()).split("0 von 10, fertig").length).toBeGreaterThan(1);
});

test("shows at once what is told after the bars are gone", async () => {
  const { log, seen } = watch(true);
  log.stop();
  const before = (await seen()).length;
  log.interrupt("Der Lauf wird beendet.");
  expect((await seen()).slice(before)).toBe("Der Lauf wird beendet.\n");
});
