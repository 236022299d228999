import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { fromHere } from "../../scripts/folders.ts";
import { suiteFolder } from "../../scripts/load-suites.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("a relative path is meant from where npm was called", () => {
  const folder = temporaryFolder();
  vi.stubEnv("INIT_CWD", folder);
  expect(fromHere("meine-suite")).toBe(join(folder, "meine-suite"));
  expect(fromHere("/anderswo")).toBe("/anderswo");
});

test("a suite made in a folder is found from the same folder", () => {
  const folder = temporaryFolder();
  writeIn(folder, "meine-suite/suite.yaml", "");
  vi.stubEnv("INIT_CWD", folder);
  expect(suiteFolder("meine-suite")).toBe(join(folder, "meine-suite"));
});
