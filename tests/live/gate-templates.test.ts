import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";
import { runGithubAction, runGitlabTemplate } from "../helpers/ci-runner.ts";
import { writeSuite } from "../helpers/probe-suite.ts";
import { writeIn } from "../helpers/temporary-folder.ts";

/** With the embedded model and nothing but defaults: no key, no server, no baseline at first. */
test.each(["GitHub", "GitLab"])(
  "the %s template asks the embedded model: first pass, then the same prompt, then a broken one",
  { timeout: 600_000 },
  async (kind) => {
    const folder = mkdtempSync(join(tmpdir(), "amtsprobe-live-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeSuite(folder, 12);
    symlinkSync(programFolder, join(folder, ".amtsprobe"));
    const prompt = (text: string) =>
      writeIn(folder, "prompts/auskunft.md", `---\nname: auskunft\n---\n${text}\n`);
    const out = join(folder, "amtsprobe-gate");
    const run = async () => {
      rmSync(out, { recursive: true, force: true });
      const inputs = { suites: "probe" };
      if (kind === "GitHub") {
        return runGithubAction(join(programFolder, "action.yml"), { workspace: folder, inputs });
      }
      return runGitlabTemplate(join(programFolder, "scripts/ci/gitlab/template.yml"), {
        workspace: folder,
        inputs: { ...inputs, "amtsprobe-url": "file:///nicht-gebraucht" },
      });
    };
    prompt("Beantworte die Frage mit dem Text. Text: {{text}} Frage: {{question}}");
    const first = await run();
    process.stderr.write(first.output);
    expect(first.code).toBe(0);
    mkdirSync(join(folder, "gate"));
    cpSync(join(out, "baseline.json"), join(folder, "gate", "baseline.json"));

    const same = await run();
    expect(same.code).toBe(0);
    expect(same.output).toContain("gleich viele");

    prompt("Schreibe nur das Wort Nein. {{question}} {{text}}");
    const broken = await run();
    process.stderr.write(broken.output);
    expect(broken.code).toBe(1);
    expect(existsSync(join(out, "junit.xml"))).toBe(true);
  },
);
