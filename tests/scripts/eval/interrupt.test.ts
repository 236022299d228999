import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { onInterrupt } from "../../../scripts/eval/interrupt.ts";

function start() {
  const codes: number[] = [];
  const seen: string[] = [];
  const clock = { ms: 1000 };
  const place = Object.assign(new EventEmitter(), { exit: (code: number) => codes.push(code) });
  const view = {
    tell: (message: string) => void seen.push(message),
    stop: () => void seen.push("terminal given back"),
  };
  const interrupt = onInterrupt(place, view, () => clock.ms);
  return { place, interrupt, codes, seen, clock };
}

const told = "Der Lauf wird beendet; noch einmal Strg-C bricht sofort ab.";

test("once asks the run to end, twice ends the process at once with exit code 3", () => {
  const { place, interrupt, codes, seen, clock } = start();
  place.emit("SIGINT");
  expect(interrupt.signal.aborted).toBe(true);
  expect(codes).toEqual([]);
  expect(seen).toEqual([told]);
  clock.ms += 300;
  place.emit("SIGTERM");
  expect(codes).toEqual([3]);
  expect(seen).toEqual([told, "terminal given back"]);
});

test("takes what npm and `timeout` send on at once for the same Ctrl-C", () => {
  const { place, codes, seen, clock } = start();
  place.emit("SIGINT");
  clock.ms += 299;
  place.emit("SIGINT");
  place.emit("SIGTERM");
  expect({ codes, seen }).toEqual({ codes: [], seen: [told] });
});

test("can be asked for by whoever reads the keys", () => {
  const { interrupt, seen } = start();
  interrupt.request();
  expect(interrupt.signal.aborted).toBe(true);
  expect(seen).toEqual([told]);
});

test("lets go of the signals", async () => {
  const first = start();
  first.interrupt.release();
  first.place.emit("SIGINT");
  expect(first.interrupt.signal.aborted).toBe(false);
  expect(first.seen).toEqual([]);
  const second = start();
  await second.interrupt.settle();
  expect(second.place.listenerCount("SIGINT") + second.place.listenerCount("SIGTERM")).toBe(0);
});

test("lets go only when the second half of a signal can no longer come", async () => {
  const { place, interrupt, clock } = start();
  place.emit("SIGINT");
  clock.ms += 299;
  const settled = interrupt.settle();
  expect(place.listenerCount("SIGINT")).toBe(1);
  await settled;
  expect(place.listenerCount("SIGINT")).toBe(0);
});
