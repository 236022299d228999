import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

function writeRun(folder: string, createdAt: string): void {
  mkdirSync(folder, { recursive: true });
  const manifest = { schemaVersion: 1, runId: "lauf", createdAt };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
}

test(
  "npm run clean shows, asks for --yes, and deletes old runs only",
  { timeout: 60_000 },
  async () => {
    const place = temporaryFolder();
    writeRun(join(place, "alt"), "2020-01-01T00:00:00Z");
    writeRun(join(place, "neu"), new Date().toISOString());
    mkdirSync(join(place, "notizen"));
    const words = ["--older-than", "90d", place];

    const shown = await runCommandLine("clean", [...words, "--dry-run", "--json"]);
    expect(shown.code).toBe(0);
    expect(JSON.parse(shown.stdout)).toMatchObject({ found: [join(place, "alt")], cleaned: [] });
    expect(await runCommandLine("clean", words)).toMatchObject({ code: 2 });
    expect(readdirSync(place)).toEqual(["alt", "neu", "notizen"]);

    const cleaned = await runCommandLine("clean", [...words, "--yes"]);
    expect(cleaned).toMatchObject({ code: 0 });
    expect(readdirSync(place)).toEqual(["neu", "notizen"]);

    for (const wrong of [[], ["--older-than", "bald"], ["--older-than", "9d", "a", "b"]]) {
      const { code, stderr } = await runCommandLine("clean", [...wrong, "--yes"]);
      expect(code).toBe(2);
      expect(stderr).toContain("npm run clean -- --help");
    }
  },
);
