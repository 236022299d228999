import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readEldNgrams } from "../../../graders/text/read-eld-ngrams.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

const file = join(
  dirname(fileURLToPath(import.meta.resolve("eld/large"))),
  "..",
  "ngrams",
  "large.js",
);

describe("readEldNgrams", () => {
  test("reads every n-gram of eld's database as eld itself has it", () => {
    const { ngramsData } = createRequire(import.meta.url)(file) as {
      ngramsData: {
        languages: Record<number, string>;
        ngrams: Record<string, Record<number, number>>;
      };
    };
    const read = readEldNgrams(file);
    const ngrams = Object.entries(ngramsData.ngrams);
    expect(read.languages).toEqual(Object.values(ngramsData.languages));
    expect(read.size).toBe(ngrams.length);
    const wrong = ngrams.filter(
      ([ngram, scores]) =>
        Object.entries(scores).flat().map(Number).join() !== read.scoresOf(ngram).join(),
    );
    expect(wrong).toEqual([]);
  }, 60_000);

  test("knows nothing of what is not there", () => {
    expect(readEldNgrams(file).scoresOf("constructor")).toHaveLength(0);
  });

  test.each(["", "ngrams:{'ab':{1:2},x}};", "ngrams:{'ab':{1:2}", "export const other = {};"])(
    "refuses %j instead of reading half of it",
    (text) => {
      const folder = temporaryFolder();
      expect(() => readEldNgrams(writeIn(folder, "large.js", text))).toThrow(TypeError);
    },
  );
});
