import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceFile } from "../../engine/replace-file.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

describe("replaceFile", () => {
  test("writes a text, bytes or pieces, and leaves nothing else behind", () => {
    const folder = temporaryFolder();
    const path = join(folder, "a.json");
    for (const content of ["Zwei", Buffer.from("Zwei"), ["Z", "w", "ei"].values()]) {
      writeFileSync(path, "Eins");
      replaceFile(path, content);
      expect(readFileSync(path, "utf8")).toBe("Zwei");
    }
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });

  test("keeps the old content when the new one breaks off", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "a.json");
    writeFileSync(path, "Eins");
    function* pieces() {
      yield "Zw";
      throw new Error("kaputt");
    }
    expect(await userErrorOf(() => replaceFile(path, pieces()))).toMatchObject({
      code: "file-unwritable",
    });
    expect(readFileSync(path, "utf8")).toBe("Eins");
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });

  test("takes away what killed processes left of this file, and nothing of others", () => {
    const folder = temporaryFolder();
    const { pid: gone } = spawnSync(process.execPath, ["-e", ""]);
    const alive = process.ppid;
    const left = [
      `a.json.${gone}.tmp`,
      `a.json.${alive}.tmp`,
      `b.json.${gone}.tmp`,
      "a.json.x.tmp",
    ];
    for (const name of left) writeFileSync(join(folder, name), "halb");
    replaceFile(join(folder, "a.json"), "ganz");
    expect(readdirSync(folder).toSorted()).toEqual(["a.json", ...left.slice(1)].toSorted());
  });
});
