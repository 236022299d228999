import { expect, test } from "vitest";
import { makeFairQueue } from "../../../engine/endpoint/fair-queue.ts";

test("serves the models in turn, each in order of arrival", () => {
  const queue = makeFairQueue<string>();
  for (const entry of ["a1", "a2", "a3"]) queue.push("a", entry);
  for (const entry of ["b1", "b2"]) queue.push("b", entry);
  expect(queue.size()).toBe(5);
  expect([1, 2, 3, 4, 5, 6].map(() => queue.shift())).toEqual([
    "a1",
    "b1",
    "a2",
    "b2",
    "a3",
    undefined,
  ]);
});

test("lets go of who no longer waits", () => {
  const queue = makeFairQueue<string>();
  queue.push("a", "a1");
  queue.push("a", "a2");
  queue.remove("a", "a1");
  queue.remove("b", "b1");
  expect([queue.size(), queue.shift(), queue.size()]).toEqual([1, "a2", 0]);
});
