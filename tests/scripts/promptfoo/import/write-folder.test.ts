import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFolder } from "../../../../scripts/promptfoo/import/write-folder.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../../helpers/user-error.ts";

test.each([
  "../../zeuge.md",
  "prompts/../../zeuge.md",
  "/zeuge-amtsprobe.md",
  "..",
  "..\\..\\zeuge.md",
])("a name that leads out of the folder is refused, and nothing is written: %s", async (name) => {
  const folder = temporaryFolder();
  const files = new Map([
    ["suite.yaml", "a"],
    [name, "b"],
  ]);
  const error = await userErrorOf(() => writeFolder(join(folder, "tief", "neu"), files));
  expect([error.code, error.exitCode]).toEqual(["outside-suite", 2]);
  expect(readdirSync(folder)).toEqual([]);
});

test("a link in the folder's place is not followed", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "fremd"));
  symlinkSync(join(folder, "fremd"), join(folder, "neu"));
  const files = new Map([["suite.yaml", "a"]]);
  expect(() => writeFolder(join(folder, "neu"), files)).toThrow("symbolischer Link");
  expect(readdirSync(join(folder, "fremd"))).toEqual([]);
});
