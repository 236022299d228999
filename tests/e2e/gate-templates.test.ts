import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";
import { startChatServer, type ChatBody } from "../helpers/chat-server.ts";
import { runGithubAction, runGitlabTemplate, type CiPlace } from "../helpers/ci-runner.ts";
import { rightAnswer, writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

const github = join(programFolder, "action.yml");
const gitlab = join(programFolder, "scripts", "ci", "gitlab", "template.yml");

function answer(body: ChatBody): string {
  const isBad = body.messages?.[0]?.content.includes("SCHLECHT") ?? false;
  return isBad ? "Das weiß ich leider nicht." : rightAnswer(body);
}

/** An agency's repository with a suite, a prompt file and the address of a model. */
async function repository() {
  const folder = temporaryFolder();
  writeSuite(folder, 12);
  const server = await startChatServer(answer);
  writeConfig(folder, server.baseURL);
  const prompt = (word: string) =>
    writeIn(
      folder,
      "prompts/auskunft.md",
      `---\nname: auskunft\n---\n${word}: {{question}} {{text}}\n`,
    );
  prompt("Antworte genau");
  return { folder, prompt, out: join(folder, "amtsprobe-gate") };
}

function placeOf(folder: string, out: string): CiPlace {
  return {
    workspace: folder,
    environment: { AMTSPROBE_CACHE: join(folder, ".cache") },
    inputs: { config: "amtsprobe.yaml", model: "compatible:stub", ...(out !== "" && { out }) },
  };
}

describe.each(["GitHub", "GitLab"])("the %s template, as its runner runs it", (kind) => {
  test("first without a baseline, then red, then not red", { timeout: 180_000 }, async () => {
    const { folder, prompt, out } = await repository();
    // What a clone and `npm ci` would bring.
    symlinkSync(programFolder, join(folder, ".amtsprobe"));
    const run = async () =>
      kind === "GitHub"
        ? runGithubAction(github, placeOf(folder, "amtsprobe-gate"))
        : runGitlabTemplate(gitlab, placeOf(folder, ""));

    const first = await run();
    expect(first).toMatchObject({ code: 0 });
    expect(first.output).toContain("Noch keine Vergleichsbasis");
    mkdirSync(join(folder, "gate"));
    copyFileSync(join(out, "baseline.json"), join(folder, "gate", "baseline.json"));

    rmSync(out, { recursive: true });
    prompt("SCHLECHT");
    const red = await run();
    expect(red).toMatchObject({ code: 1 });
    expect(red.output).toContain("Rot: schlechter geworden");
    for (const name of ["junit.xml", "zusammenfassung.md", "kommentar.md", "findings.json"]) {
      expect(existsSync(join(out, name))).toBe(true);
    }
    if (kind === "GitHub") {
      expect(red.summary).toContain("## Rot: schlechter geworden");
      expect(red.output).toContain("::error file=prompts/auskunft.md");
      expect(red.uses).toEqual(["actions/upload-artifact@v4"]);
    }

    rmSync(out, { recursive: true });
    prompt("Antworte ganz genau");
    const green = await run();
    expect(green).toMatchObject({ code: 0 });
    expect(green.output).toContain("Zu wenig Fälle, um das zu sagen");
  });
});

test("no input reaches a shell as text of a script, and none is a secret", () => {
  const text = readFileSync(github, "utf8");
  const scripts = [...text.matchAll(/run: (?:\|\n(?: {8}.*\n)+|.*)/gu)].map(([script]) => script);
  expect(scripts).toHaveLength(2);
  for (const script of scripts) expect(script).not.toContain("${{");
  for (const file of [github, gitlab]) {
    expect(readFileSync(file, "utf8")).not.toMatch(/secrets\.|_KEY|_TOKEN/u);
  }
});
