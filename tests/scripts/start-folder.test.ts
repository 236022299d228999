import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { programFolder } from "../../scripts/folders.ts";
import { fromStart, keptSource, shownPath, sourceFromKept } from "../../scripts/start-folder.ts";

const start = join(programFolder, "docs");

beforeEach(() => vi.stubEnv("INIT_CWD", start));
afterEach(() => vi.unstubAllEnvs());

describe("paths", () => {
  test("hold from the folder in which the command was typed", () => {
    expect(fromStart("meine-suite")).toBe(join(start, "meine-suite"));
    expect(fromStart("/anders")).toBe("/anders");
  });

  test.each([
    [join(start, "a", "b.html"), undefined, join("a", "b.html")],
    [start, undefined, "."],
    [join(start, "Meine Suite"), undefined, '"Meine Suite"'],
    [join(programFolder, "x"), "../x", join("..", "x")],
    [join(programFolder, "x"), undefined, join(programFolder, "x")],
    [join(programFolder, "x"), join(programFolder, "x"), join(programFolder, "x")],
  ])("%s (typed %s) is shown as %s", (path, typed, shown) => {
    expect(shownPath(path, typed)).toBe(shown);
  });
});

describe("what a run keeps of its suites", () => {
  test.each(["buergerfragen", join(start, "probe"), join(programFolder, "probe"), "/weit/weg"])(
    "%s is found again, wherever the next command is typed",
    (source) => {
      const kept = keptSource(source);
      vi.stubEnv("INIT_CWD", "/anderswo");
      expect(sourceFromKept(kept)).toBe(source);
    },
  );

  test("a path inside the program does not name the folders above it", () => {
    expect(keptSource(join(start, "probe"))).toBe(join("docs", "probe"));
  });
});
