import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { suitesFolder } from "../../scripts/folders.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** A copy of a shipped suite under its own name, with one file changed. */
function changedSuite(file: string, change: (text: string) => string): string {
  const folder = join(temporaryFolder(), "buergerfragen");
  cpSync(join(suitesFolder, "buergerfragen"), folder, { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  writeFileSync(path, change(before));
  expect(readFileSync(path, "utf8")).not.toBe(before);
  return folder;
}

describe("npm run check", { timeout: 60_000 }, () => {
  test("says no (1) when an example is judged otherwise than meant, and names it", async () => {
    const folder = changedSuite("faelle.yaml", (text) =>
      text.replace(/(?<=facts:\s+- ).*/u, '"4711 Euro"'),
    );
    const { code, stdout } = await runCommandLine("check", [folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/Musterantwort: muss bestehen.*4711/u);
  });

  test("names file, line and next step of wrong data (2)", async () => {
    const folder = changedSuite("faelle.yaml", (text) => text.replace("  source:", "  quelle:"));
    const { code, stdout, stderr } = await runCommandLine("check", [folder]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/faelle\.yaml, Zeile \d+, Spalte \d+: Fall „[a-z-]+“: source: fehlt/u);
    expect(stderr).toContain("unbekannter Schlüssel „quelle“");
    expect(stderr).toContain("→ ");
  });

  test("refuses an unknown grader and lists the known ones", async () => {
    const folder = changedSuite("suite.yaml", (text) => text.replace("facts", "fakten"));
    const { code, stderr } = await runCommandLine("check", [folder]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /suite\.yaml, Zeile \d+, Spalte \d+\s+Den Grader „fakten“ gibt es nicht/u,
    );
    expect(stderr).toContain("abstention");
  });
});
