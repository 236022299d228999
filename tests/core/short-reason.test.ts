import { expect, test } from "vitest";
import { shortReason } from "../../core/short-reason.ts";

test("an ordinary reason stays as it is", () => {
  const reason = `Es fehlt: ${"„50 Euro“, ".repeat(50)}`;
  expect(shortReason(reason)).toBe(reason);
});

test("a quote of 200 000 digits is cut and closed", () => {
  const reason = shortReason(`Nicht belegt: „${"7".repeat(200_000)}“. Geprüft: 1.`);
  expect(reason).toMatch(/^Nicht belegt: „7{100,160}…“\. Geprüft: 1\.$/u);
});

test("a list without end is cut, between characters", () => {
  const reason = shortReason("😀".repeat(100_000));
  expect(reason.length).toBeLessThanOrEqual(4001);
  expect(reason.isWellFormed()).toBe(true);
  expect(reason.endsWith("…")).toBe(true);
});

test("quotes that never close cost no more than the reason is long", () => {
  expect(shortReason("„".repeat(200_000)).length).toBeLessThanOrEqual(4001);
});
