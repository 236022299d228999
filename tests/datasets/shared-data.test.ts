import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { checkLocated } from "../../datasets/located-value.ts";
import { readYaml } from "../../datasets/read-yaml.ts";
import { loadSuites } from "../../scripts/load-suites.ts";
import { programFolder } from "../../scripts/folders.ts";

const folder = join(programFolder, "datasets");
const text = z.string().min(1);

function read<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  return checkLocated(schema, readYaml(join(folder, name, `${name}.yaml`)));
}

const sets = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(sets)("the data set %s has a card", (name) => {
  expect(existsSync(join(folder, name, "README.md"))).toBe(true);
});

describe("namen", () => {
  const names = read(
    "namen",
    z.array(
      z.strictObject({
        name: text,
        vorname: text,
        nachname: text,
        gruppe: text,
        geschlecht: z.enum(["weiblich", "männlich"]),
        kohorte: z.string().regex(/^\d{4}-\d{4}$/u),
        herkunft: text,
      }),
    ),
  );

  test("has at least ten names for each group and gender, none twice", () => {
    const groups = Map.groupBy(names, ({ gruppe, geschlecht }) => `${gruppe} ${geschlecht}`);
    for (const members of groups.values()) expect(members.length).toBeGreaterThanOrEqual(10);
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
  });

  test("has every name that the suite verzerrung compares", () => {
    const [suite] = loadSuites(["verzerrung"]);
    const used = new Set(suite?.cases.flatMap(({ expected }) => expected.names ?? []));
    const known = new Set(names.map(({ name }) => name));
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
    expect(used.size).toBeGreaterThanOrEqual(20);
  });
});

test("glossar: every translation names a source that is listed", () => {
  const translations = z.array(z.looseObject({ wort: text, quelle: text })).min(1);
  const glossary = read(
    "glossar",
    z.looseObject({
      quellen: z.array(z.looseObject({ id: text })),
      begriffe: z.array(z.looseObject({ de: text })),
    }),
  );
  const sources = new Set(glossary.quellen.map(({ id }) => id));
  for (const entry of glossary.begriffe) {
    const languages = ["en", "tr", "uk"].filter((language) => language in entry);
    expect([entry.de, languages.length > 0]).toEqual([entry.de, true]);
    for (const language of languages) {
      for (const { wort, quelle } of translations.parse(entry[language])) {
        expect(sources.has(quelle), `${entry.de}, ${wort}: ${quelle}`).toBe(true);
      }
    }
  }
});

test("behoerden: numbers for media productions and addresses kept free for examples only", () => {
  const offices = read(
    "behoerden",
    z.array(z.looseObject({ name: text, telefon: text, mail: text, anschrift: text })),
  );
  expect(offices.length).toBeGreaterThanOrEqual(40);
  for (const { telefon, mail, anschrift } of offices) {
    expect(telefon).toMatch(/^(?:030 23125|040 66969|069 90009|089 99998|0221 4710)-\d+$/u);
    expect(mail).toMatch(/\.example$/u);
    expect(anschrift).toMatch(/, 00\d{3} /u);
  }
});

test("gesetze: each passage has its place, wording and date, and was checked", () => {
  const passages = read(
    "gesetze",
    z.array(
      z.looseObject({
        fundstelle: text,
        wortlaut: text,
        stand: z.iso.date(),
        geprueft: z.enum(["ja", "nein"]),
      }),
    ),
  );
  expect(new Set(passages.map(({ fundstelle }) => fundstelle)).size).toBe(passages.length);
  for (const { geprueft, beleg } of passages) if (geprueft === "ja") expect(beleg).toBeTruthy();
});

test("gesetze: the wording that buergerfragen quotes is the one of the data set", () => {
  const passages = read("gesetze", z.array(z.looseObject({ fundstelle: text, wortlaut: text })));
  const [suite] = loadSuites(["buergerfragen"]);
  const texts = suite?.cases.map(({ input }) => flat(input.text ?? "")) ?? [];
  const quoted = passages.filter(({ wortlaut }) => {
    const [sentence = ""] = flat(wortlaut).split(/(?<=\.)\s/u);
    return texts.some((one) => one.includes(sentence));
  });
  expect(quoted.map(({ fundstelle }) => fundstelle)).toEqual(
    expect.arrayContaining([expect.stringContaining("BMG")]),
  );
});

function flat(passage: string): string {
  return passage.replaceAll(/\s+/gu, " ").trim();
}
