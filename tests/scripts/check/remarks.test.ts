import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caseSchema } from "../../../core/case.ts";
import type { Suite } from "../../../core/suite.ts";
import { competences, remarksOn } from "../../../scripts/check/remarks.ts";
import { sampleCase, sampleSuite } from "../../helpers/sample-suite.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

const tags = ["amt-steueramt", "lebenslage-hund", "pruefen"];
const examples = {
  passes: [{ answer: "96 Euro." }],
  fails: [{ answer: "69 Euro.", grader: "facts" }],
};

describe("remarksOn", () => {
  const remarks = (part: Record<string, unknown>, card = "Siehe [hier](suite.yaml).") => {
    const folder = join(temporaryFolder(), "probe");
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
    expect(remarksOn(suite, join(temporaryFolder(), "leer", "probe"), "2026-11-28")).toEqual([
      { text: "Die Datenkarte README.md fehlt" },
    ]);
  });

  test("a missing competence is named with all there are", () => {
    const [text] = remarks({ tags: ["amt-x", "verwaltung-intern"] });
    for (const competence of competences) {
      expect(text).toContain(competence);
      expect(caseSchema.shape.tags.description).toContain(competence);
    }
  });

  function remarksOnSuite(part: Partial<Suite>, files: Record<string, string> = {}): string[] {
    const folder = join(temporaryFolder(), "probe");
    for (const [name, text] of Object.entries({ "README.md": "", ...files })) {
      writeIn(folder, name, text);
    }
    const suite = sampleSuite({ cases: [sampleCase({ tags, ...examples })], ...part });
    return remarksOn(suite, folder, "2026-11-28").map(({ text }) => text);
  }

  test("names the ways of asking that are missing, and how to go on without them", () => {
    expect(remarksOnSuite({ variants: { "untrained-kurz": "prompts/kurz.md" } })).toEqual([
      expect.stringMatching(/Prompt-Variante trained;.*--variant untrained-kurz/u),
    ]);
    expect(remarksOnSuite({ variants: { trained: "prompts/trained.md" } })).toEqual([
      expect.stringMatching(/untrained-kurz, untrained-kopie oder untrained-vage/u),
    ]);
  });

  test("names a folder that is not called like its suite", () => {
    expect(remarksOnSuite({ name: "anders" })).toEqual([
      "Der Ordner heißt „probe“, die Suite in suite.yaml aber „anders“",
    ]);
  });

  test("in a table, names a list that nobody split", () => {
    const facts = (value: string) => [
      sampleCase({ tags, ...examples, expected: { facts: [value], answerable: true } }),
    ];
    const table = { "faelle.csv": "" };
    expect(remarksOnSuite({ cases: facts("96 Euro; 1. Juli") }, table)).toEqual([
      expect.stringContaining("expected.facts ist eine einzige Angabe mit „;“"),
    ]);
    expect(remarksOnSuite({ cases: facts("96 Euro") }, table)).toEqual([]);
    expect(remarksOnSuite({ cases: facts("96 Euro; 1. Juli") })).toEqual([]);
  });
});
