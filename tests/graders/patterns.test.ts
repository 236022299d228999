import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";
import { checkPattern, graderPatterns, type CheckedPattern } from "../../scripts/patterns.ts";

const patterns = await graderPatterns();
const listed = new Map(
  (
    JSON.parse(
      readFileSync(join(programFolder, "tests", "golden", "patterns.json"), "utf8"),
    ) as CheckedPattern[]
  ).map((one) => [one.pattern, one.complexity]),
);

test("every regular expression of the graders went through the checker (npm run build:patterns)", () => {
  expect(patterns.length).toBeGreaterThan(400);
  expect(patterns.filter((pattern) => !listed.has(pattern))).toEqual([]);
});

test("none backtracks exponentially, and polynomial ones stay small", () => {
  const bad = [...listed].filter(
    ([, complexity]) => !/^(?:safe|linear|constant|polynomial [23])$/u.test(complexity),
  );
  expect(bad).toEqual([]);
});

test("the checker finds what it is there for", () => {
  expect(() => checkPattern("/^(a+)+$/u")).toThrow("exponential backtracking");
  expect(checkPattern("/a+b/u").complexity).toMatch(/^polynomial|linear/u);
});
