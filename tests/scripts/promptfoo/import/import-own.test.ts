import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../../../scripts/promptfoo/import.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../../helpers/user-error.ts";

test("a damaged file beside a configuration is refused with a sentence", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.yaml"), "prompts: []\ntests: []\n");
  writeFileSync(join(folder, "a.amtsprobe.json"), '{"suites": [');
  const words = [join(folder, "a.yaml"), "--out", join(folder, "neu")];
  const error = await userErrorOf(async () => main(words));
  expect([error.code, error.exitCode]).toEqual(["export-damaged", 2]);
});
