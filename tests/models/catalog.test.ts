import { describe, expect, test } from "vitest";
import { catalog, workedExample } from "../../models/catalog.ts";

test("the embedded models of the contract are listed", () => {
  expect(Object.keys(catalog)).toEqual(["gemma3-270m", "smollm2-135m"]);
});

describe("the frame of base models", () => {
  test("is one worked example of at most 90 words, with the task's place at its end", () => {
    expect(workedExample.before.split(/\s+/u).length).toBeLessThanOrEqual(90);
    expect(workedExample.before.match(/^Aufgabe:/gmu)).toHaveLength(2);
    expect(workedExample.before.endsWith("\n\nAufgabe:")).toBe(true);
    expect(workedExample.after).toBe("\nAntwort:");
  });

  test("ends an answer at the next task, and not at a blank line", () => {
    expect(workedExample.stop).toContain("\nAufgabe:");
    expect(workedExample.stop.some((mark) => "\n\n".includes(mark))).toBe(false);
  });
});
