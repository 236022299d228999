import { expect, test } from "vitest";
import { formatDuration, makeMeter } from "../../../scripts/eval/pace.ts";

test("goes by the latest trials, not by quick ones long ago", () => {
  let now = 0;
  const meter = makeMeter(() => now);
  meter.start(200, 0);
  for (let trial = 0; trial < 100; trial += 1) {
    now += 1;
    meter.tick();
  }
  for (let trial = 0; trial < 40; trial += 1) {
    now += 3000;
    meter.tick();
  }
  expect(meter.pace()).toEqual({ rate: "20", left: "3 min" });
});

test("starts anew with another model", () => {
  let now = 0;
  const meter = makeMeter(() => now);
  meter.start(100, 0);
  for (let trial = 0; trial < 40; trial += 1) meter.tick();
  now += 1;
  meter.tick();
  meter.forget();
  expect(meter.pace().left).toBe("–");
  now += 6000;
  meter.tick();
  expect(meter.pace()).toEqual({ rate: "10", left: "6 min" });
});

test("knows nothing before the first trial", () => {
  const meter = makeMeter(() => 5);
  meter.start(10, 4);
  expect(meter.pace()).toEqual({ rate: "–", left: "–" });
  expect(meter.tick()).toBe(5);
});

test("writes seconds up to two minutes", () => {
  expect([500, 119_999, 120_000, 500_000].map(formatDuration)).toEqual([
    "1 s",
    "120 s",
    "2 min",
    "8 min",
  ]);
});

test("does not take answers of earlier runs for speed", () => {
  let now = 0;
  const meter = makeMeter(() => now);
  meter.start(100, 0);
  for (let trial = 0; trial < 50; trial += 1) meter.skip();
  now += 6000;
  expect(meter.tick()).toBe(51);
  expect(meter.pace()).toEqual({ rate: "10", left: "5 min" });
});
