import { describe, expect, test } from "vitest";
import { authoredCaseSchema } from "../../core/case.ts";
import { expandVersions, findVersionFlaws } from "../../datasets/expand-versions.ts";
import { locateCases, readCases } from "../../datasets/read-cases.ts";
import { sampleCase } from "../helpers/sample-suite.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const template = authoredCaseSchema.parse({
  ...sampleCase(),
  id: "wohngeld",
  input: { text: "{anrede} {name} fragt.", question: "Was antworten wir?" },
  expected: { facts: ["96 Euro"] },
  reference: "Guten Tag {anrede} {nachname}, es sind 96 Euro.",
  fails: [{ answer: "Hallo {name}, nichts.", grader: "facts" }],
  versions: [
    {
      id: "tuerkisch",
      group: "herkunft-tuerkisch",
      fill: { anrede: "Frau", name: "Elif Aydın", nachname: "Aydın" },
    },
    {
      id: "deutsch",
      group: "herkunft-deutsch",
      fill: { anrede: "Frau", name: "Anna Berg", nachname: "Berg" },
    },
  ],
});

describe("expandVersions", () => {
  test("makes one case per version and fills every field", () => {
    const [first, second] = expandVersions(template);
    expect(first).toMatchObject({
      id: "wohngeld-tuerkisch",
      template: "wohngeld",
      group: "herkunft-tuerkisch",
      input: { text: "Frau Elif Aydın fragt." },
      reference: "Guten Tag Frau Aydın, es sind 96 Euro.",
      fails: [{ answer: "Hallo Elif Aydın, nichts." }],
      expected: { facts: ["96 Euro"], names: ["Elif Aydın", "Anna Berg"] },
    });
    expect(second?.id).toBe("wohngeld-deutsch");
    expect(first).not.toHaveProperty("versions");
  });

  test("leaves a plain case and braces of its text alone", () => {
    const plain = authoredCaseSchema.parse(sampleCase({ reference: "Ein {name} kostet 96 Euro." }));
    expect(expandVersions(plain)).toEqual([plain]);
  });

  test.each([
    ["a placeholder without a value", { anrede: "Frau", name: "Anna Berg" }, "fill.nachname fehlt"],
    [
      "a value without a placeholder",
      { anrede: "Frau", name: "Anna Berg", nachname: "Berg", alter: "40" },
      "{alter} kommt in der Vorlage nicht vor",
    ],
  ])("finds %s", (_name, fill, message) => {
    const [first] = template.versions ?? [];
    const versions = [first, { id: "x", group: "y", fill }];
    const flaws = findVersionFlaws(authoredCaseSchema.parse({ ...template, versions }));
    expect(flaws.map((flaw) => flaw.message)).toEqual([message]);
  });

  test("finds two versions of one name", () => {
    const [first] = template.versions ?? [];
    const twice = authoredCaseSchema.parse({ ...template, versions: [first, first] });
    expect(findVersionFlaws(twice)).toEqual([
      { message: "die Fassung „tuerkisch“ steht zweimal", path: ["versions", 1, "id"] },
    ]);
  });
});

describe("readCases with versions", () => {
  const file = (fill: string) =>
    writeIn(
      temporaryFolder(),
      "faelle.yaml",
      `- id: vorher
  input: { text: "Die Steuer beträgt 96 Euro." }
  reference: 96 Euro.
  source: erfunden
  asOf: 2026-01-01
- id: paar
  versions:
    - { id: a, group: g, fill: { name: Anna Berg } }
    - { id: b, group: h, fill: ${fill} }
  input: { text: "{name} fragt." }
  reference: 96 Euro.
  source: erfunden
  asOf: 2026-01-01
`,
    );

  test("counts cases through and still finds their lines", () => {
    const path = file("{ name: Elif Aydın }");
    expect(readCases(path).map(({ id }) => id)).toEqual(["vorher", "paar-a", "paar-b"]);
    expect(locateCases(path).placeOf([2, "reference"])).toMatchObject({ line: 11 });
  });

  test("refuses a version without a value, with its line", async () => {
    const error = await userErrorOf(() => readCases(file("{ nachname: Berg }")));
    expect(error).toMatchObject({ code: "wrong-versions", exitCode: 2 });
    expect(error.message).toMatch(/Zeile 9.*Fall „paar“: fill.name fehlt/u);
  });
});
