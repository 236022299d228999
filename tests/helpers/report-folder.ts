import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { FixtureName } from "./findings-fixture.ts";
import { temporaryFolder, writeIn } from "./temporary-folder.ts";

/** A run folder with a manifest and the findings and cards of a fixture; gone after the test. */
export function reportFolder(name: FixtureName): string {
  const folder = temporaryFolder();
  writeIn(folder, "manifest.json", JSON.stringify({ schemaVersion: 1, runId: "probe" }));
  for (const file of ["findings.json", "cards.jsonl"]) {
    copyFileSync(`tests/fixtures/findings/${name}/${file}`, join(folder, file));
  }
  return folder;
}
