import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { openCache, readCacheUse, type CacheUse } from "../../../scripts/eval/open-cache.ts";
import { completed } from "../../helpers/stub-model.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

function inFolder(folder: string) {
  vi.stubEnv("AMTSPROBE_CACHE", folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return (use: CacheUse) => {
    const opened = openCache(use, (message) => {
      throw new Error(message);
    });
    onTestFinished(opened.close);
    return opened.cache;
  };
}

describe("openCache", () => {
  test("without it nothing is found, kept or even made", () => {
    const folder = join(temporaryFolder(), "cache");
    expect(inFolder(folder)("off")).toBeUndefined();
    expect(existsSync(folder)).toBe(false);
  });

  test("asked for fresh answers finds none and keeps what came", () => {
    const open = inFolder(temporaryFolder());
    open("use")?.keep("a", completed("alt"));
    const fresh = open("fresh");
    expect(fresh?.find("a")).toBeUndefined();
    fresh?.keep("a", completed("neu"));
    expect(open("use")?.find("a")).toEqual(completed("neu"));
  });
});

describe("readCacheUse", () => {
  test("reads the words of the command line and refuses both at once", async () => {
    expect(readCacheUse({})).toBe("use");
    expect(readCacheUse({ fresh: true })).toBe("fresh");
    expect(readCacheUse({ "no-cache": true })).toBe("off");
    const error = await userErrorOf(() => readCacheUse({ "no-cache": true, fresh: true }));
    expect(error).toMatchObject({ code: "wrong-use", exitCode: 2 });
  });
});
