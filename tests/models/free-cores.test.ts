import type { CpuInfo } from "node:os";
import { expect, test } from "vitest";
import { freeCores, idleCores } from "../../models/free-cores.ts";

function core(user: number, idle: number): CpuInfo {
  return { model: "", speed: 0, times: { user, nice: 0, sys: 0, idle, irq: 0 } };
}

test("adds up what the cores were idle between two looks", () => {
  const before = [core(100, 100), core(500, 900)];
  expect(idleCores(before, [core(100, 400), core(800, 900)])).toBe(1);
  expect(idleCores(before, [core(175, 325), core(500, 1200)])).toBe(1.75);
  expect(idleCores(before, before)).toBe(0);
});

test("gives everybody the same number, at least one", async () => {
  const free = await freeCores();
  expect(free).toBeGreaterThanOrEqual(1);
  expect(await freeCores()).toBe(free);
});
