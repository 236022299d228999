import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cacheFolder } from "../../models/cache-folder.ts";

test.each([
  ["the folder of one's own", { AMTSPROBE_CACHE: "/a", XDG_CACHE_HOME: "/b" }, "/a"],
  ["the shared folder", { XDG_CACHE_HOME: "/b" }, "/b/amtsprobe"],
  ["an empty variable", { AMTSPROBE_CACHE: "", XDG_CACHE_HOME: "" }, undefined],
  ["a relative shared folder", { XDG_CACHE_HOME: "b" }, undefined],
  ["nothing set", {}, undefined],
])("%s", (_, environment, expected) => {
  expect(cacheFolder(environment)).toBe(expected ?? join(homedir(), ".cache", "amtsprobe"));
});
