import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";
import { writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

const prompt = "---\nname: neu\nsuites: [probe]\n---\nNEU: {{question}} Text: {{text}}\n";

function git(folder: string, ...words: string[]): void {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  execFileSync("git", [...who, ...words], { cwd: folder, stdio: "ignore" });
}

/** In a process of its own: only there the guard stands before every program that is started. */
function planOf(folder: string, config: string) {
  const words = ["--config", config, "--variant-file", "prompts", "--changed-since", "HEAD"];
  return spawnSync(process.execPath, ["scripts/eval.mjs", ...words, "--dry-run"], {
    cwd: programFolder,
    env: { ...process.env, INIT_CWD: folder },
    encoding: "utf8",
  });
}

test("--changed-since asks Git behind the guard", { timeout: 60_000 }, () => {
  const folder = temporaryFolder();
  writeSuite(folder, 3);
  const config = writeConfig(folder, "http://127.0.0.1:9/v1");
  const file = writeIn(folder, "prompts/neu mit Lücke.md", prompt);
  git(folder, "init", "-q");
  git(folder, "add", "-A");
  git(folder, "commit", "-qm", "Stand");
  const same = planOf(folder, config);
  expect(same.stderr).not.toContain("Verweigert");
  expect(`${same.stdout}${same.stderr}`).toContain("Kein Prompt hat sich seit HEAD geändert");
  writeFileSync(file, prompt.replace("NEU", "ANDERS"));
  const changed = planOf(folder, config);
  expect(changed).toMatchObject({ status: 0 });
  expect(changed.stdout).toContain("Zusammen");
});
