import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import rows from "../../scripts/security/data-promises.json" with { type: "json" };

const text = readFileSync("docs/sicherheit.md", "utf8");

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

test("every promise about data names a test that exists", () => {
  expect(rows.filter(({ test: file }) => !existsSync(file))).toEqual([]);
  expect(new Set(rows.map(({ point }) => point))).toEqual(new Set([3, 4, 6, 8, 9]));
});
