import { join } from "node:path";
import { expect, test } from "vitest";
import { checkIsFree, checkName } from "../../../scripts/new/suite-name.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

test.each([
  ["buergerfragen", "name-taken", "unsere-buergerfragen"],
  ["Unsere Suite", "wrong-use", "unsere-fragen"],
])("refuses the name %s and offers another", async (name, code, offer) => {
  const error = await userErrorOf(() => checkName(name));
  expect(error).toMatchObject({ code, exitCode: 2 });
  expect(error.nextStep).toContain(offer);
});

test("a new folder and an empty one are free, a full one and a file are not", async () => {
  const folder = temporaryFolder();
  checkName("unsere-fragen");
  checkIsFree(folder);
  checkIsFree(join(folder, "neu"));
  const file = writeIn(folder, "mein.txt", "wichtig");
  for (const taken of [folder, file]) {
    expect(await userErrorOf(() => checkIsFree(taken))).toMatchObject({ code: "folder-not-empty" });
  }
});
