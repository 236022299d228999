import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openJournalFile } from "../../engine/journal-file.ts";
import { replaceFile } from "../../engine/replace-file.ts";
import { writeOutput } from "../../scripts/output-folder.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { completionOf, startLoopbackChat } from "../../scripts/security/loopback-chat.ts";
import { writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const home = mkdtempSync(join(tmpdir(), "amtsprobe-out-"));
const suite = writeSuite(home, 2);
const [earlier, later, other] = (["frueher", "spaeter", "anderer"] as const).map((name) =>
  join(home, name),
) as [string, string, string];

beforeAll(async () => {
  const server = await startLoopbackChat((response) => response.end(completionOf("20 Euro")));
  const config = writeConfig(home, server.baseURL);
  await runCommandLine("eval", ["--config", config, "--variant", "trained", "--out", earlier]);
  server.close();
  cpSync(earlier, later, { recursive: true });
  await runCommandLine("eval", ["--model", "baseline:reference", "--suite", suite, "--out", other]);
}, 60_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Each command that writes where it is told, and a file that it would write there. */
const writers: readonly {
  readonly command: string;
  readonly words: (out: string) => string[];
  readonly file: string;
  /** Takes no folder with something in it, and so needs no `--force`. */
  readonly emptyOnly?: boolean;
  /** The person names the file, not the folder. */
  readonly namesFile?: boolean;
}[] = [
  {
    command: "eval",
    words: (out) => ["--model", "baseline:copy", "--suite", suite, "--out", out],
    file: "trials.jsonl",
    emptyOnly: true,
  },
  {
    command: "report",
    words: (out) => ["--compare", earlier, later, "--out", out],
    file: "vergleich.html",
  },
  {
    command: "preview",
    words: (out) => [suite, "--html", join(out, "vorschau.html")],
    file: "vorschau.html",
    namesFile: true,
  },
  {
    command: "new",
    words: (out) => ["unsere-fragen", "--out", out],
    file: "suite.yaml",
    emptyOnly: true,
  },
  {
    command: "gate",
    words: (out) => ["--baseline", earlier, "--candidate", later, "--out", out],
    file: "junit.xml",
  },
  {
    command: "gate",
    words: (out) => ["--candidate", earlier, "--save", join(out, "basis.json")],
    file: "basis.json",
    namesFile: true,
  },
  {
    command: "promptfoo",
    words: (out) => ["export", "--suite", suite, "--out", join(out, "config.yaml")],
    file: "config.grader.mjs",
    namesFile: true,
  },
  {
    command: "analyse",
    words: (out) => [earlier, "--with", other, "--out", out],
    file: "findings.json",
  },
  {
    command: "report",
    words: (out) => [earlier, "--anonymous", "--key", join(out, "schluessel.json")],
    file: "schluessel.json",
    namesFile: true,
  },
  { command: "training", words: (out) => ["--examples", "--out", out], file: "scorm.zip" },
  {
    command: "sbom",
    words: (out) => ["--out", join(out, "sbom.json")],
    file: "sbom.json",
    namesFile: true,
  },
];

describe.each(writers)("npm run $command, $file", { timeout: 120_000 }, (writer) => {
  const { command, words, file, emptyOnly, namesFile } = writer;
  const out = join(home, `neu-${command}-${file}`);

  test.skipIf(process.platform === "win32")("writes for its owner alone", async () => {
    const { code, stderr } = await runCommandLine(command, words(out));
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    expect(mode(out)).toBe("700");
    for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      expect(`${entry.name} ${mode(path)}`).toBe(
        `${entry.name} ${entry.isDirectory() ? "700" : "600"}`,
      );
    }
  });

  test("overwrites nothing without --force", async () => {
    writeFileSync(join(out, file), "fremd");
    const { code, stderr } = await runCommandLine(command, words(out));
    expect(code).toBe(2);
    expect(stderr).not.toContain("    at ");
    expect(readFileSync(join(out, file), "utf8")).toBe("fremd");
    if (emptyOnly === true) return;
    expect(stderr).toContain("--force");
    expect((await runCommandLine(command, [...words(out), "--force"])).code).toBe(0);
    expect(readFileSync(join(out, file), "utf8")).not.toBe("fremd");
  });

  test("follows no symbolic link", async () => {
    const folder = temporaryFolder();
    const [elsewhere, link] = [join(folder, "woanders"), join(folder, "verknuepft")];
    mkdirSync(elsewhere);
    symlinkSync(join(elsewhere, "ziel"), join(folder, file));
    if (namesFile !== true) symlinkSync(elsewhere, link);
    const target = namesFile === true ? folder : link;
    const { code, stderr } = await runCommandLine(command, [
      ...words(target),
      ...(emptyOnly === true ? [] : ["--force"]),
    ]);
    expect({ code, isLink: stderr.includes("symbolischer Link") }).toEqual({
      code: 2,
      isLink: true,
    });
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});

test("a folder in the folder is no way out", () => {
  const folder = join(temporaryFolder(), "kurs");
  const elsewhere = temporaryFolder();
  mkdirSync(folder);
  symlinkSync(elsewhere, join(folder, "faelle"));
  const files = new Map([["faelle/1.html", "x"]]);
  expect(() => writeOutput(folder, files, { force: true })).toThrow("symbolischer Link");
  expect(readdirSync(elsewhere)).toEqual([]);
});

test("all files are written or, where one may not be, none", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "b"), "fremd");
  const files = new Map(["a", "b"].map((name) => [name, "neu"]));
  expect(() => writeOutput(folder, files, { force: false })).toThrow("gibt es schon");
  expect(readdirSync(folder)).toEqual(["b"]);
});

test
  .skipIf(process.platform === "win32")
  .each(["eine Pipe", "/dev/null", "/proc/self/status", "/proc/neu.json", home])(
  "%s is no place for a file, and nothing waits for it",
  async (name) => {
    const place = name === "eine Pipe" ? join(temporaryFolder(), "rohr") : name;
    if (name === "eine Pipe") execFileSync("mkfifo", [place]);
    const words = ["--candidate", earlier, "--save", place, "--force"];
    const { code, stderr } = await runCommandLine("gate", words);
    expect({ ended: code === 2 || code === 3, stderr }).toMatchObject({ ended: true });
    expect(stderr).toMatch(/^Fehler: /mu);
    expect(stderr).not.toContain("    at ");
    if (name === "eine Pipe") expect(statSync(place).isFIFO()).toBe(true);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  },
  60_000,
);

test("a link in the place of a file is replaced, never written through", () => {
  const folder = temporaryFolder();
  const [target, link] = [join(folder, "ziel"), join(folder, "datei")];
  writeFileSync(target, "fremd");
  symlinkSync(target, link);
  symlinkSync(target, `${link}.${process.pid}.tmp`);
  replaceFile(link, "neu");
  expect([readFileSync(target, "utf8"), readFileSync(link, "utf8")]).toEqual(["fremd", "neu"]);
});

test.skipIf(process.platform === "win32")("a link in the place of a journal is refused", () => {
  const folder = temporaryFolder();
  const target = join(folder, "ziel");
  symlinkSync(target, join(folder, "trials.jsonl"));
  expect(() => openJournalFile(join(folder, "trials.jsonl"))).toThrow(/ELOOP/u);
  expect(existsSync(target)).toBe(false);
});

function mode(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}
