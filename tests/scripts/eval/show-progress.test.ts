import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import type { Failed } from "../../../core/outcome.ts";
import type { Spend } from "../../../scripts/eval/spend.ts";
import { showProgress } from "../../../scripts/eval/show-progress.ts";

/** A log on a stream that keeps what is written. */
function watch(isTTY: boolean, money: Partial<Spend> = {}) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120 });
  let shown = "";
  stream.on("data", (bytes: Buffer) => (shown += bytes.toString()));
  const log = showProgress(stream as unknown as NodeJS.WriteStream, () => ({
    billed: 0,
    uncertain: 0,
    isComplete: true,
    isPaid: false,
    ...money,
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

test("shows count, pace and money in lines that fit into 80 columns", async () => {
  const { log, seen } = watch(true, { billed: 1.2, uncertain: 0.34, isPaid: true, limit: 5 });
  log.stop();
  const shown = stripVTControlCharacters(await seen()).replaceAll("\u00a0", " ");
  const lines = shown.split("\n").map((line) => line.trim());
  expect(lines).toContain("– je Minute · noch unbekannt");
  expect(lines).toContain("Kosten 1,20 € + höchstens 0,34 € ohne Abrechnung von 5,00 €");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
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

test("shows a long sentence whole above the bars, and nothing of what stood there", async () => {
  const { log, seen } = watch(true);
  const sentence = `Der Datenträger ist voll (${"x".repeat(130)}). Schaffen Sie Platz, dann geht der Lauf von selbst weiter; Strg-C beendet ihn.`;
  log.warn(sentence);
  log.stop();
  const lines = (await seen()).split("\n").filter((line) => line.endsWith("\u001b[K"));
  const plain = lines.map((line) => stripVTControlCharacters(line));
  expect(plain.join(" ").replaceAll(" ", "")).toContain(sentence.replaceAll(" ", ""));
  expect(plain.every(({ length }) => length <= 120)).toBe(true);
});

test("shows at once what is told after the bars are gone", async () => {
  const { log, seen } = watch(true);
  log.stop();
  const before = (await seen()).length;
  log.interrupt("Der Lauf wird beendet.");
  expect((await seen()).slice(before)).toBe("Der Lauf wird beendet.\n");
});
