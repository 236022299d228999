import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readLimits } from "../../core/read-limits.ts";
import { linesOfSync } from "../../engine/file-lines.ts";
import { mendJournal } from "../../engine/mend-journal.ts";
import { isDeeper, readJson } from "../../engine/read-json.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { readFindings } from "../../scripts/conclude.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

function hugeFile(name: string, size: number): string {
  const file = writeIn(temporaryFolder(), name, '{"a":');
  truncateSync(file, size);
  return file;
}

describe("files of a run", () => {
  test.each([
    ["manifest.json", (file: string) => readManifest(join(file, ".."))],
    ["findings.json", (file: string) => readFindings(file)],
  ])("%s of 2 GB or of a thousand levels is refused before it is built", async (name, read) => {
    const before = process.resourceUsage().maxRSS;
    const huge = hugeFile(name, 2 * 1024 ** 3);
    expect((await userErrorOf(() => read(huge))).code).toBe("file-refused");
    const deep = writeIn(temporaryFolder(), name, `${"[".repeat(1000)}${"]".repeat(1000)}`);
    expect((await userErrorOf(() => read(deep))).code).toBe("file-refused");
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100 * 1024);
  });

  test("a journal over 2 GB is refused at once, and so is a line without end", async () => {
    const huge = hugeFile("trials.jsonl", readLimits.journal + 1);
    const before = process.resourceUsage().maxRSS;
    const schema = z.object({});
    const error = await userErrorOf(async () => readSoundJournal(huge, schema));
    expect(error.code).toBe("journal-refused");
    const endless = hugeFile("trials.jsonl", 100 * 1024 * 1024);
    const long = await userErrorOf(async () => readSoundJournal(endless, schema));
    expect([long.code, long.place?.line]).toEqual(["line-too-long", 1]);
    expect((await userErrorOf(() => mendJournal(endless))).code).toBe("line-too-long");
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(200 * 1024);
  });
});

test("depth is counted outside of texts only", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      const depthOf = (part: unknown): number =>
        typeof part === "object" && part !== null
          ? 1 + Math.max(0, ...Object.values(part).map(depthOf))
          : 0;
      const depth = depthOf(value);
      expect(isDeeper(text, depth)).toBe(false);
      if (depth > 0) expect(isDeeper(text, depth - 1)).toBe(true);
    }),
    { seed: 20261129 },
  );
  expect(isDeeper(JSON.stringify('[[["\\{{{'), 0)).toBe(false);
  const broken = writeIn(temporaryFolder(), "a.json", '{"a": "');
  expect(readJson(broken)).toBeUndefined();
});

test("lines are cut as the text would be, wherever the chunks end", () => {
  const folder = temporaryFolder();
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: fc.constantFrom("a", "ä", "😀", "x".repeat(70_000)), maxLength: 4 }),
      ),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      (lines, end, closed) => {
        const file = join(folder, "j.jsonl");
        const text = lines.join(end) + (closed ? end : "");
        writeFileSync(file, text);
        const expected = text.split(end);
        if (expected.at(-1) === "") expected.pop();
        expect([...linesOfSync(file)]).toEqual(expected);
        expect(readFileSync(file, "utf8")).toBe(text);
      },
    ),
    { seed: 20261129, numRuns: 60 },
  );
});
