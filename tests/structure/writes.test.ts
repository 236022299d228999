import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";

/** Rooms whose code runs at an agency. `bench/` and the builders of docs write into the program's own folder. */
const rooms = "core models graders datasets engine analysis reports training bridges scripts".split(
  " ",
);

/** Places that open files for writing themselves, and what each keeps to. */
const own: Readonly<Record<string, string>> = {
  "engine/replace-file.ts": "beside the old file, made by itself (wx), then renamed",
  "engine/journal-file.ts": "append-only, no link",
  "engine/mend-journal.ts": "append-only, no link",
  "engine/run-lock.ts": "made by itself (wx), then linked",
  "engine/sqlite-cache.ts": "the cache, no link",
  "models/hub-file.ts": "the cache, made by itself (wx), then renamed",
  "models/manual-folder.ts": "beside the old file, made by itself (wx), then renamed",
  "models/portable-kernels.ts": "a temporary folder (mkdtemp)",
  "models/weights.ts": "the cache, made by itself (O_EXCL), then renamed",
  "models/wheel.ts": "writes into what weights.ts opened",
  "scripts/output-folder.ts": "everything that a person names",
  "scripts/promptfoo/graders/assertion-thread.ts": "a temporary folder (mkdtemp)",
  "scripts/promptfoo/import/write-folder.ts": "renames what output-folder.ts wrote",
};

/** Tools of the program's makers, which no promise to an agency is about. */
const makers = /^scripts\/(?:build-[\w-]+\.ts|security\/|test\/|bench\/|ci\/)/u;

const writing =
  /\b(?:writeFile|appendFile|createWriteStream|copyFile|cp|rename|link|symlink|truncate|ftruncate|mkdir|mkdtemp|writeSync|writev|openAsBlob)(?:Sync)?\(|\bO_[A-Z]*(?:CR|WR)[A-Z]*\b|open(?:Sync)?\([^)]*, "(?!r")/u;

const sources = rooms.flatMap((room) =>
  readdirSync(join(programFolder, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.m?[jt]s$/u.test(name))
    .map((name) => `${room}/${name.replaceAll("\\", "/")}`)
    .filter((name) => !makers.test(name)),
);

test("files are written only where links, folders' rights and --force are seen to", () => {
  const found = sources.filter((name) => {
    const text = readFileSync(join(programFolder, name), "utf8");
    return /from "(?:node:)?fs(?:\/promises)?"/u.test(text) && writing.test(text);
  });
  expect(found.toSorted()).toEqual(Object.keys(own).toSorted());
});

test("in scripts/, only output-folder.ts replaces a file", () => {
  const found = sources
    .filter((name) => name.startsWith("scripts/"))
    .filter((name) => /\breplaceFile\b/u.test(readFileSync(join(programFolder, name), "utf8")));
  expect(found).toEqual(["scripts/output-folder.ts"]);
});
