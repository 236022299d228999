import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { remarksOn, shapeOfSuite } from "../../../scripts/check/shape-of-suite.ts";
import { sampleCase, sampleSuite } from "../../helpers/sample-suite.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

const tags = ["amt-steueramt", "lebenslage-hund", "pruefen"];
const examples = {
  passes: [{ answer: "96 Euro." }],
  fails: [{ answer: "69 Euro.", grader: "facts" }],
};

describe("shapeOfSuite", () => {
  test("counts examples, words and tags", () => {
    const example = { answer: "96 Euro." };
    const shape = shapeOfSuite(
      sampleSuite({
        cases: [
          sampleCase({ tags, passes: [example, example], fails: [] }),
          sampleCase({ id: "b", tags: ["pruefen"], input: { text: "Eins zwei drei." } }),
        ],
      }),
    );
    expect(shape).toMatchObject({ twoEach: 0, oneEach: 0 });
    expect(shape.words).toEqual({ least: 3, median: 9.5, most: 16 });
    expect(shape.tags[0]).toEqual(["pruefen", 2]);
  });
});

describe("remarksOn", () => {
  const remarks = (part: Record<string, unknown>, card = "Siehe [hier](suite.yaml).") => {
    const folder = temporaryFolder();
    writeIn(folder, "README.md", card);
    writeIn(folder, "suite.yaml", "");
    const suite = sampleSuite({ cases: [sampleCase({ tags, ...examples, ...part })] });
    return remarksOn(suite, folder, "2026-11-28").map(({ text }) => text);
  };

  test("has nothing to say of a sound case", () => {
    expect(remarks({ asOf: "2024-11-28" })).toEqual([]);
  });

  test.each([
    ["a missing office", { tags: ["lebenslage-hund", "pruefen"] }, /amt-/u],
    ["a missing competence", { tags: ["amt-x", "verwaltung-intern"] }, /Kompetenz/u],
    ["a missing example", { passes: [] }, /Beispiel fehlt: ein richtiges \(passes\)$/u],
    ["a source of the far future", { asOf: "2099-01-01" }, /in der Zukunft \(2099-01-01\)/u],
    ["an old source", { asOf: "2024-11-27" }, /älter als zwei Jahre \(2024-11-27\)/u],
  ])("names %s", (_what, part, text) => {
    expect(remarks(part)).toEqual([expect.stringMatching(text)]);
  });

  test("names a dead link and a missing data card", () => {
    expect(remarks({}, "[x](fehlt.md) [y](https://example.org/)")).toEqual([
      "Der Verweis „fehlt.md“ der Datenkarte führt ins Leere",
    ]);
    const suite = sampleSuite({ cases: [sampleCase({ tags, ...examples })] });
    expect(remarksOn(suite, join(temporaryFolder(), "leer"), "2026-11-28")).toEqual([
      { text: "Die Datenkarte README.md fehlt" },
    ]);
  });
});
