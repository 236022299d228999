import { spawn } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { openStoredCache, type StoredCache } from "../../engine/sqlite-cache.ts";
import { programFolder } from "../../scripts/folders.ts";
import { completed } from "../helpers/stub-model.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const day = 24 * 60 * 60 * 1000;
const fileName = "answers-1.sqlite";

function open(folder: string, now = 0): StoredCache & { readonly troubles: readonly string[] } {
  const troubles: string[] = [];
  const onTrouble = (message: string) => void troubles.push(message);
  const cache = openStoredCache(folder, { now: () => now, onTrouble });
  onTestFinished(cache.close);
  return { ...cache, troubles };
}

describe("openStoredCache", () => {
  test("finds in a later run what an earlier one kept", () => {
    const folder = join(temporaryFolder(), "noch", "nicht", "da");
    const answer = completed("Straße „ß“ 🙂", { usage: { inputTokens: 3, outputTokens: 5 } });
    const first = open(folder);
    first.keep("a", answer);
    first.close();
    const second = open(folder);
    expect(second.find("a")).toEqual(answer);
    expect(second.find("b")).toBeUndefined();
    expect(second.troubles).toEqual([]);
  });

  test("is readable for its owner only", () => {
    const folder = temporaryFolder();
    open(folder).keep("a", completed("x"));
    for (const name of [fileName, `${fileName}-wal`]) {
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    }
  });

  test("forgets answers after 30 days, and not because the clock jumped back", () => {
    const folder = temporaryFolder();
    open(folder, 100 * day).keep("a", completed("x"));
    expect(open(folder, 50 * day).find("a")).toBeDefined();
    expect(open(folder, 129 * day).find("a")).toBeDefined();
    expect(open(folder, 131 * day).find("a")).toBeUndefined();
    expect(open(folder, 100 * day).find("a")).toBeUndefined();
  });

  test("does not believe an answer whose checksum is wrong", () => {
    const folder = temporaryFolder();
    open(folder).keep("a", completed("96 Euro"));
    const database = new DatabaseSync(join(folder, fileName));
    database.exec("UPDATE answers SET answer = replace(answer, '96', '69')");
    database.close();
    const cache = open(folder);
    expect(cache.find("a")).toBeUndefined();
    expect(cache.troubles).toEqual([]);
  });

  test("goes on without a file that is no database, and says so once", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, fileName), "Das ist keine Datenbank. ".repeat(100));
    const cache = open(folder);
    cache.keep("a", completed("x"));
    expect(cache.find("a")).toBeUndefined();
    expect(cache.troubles).toEqual(["file is not a database"]);
    expect(readFileSync(join(folder, fileName), "utf8")).toContain("keine Datenbank");
  });

  test("goes on without a folder that cannot be made", () => {
    const file = join(temporaryFolder(), "datei");
    writeFileSync(file, "");
    const cache = open(join(file, "cache"));
    expect(cache.find("a")).toBeUndefined();
    expect(cache.troubles).toHaveLength(1);
  });

  test("serves several processes at once, without a failure and without a lost answer", async () => {
    const folder = temporaryFolder();
    const ends = await Promise.all(["a", "b", "c"].map(async (name) => keepMany(folder, name)));
    expect(ends).toEqual(["", "", ""]);
    const cache = open(folder);
    for (const name of ["a", "b", "c"]) {
      const found = Array.from({ length: 300 }, (_, index) => cache.find(`${name}${index}`));
      expect(found.filter((answer) => answer?.answer.startsWith(name))).toHaveLength(300);
    }
    expect(cache.find("shared")).toBeDefined();
  });
});

/** Starts a process that keeps 300 answers of its own and one that all share; gives its troubles. */
async function keepMany(folder: string, name: string): Promise<string> {
  const module = pathToFileURL(join(programFolder, "engine", "sqlite-cache.ts")).href;
  const script = `
    const { openStoredCache } = await import(${JSON.stringify(module)});
    const onTrouble = (message) => process.stdout.write(message);
    const cache = openStoredCache(${JSON.stringify(folder)}, { now: () => 0, onTrouble });
    for (let index = 0; index < 300; index += 1) {
      const answer = { status: "completed", answer: "${name}".repeat(2000), finishReason: "stop" };
      cache.keep("${name}" + index, answer);
      cache.keep("shared", answer);
      if (cache.find("${name}" + index) === undefined) process.stdout.write("lost");
    }
    cache.close();
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (text: Buffer) => (output += text.toString("utf8")));
  child.stderr.on("data", (text: Buffer) => (output += text.toString("utf8")));
  await new Promise((resolve) => {
    child.once("close", resolve);
  });
  return output;
}
