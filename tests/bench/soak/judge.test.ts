import { describe, expect, test } from "vitest";
import type { SoakResult } from "../../../bench/soak.ts";
import { judgeSoak } from "../../../bench/soak/judge.ts";

const life = { seconds: 20, peak: 290e6, growth: { early: 200e6, late: 220e6 } };
const sound: SoakResult = {
  lives: [life, { ...life, code: 0, left: [] }],
  planned: 100,
  lost: 0,
  doubled: 0,
  ungraded: 0,
  requests: 105,
  faults: 5,
};

describe("judgeSoak", () => {
  test("holds when nothing is lost and memory is flat, and says so in German", () => {
    const { lines, holds } = judgeSoak(sound);
    expect(holds).toBe(true);
    expect(lines.join("\n")).toContain(
      "Verloren: 0. Doppelt: 0. Ohne Urteil: 0. Vollständig beendet.",
    );
    expect(lines.join("\n")).toContain("1 Mal mit SIGKILL beendet");
    expect(lines.join("\n")).toContain("höchstens × 1.10");
  });

  test.each<[string, Partial<SoakResult>]>([
    ["a lost trial", { lost: 1 }],
    ["a doubled one", { doubled: 1 }],
    ["one without grades", { ungraded: 1 }],
    ["an end by a kill", { lives: [life] }],
    ["a handle that is left", { lives: [life, { ...life, code: 0, left: ["Timeout"] }] }],
    [
      "growth beyond the bound",
      { lives: [{ ...life, growth: { early: 100, late: 126 }, code: 0, left: [] }] },
    ],
    ["no life that was warm", { lives: [{ seconds: 1, peak: 1, code: 0, left: [] }] }],
  ])("does not hold with %s", (_, part) => {
    expect(judgeSoak({ ...sound, ...part }).holds).toBe(false);
  });
});
