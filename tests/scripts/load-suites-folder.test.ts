import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { suiteFolder } from "../../scripts/load-suites.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("a suite made in a folder is found from the same folder", () => {
  const folder = temporaryFolder();
  writeIn(folder, "meine-suite/suite.yaml", "");
  vi.stubEnv("INIT_CWD", folder);
  expect(suiteFolder("meine-suite")).toBe(join(folder, "meine-suite"));
});
