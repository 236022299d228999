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
import { writeFiles } from "../../scripts/training/write-files.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { writeSuite } from "../helpers/probe-suite.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const home = mkdtempSync(join(tmpdir(), "amtsprobe-out-"));
const suite = writeSuite(home, 2);
const [earlier, later] = [join(home, "frueher"), join(home, "spaeter")];

beforeAll(async () => {
  const words = ["--model", "baseline:copy", "--suite", suite, "--out", earlier];
  await runCommandLine("eval", words);
  cpSync(earlier, later, { recursive: true });
}, 60_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Each command that writes where it is told, and a file that it would write there. */
const writers: readonly {
  readonly command: string;
  readonly words: (out: string) => string[];
  readonly file: string;
  /** Takes no folder with something in it, and so needs no `--force`. */
  readonly emptyOnly?: boolean;
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
  },
  {
    command: "new",
    words: (out) => ["unsere-fragen", "--out", out],
    file: "suite.yaml",
    emptyOnly: true,
  },
];

describe.each(writers)("npm run $command", { timeout: 120_000 }, (writer) => {
  const { command, words, file, emptyOnly } = writer;
  const out = join(home, `neu-${command}`);

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
    if (command !== "preview") symlinkSync(elsewhere, link);
    const target = command === "preview" ? folder : link;
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

test("the files of a course keep to the same rules", async () => {
  const folder = join(temporaryFolder(), "kurs");
  const files = { "arbeitsblatt.html": new Uint8Array([65]) };
  writeFiles(folder, files, false);
  expect([mode(folder), mode(join(folder, "arbeitsblatt.html"))]).toEqual(["700", "600"]);
  expect(() => writeFiles(folder, files, false)).toThrow("gibt es schon");
  writeFiles(folder, files, true);
  symlinkSync(folder, `${folder}-link`);
  expect(() => writeFiles(`${folder}-link`, files, true)).toThrow("symbolischer Link");
  const words = ["--examples", "--out", `${folder}-link`];
  const { code, stderr } = await runCommandLine("training", words);
  expect({ code, isLink: stderr.includes("symbolischer Link") }).toEqual({ code: 2, isLink: true });
}, 60_000);

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
