import { expect, test } from "vitest";
import { makeRunMeter } from "../../../scripts/eval/run-meter.ts";

function meterAt() {
  const time = { now: 0 };
  const meter = makeRunMeter(() => time.now);
  const work = (model: string, trials: number, ms: number): void => {
    for (let trial = 0; trial < trials; trial += 1) {
      time.now += ms;
      meter.tick(model, false);
    }
  };
  return { time, meter, work };
}

const share = (model: string, total: number, lane: number) => ({ model, total, done: 0, lane });

test("goes by the latest trials of a model, not by quick ones long ago", () => {
  const { meter, work } = meterAt();
  meter.start([share("a", 200, 0)]);
  meter.begin("a");
  work("a", 100, 1);
  work("a", 40, 3000);
  expect(meter.progress()).toMatchObject({ done: 140, perMinute: 20, leftMs: 180_000 });
});

test("quick baselines do not make the time left of a slow model small", () => {
  const { meter, work } = meterAt();
  meter.start([share("llama:a", 100, 0), share("baseline:copy", 100, 1)]);
  meter.begin("baseline:copy");
  work("baseline:copy", 50, 1);
  expect(meter.progress()).toMatchObject({ leftMs: 50, leftIsAtLeast: true });
  work("baseline:copy", 50, 1);
  meter.end("baseline:copy", false);
  expect(meter.progress().leftMs).toBeUndefined();
  meter.begin("llama:a");
  work("llama:a", 10, 6000);
  expect(meter.progress()).toMatchObject({ perMinute: 10, leftMs: 540_000, leftIsAtLeast: false });
});

test("models of a lane follow one another, lanes run side by side, and no start forgets the rest", () => {
  const { meter, work } = meterAt();
  meter.start([share("a", 20, 0), share("b", 10, 0), share("c", 1000, 1)]);
  meter.begin("c");
  work("c", 100, 100);
  meter.begin("a");
  work("a", 10, 1000);
  const before = meter.progress();
  expect(before.leftMs).toBeCloseTo(90_000);
  expect(before.leftIsAtLeast).toBe(true);
  work("a", 10, 1000);
  meter.end("a", false);
  meter.begin("b");
  expect(meter.progress()).toMatchObject({ leftMs: 90_000, leftIsAtLeast: true });
  work("b", 1, 30_000);
  expect(meter.progress().leftMs).toBe(270_000);
});

test("does not take answers of earlier runs for speed, nor what is left of a stopped model for work", () => {
  const { meter, work } = meterAt();
  meter.start([share("a", 100, 0), share("b", 100, 1)]);
  meter.begin("a");
  for (let trial = 0; trial < 50; trial += 1) meter.tick("a", true);
  expect(meter.progress().perMinute).toBeUndefined();
  work("a", 1, 6000);
  expect(meter.progress()).toMatchObject({ done: 51, perMinute: 10, leftMs: 294_000 });
  meter.retry("a");
  meter.end("b", true);
  expect(meter.progress().leftIsAtLeast).toBe(false);
  expect(meter.models()).toEqual([
    { model: "a", state: "running", done: 51, total: 100, retries: 1 },
    { model: "b", state: "stopped", done: 0, total: 100, retries: 0 },
  ]);
});

test("is not misled by answers that come in bursts", () => {
  const { time, meter } = meterAt();
  meter.start([share("a", 6400, 0)]);
  meter.begin("a");
  for (let round = 0; round < 20; round += 1) {
    time.now += 10_000;
    for (let trial = 0; trial < 64; trial += 1) meter.tick("a", false);
  }
  expect(meter.progress().perMinute).toBeCloseTo(384, -1.5);
});
