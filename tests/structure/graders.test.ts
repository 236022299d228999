import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { graders } from "../../graders/registry.ts";
import { programFolder } from "../../scripts/folders.ts";

const files = readdirSync(join(programFolder, "graders"))
  .filter((name) => name.endsWith(".ts") && name !== "registry.ts")
  .map((name) => name.replace(/\.ts$/u, ""));

test("the registry lists every grader file, under its name", () => {
  expect([...graders.keys()].toSorted()).toEqual(files.toSorted());
  for (const [name, grader] of graders) expect(grader.name).toBe(name);
});

describe.each(files)("%s", (name) => {
  test("has a test and a golden file with its version", () => {
    expect(existsSync(join(programFolder, "tests", "graders", `${name}.test.ts`))).toBe(true);
    const golden = join(programFolder, "tests", "golden", "graders", `${name}.json`);
    const { version } = JSON.parse(readFileSync(golden, "utf8")) as { version: string };
    expect(version).toBe(graders.get(name)?.version);
  });

  test("has a doc comment with an example and with what it does not measure", () => {
    const source = readFileSync(join(programFolder, "graders", `${name}.ts`), "utf8");
    const comment = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*export const/u.exec(source)?.[0] ?? "";
    expect(comment).toContain("@example");
    expect(comment).toMatch(/not measure/iu);
  });
});
