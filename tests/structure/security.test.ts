import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPromises } from "../../scripts/security/promises.ts";

const text = readFileSync("docs/sicherheit.md", "utf8");
const promises = readPromises();

test("every threat in the model names a test that exists", () => {
  const [, part = ""] = text.split("## Bedrohungen, Schutz, Nachweis");
  const table = part.split("\n## ")[0] ?? "";
  const threats = table
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| Bedrohung"));
  expect(threats.length).toBeGreaterThan(10);
  for (const line of threats) {
    const tests = [...line.matchAll(/`(tests\/[\w./-]+\.test\.ts)`/gu)].map(
      (match) => match[1] ?? "",
    );
    expect([line, tests.length > 0]).toEqual([line, true]);
    expect(tests.filter((file) => !existsSync(file))).toEqual([]);
  }
});

test("every promise names tests that exist, and the model names every one of them", () => {
  const tests = promises.flatMap((promise) => promise.tests);
  expect(tests.filter((file) => !existsSync(file))).toEqual([]);
  expect(tests.filter((file) => !text.includes(`\`${file}\``))).toEqual([]);
});

test("there is a promise for every point, and every name is given once", () => {
  expect(new Set(promises.map(({ point }) => point))).toEqual(
    new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
  );
  const names = promises.flatMap(({ name }) => name ?? []);
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  const help = readFileSync("scripts/check/main.ts", "utf8");
  expect(names.filter((name) => !help.includes(name))).toEqual([]);
});
