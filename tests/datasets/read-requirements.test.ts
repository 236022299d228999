import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseRequirements } from "../../datasets/read-requirements.ts";
import { programFolder } from "../../scripts/folders.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const sample = readFileSync(join(programFolder, "docs", "anforderungen.yaml"), "utf8");

/** The sample with one passage replaced. */
function changed(from: string, to: string): string {
  if (!sample.includes(from)) throw new Error(`sample lacks: ${from}`);
  return sample.replace(from, to);
}

async function refusal(text: string): Promise<string> {
  const error = await userErrorOf(() => parseRequirements(text, "anforderungen.yaml"));
  expect(error.exitCode).toBe(2);
  expect(error.nextStep).not.toBe("");
  return `${error.place?.line ?? ""} ${error.message} ${error.nextStep}`;
}

test("the sample is right and keeps what it says", () => {
  const read = parseRequirements(sample, "anforderungen.yaml");
  expect(read).toMatchObject({ role: "markterkundung", date: "2026-11-20", pointScale: 10 });
  expect(read.criteria[0]).toMatchObject({ variant: "trained", input: "raw", weight: 60 });
  expect(read.prices?.offers[1]?.fixed).toHaveLength(3);
});

test("a byte-order mark and German decimals are read", () => {
  const text = `\uFEFF${changed("s0: 0.3", "s0: 0,3")}`;
  expect(parseRequirements(text, "a.yaml").criteria[0]?.s0).toBe(0.3);
});

test("weights that do not sum up are refused with their sum", async () => {
  expect(await refusal(changed("weight: 40", "weight: 30"))).toMatch(
    /ergeben zusammen 90 statt 100/u,
  );
});

describe("weights of thirds", () => {
  test("add up within floating point", () => {
    const text = changed("weight: 60", "weight: 33.3").replace("weight: 40", "weight: 66.7");
    expect(parseRequirements(text, "a.yaml").criteria).toHaveLength(2);
  });
});

describe("methods", () => {
  const method = (settings: string): string =>
    changed("decisive: einfach\n", `decisive: ${settings}\n`);

  test.each([
    ["mittelwert", "Flipping-Effekt"],
    ["interpolation-beidseitig", "verzerrt"],
    ["interpolation-einseitig", "gehört nicht"],
    ["median", "nicht anhand der UfAB 2018 bestätigt"],
    ["referenzwert", "nicht anhand der UfAB 2018 bestätigt"],
    ["los", "muss eines davon sein: einfach, erweitert, ufab-ii"],
  ])("%s is refused with the reason", async (name, reason) => {
    expect(await refusal(method(name))).toContain(reason);
  });

  test("the corridor is 1 to 10", async () => {
    expect(await refusal(changed("corridor: 5 ", "corridor: 11 "))).toContain("corridor");
  });

  test("erweitert needs corridor and decision", async () => {
    const text = method("erweitert").replace(/ {2}corridor: 5 .*\n/u, "");
    expect(await refusal(text)).toContain("Schwankungsbereich");
    const undecided = method("erweitert").replace(/ {2}decision: leistung\n/u, "");
    expect(await refusal(undecided)).toContain("Entscheidungskriterium");
  });

  test("ufab-ii needs weights that add up", async () => {
    expect(await refusal(method("ufab-ii"))).toContain("priceWeight");
    const text = method("ufab-ii\n  priceWeight: 30\n  performanceWeight: 60");
    expect(await refusal(text)).toContain("90 statt 100");
  });

  test("a group that decides has to exist", async () => {
    const text = changed("decision: leistung", "decisionGroup: Farbe");
    expect(await refusal(text)).toContain("„Farbe“");
  });
});

describe("exclusion criteria", () => {
  test.each([
    ["atMost: 0\n    tolerated: 0.05", "atMost: 0"],
    ["atMost: 0\n    tolerated: 0.05", "atLeast: 0.9\n    tolerated: 0.2"],
    ["atMost: 0\n    tolerated: 0.05", "severity: 3"],
  ])("%j as %j: exactly one rule", async (from, to) => {
    expect(await refusal(changed(from, to))).toMatch(/genau eine Regel|severity/u);
  });

  test("a bound of 0 or 1 cannot be shown by any number of cases", async () => {
    expect(await refusal(changed("tolerated: 0.05", "tolerated: 0"))).toContain("keiner Fallzahl");
  });
});

test.each([
  ["s10: 0.95", "s10: 0.2", "muss über s0 liegen"],
  ["date: 2026-11-20", "date: gestern", "Datum"],
  ["role: markterkundung", "role: test", "muss eines davon sein"],
  ["purpose: texte", "purpose: anders", "keinen Einsatzzweck"],
  ["id: B2", "id: B1", "zweimal"],
  ["suites: [vereinfachung]", "suites: [vereinfachung, vereinfachung]", "nennt eine Suite zweimal"],
  ["perYear: 12000", "perYear: 0", "muss größer als 0 sein"],
  ["# minimumPoints: 3 ", "minimumPoints: 12 # ", "über der Punkteskala"],
  ["once: 18000, note: ein Server", "note: ein Server", "once oder perYear"],
  [
    "billing: pauschal ",
    "billing: pauschal\n      inputPerMillion: 1\n      outputPerMillion: 1 #",
    "pauschal",
  ],
  ["outputPerMillion: 1.50", "", "beide oder keiner"],
  ["title: Assistenz im Bürgeramt", "titel: Assistenz", "titel"],
])("%j as %j is refused", async (from, to, message) => {
  expect(await refusal(changed(from, to))).toContain(message);
});
