import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { onInterrupt } from "../../../scripts/eval/interrupt.ts";

function start() {
  const codes: number[] = [];
  const told: string[] = [];
  const place = Object.assign(new EventEmitter(), { exit: (code: number) => codes.push(code) });
  const interrupt = onInterrupt(place, (message) => void told.push(message));
  return { place, interrupt, codes, told };
}

test("once asks the run to end, twice ends the process at once with exit code 3", () => {
  const { place, interrupt, codes, told } = start();
  place.emit("SIGINT");
  expect(interrupt.signal.aborted).toBe(true);
  expect(codes).toEqual([]);
  expect(told).toEqual(["Der Lauf wird beendet; noch einmal Strg-C bricht sofort ab."]);
  place.emit("SIGTERM");
  expect(codes).toEqual([3]);
  expect(told).toHaveLength(1);
});

test("lets go of the signals", () => {
  const { place, interrupt, told } = start();
  interrupt.release();
  place.emit("SIGINT");
  expect(interrupt.signal.aborted).toBe(false);
  expect(told).toEqual([]);
});
