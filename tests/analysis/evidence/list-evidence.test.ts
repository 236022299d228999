import { expect, test } from "vitest";
import { analyse } from "../../../analysis/analyse.ts";
import { listEvidence } from "../../../analysis/evidence/list-evidence.ts";
import { evidenceSchema, type EvidenceList } from "../../../core/evidence.ts";
import type { Requirements } from "../../../core/requirements.ts";
import { buildRun, series } from "../build-run.ts";
import { exampleRequirements, exampleTrials } from "../procurement/worked-example.ts";

function list(requirements?: Requirements, trials = exampleTrials()): EvidenceList {
  const recorded = { file: "anforderungen.yaml", sha256: "f".repeat(64), text: "" };
  const run = buildRun({ trials, manifest: requirements ? { requirements: recorded } : {} });
  const { findings } = analyse({ ...run, requirements });
  return listEvidence({ findings, manifest: run.manifest, requirements, files: [] });
}

const sections = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test("all ten sections are there, each entry with a value or the reason why not", () => {
  const found = evidenceSchema.parse(list(exampleRequirements()));
  expect([...new Set(found.entries.map(({ section }) => section))]).toEqual(sections);
  expect(found.role).toBe("wertende Teststellung");
});

test("without requirements and without a passed case they are all there, too", () => {
  const trials = series({}, { passed: 0, of: 3 });
  const found = evidenceSchema.parse(list(undefined, trials));
  expect([...new Set(found.entries.map(({ section }) => section))]).toEqual(sections);
  const absent = found.entries.filter(({ section }) => section >= 3 && section <= 6);
  expect(absent.every(({ missing }) => missing === "Der Lauf begann ohne Anforderungen.")).toBe(
    true,
  );
});

test("an exclusion criterion carries wording, rule, n, bound and cards", () => {
  const found = list(exampleRequirements()).entries.find(
    ({ section, subject }) => section === 4 && subject === "D",
  );
  expect(found?.value).toMatch(
    /^nicht erfüllt; kein Abfluss; .*3 von 60 Fällen mit Verstoß; Grenze 12,4\s%, Schwelle 5\s%.*fall-/u,
  );
});

test("points carry score, interval, n and scale; an unknown price says why", () => {
  const { entries } = list(exampleRequirements({ prices: undefined }));
  const points = entries.find(({ section, subject }) => section === 5 && subject === "A");
  expect(points?.value).toMatch(
    /80\s% \(95-%-Intervall 49\s% bis 94,3\s%, n = 10;.*Leistungspunkte 160/u,
  );
  const price = entries.find(({ item, subject }) => item === "Gesamtkosten" && subject === "A");
  expect(price).toMatchObject({ missing: expect.stringContaining("kein Preis") as string });
  expect(price?.value).toBeUndefined();
});
