import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";

const rooms =
  "core models graders datasets suites engine analysis reports training bridges scripts tests bench docs".split(
    " ",
  );

test.each(rooms)("%s has a README", (room) => {
  expect(existsSync(join(programFolder, room, "README.md"))).toBe(true);
});
