import { describe, expect, test } from "vitest";
import { procurementSchema } from "../../../core/findings-procurement.ts";
import { series, type TrialSpec } from "../build-run.ts";
import vectors from "../vectors/procurement.json" with { type: "json" };
import { exampleRequirements, exampleTrials, procure, suites } from "./worked-example.ts";

const ordered = { corridor: 5, decision: "leistung" };
const settings = {
  decisive: "einfach",
  ...ordered,
  priceWeight: 30,
  performanceWeight: 70,
  referenceValue: { performance: 800, price: 130_000 },
};

describe("the worked example as a run", () => {
  const found = procure(exampleRequirements({ method: settings }));
  const of = (model: string) => found.offers.find((offer) => offer.model === model);

  test("keeps its schema", () => {
    expect(procurementSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(
      JSON.parse(JSON.stringify(found)),
    );
  });

  test("points are those of the table", () => {
    for (const [model, performance] of Object.entries(vectors.performance)) {
      expect(of(model)?.performance?.value).toBe(performance);
    }
  });

  test("D leaves before ranking, with the exact bound", () => {
    expect(of("D")).toMatchObject({ status: "excluded" });
    expect(of("D")?.exclusions[0]).toMatchObject({
      status: "missed",
      measured: { n: 60, violations: 3 },
      anchors: expect.arrayContaining([expect.stringMatching(/^fall-/u)]) as string[],
    });
    expect(of("D")?.exclusions[0]?.measured?.bound).toBeCloseTo(0.124187210477, 10);
    for (const { figures } of found.methods) {
      expect(figures.map(({ model }) => model).toSorted()).toEqual(["A", "B", "C"]);
    }
  });

  test("every method that was set says who is in front; only one decides", () => {
    const first = Object.fromEntries(found.methods.map((one) => [one.method, one.first]));
    expect(first).toEqual({
      einfach: ["A"],
      erweitert: ["B"],
      "ufab-ii": ["C"],
      median: ["C"],
      referenzwert: ["C"],
    });
    expect(found.methods.filter(({ decisive }) => decisive).map(({ method }) => method)).toEqual([
      "einfach",
    ]);
    const weighted = found.methods.filter(({ caveat }) => caveat !== undefined);
    expect(weighted.map(({ method }) => method)).toEqual(["median", "referenzwert"]);
  });

  test("ten cases a task cannot tell A and B apart, and the ranks say so", () => {
    // B stands first: by the weights of the criteria it has the higher rate.
    const pair = found.pairs.find(({ a, b }) => a === "B" && b === "A");
    expect(pair).toMatchObject({ difference: 15, distinguishable: false, n: 50 });
    const standing = found.standings.find(({ model }) => model === "A");
    expect(standing).toMatchObject({ rank: 1, best: 1 });
    expect(standing?.worst).toBeGreaterThan(1);
    const sum = found.standings.reduce((total, { firstShare }) => total + firstShare, 0);
    expect(sum).toBeCloseTo(1, 9);
  });

  test("recalculations agree with an independent program, up to the chance in both", () => {
    const { ends, first } = vectors.recalculations;
    for (const model of ["A", "B", "C"] as const) {
      const performance = of(model)?.performance;
      expect(Math.abs((performance?.low ?? 0) - (ends[model][0] ?? NaN))).toBeLessThan(12);
      expect(Math.abs((performance?.high ?? 0) - (ends[model][1] ?? NaN))).toBeLessThan(12);
      const share = found.standings.find((row) => row.model === model)?.firstShare ?? 0;
      expect(Math.abs(share - first[model])).toBeLessThan(0.02);
    }
    const pair = found.pairs.find(({ a, b }) => a === "B" && b === "A");
    expect(Math.abs(-(pair?.high ?? 0) - (ends["A-B"][0] ?? NaN))).toBeLessThan(12);
    expect(Math.abs(-(pair?.low ?? 0) - (ends["A-B"][1] ?? NaN))).toBeLessThan(12);
  });

  test("the same seed gives the same numbers", () => {
    expect(procure(exampleRequirements({ method: settings }))).toEqual(found);
  });

  test("sensitivity names what would put another one in front", () => {
    const changed = found.sensitivity.filter(({ same }) => !same).map(({ change }) => change);
    expect(changed).toContain("Verfahren: Erweiterte Richtwertmethode");
    expect(found.sensitivity.map(({ change }) => change)).toContain(
      "Gewicht B2: 35 statt 25 (+10)",
    );
  });
});

test("erweitert shows how wide the interval is beside the chosen corridor", () => {
  const method = { decisive: "erweitert", ...ordered };
  const found = procure(exampleRequirements({ method }));
  expect(found.corridor?.chosen).toBe(5);
  expect(found.corridor?.computed).toBeGreaterThan(5);
  const decisive = found.methods.find((one) => one.decisive);
  expect(decisive?.figures.find(({ model }) => model === "C")?.inside).toBe(false);
  expect(found.standings.find(({ model }) => model === "C")?.rank).toBeUndefined();
});

describe("roles", () => {
  test("Markterkundung has no rank", () => {
    const found = procure(exampleRequirements({ role: "markterkundung" }));
    expect(found.notes[0]).toContain("Markterkundung, keine Angebotswertung");
    expect(found.standings.every(({ rank }) => rank === undefined)).toBe(true);
    expect(JSON.stringify(found)).not.toMatch(/Zuschlag|Angebot erhält/u);
  });

  test("a verifying test excludes and ranks nothing", () => {
    const found = procure(exampleRequirements({ role: "verifizierend" }));
    expect(found).toMatchObject({ methods: [], standings: [], pairs: [], sensitivity: [] });
    expect(found.offers.find(({ model }) => model === "D")?.status).toBe("excluded");
  });
});

describe("what is not known stays absent", () => {
  test("without prices there are points, but no figure and no rank", () => {
    const found = procure(exampleRequirements({ prices: undefined }));
    const [offer] = found.offers;
    expect(offer?.performance).toBeDefined();
    expect(offer?.cost).toBeUndefined();
    expect(offer?.costMissing).toContain("kein Preis");
    expect(found.methods).toEqual([]);
    expect(found.standings).toEqual([]);
    expect(found.pairs).toHaveLength(3);
  });

  test("a task that was not measured leaves no L", () => {
    const trials = exampleTrials().map((trial): TrialSpec =>
      trial.model === "A" && trial.suite === "daten" ? { ...trial, result: "no-answer" } : trial,
    );
    const found = procure(exampleRequirements(), trials);
    const offer = found.offers.find(({ model }) => model === "A");
    expect(offer).toMatchObject({ status: "undecided" });
    expect(offer?.performance).toBeUndefined();
    expect(found.standings.map(({ model }) => model)).not.toContain("A");
  });

  test("all failed: L is 0 with an upper end, and Z is 0", () => {
    const trials = suites.flatMap((suite) => series({ suite, model: "A" }, { passed: 0, of: 10 }));
    const found = procure(exampleRequirements({ exclusions: [] }), trials);
    const performance = found.offers[0]?.performance;
    expect(performance?.value).toBe(0);
    expect(performance?.low).toBe(0);
    expect(performance?.high).toBeGreaterThan(50);
  });

  test("one case: the interval is wide, not absent and not a point", () => {
    const trials = suites.flatMap((suite) => series({ suite, model: "A" }, { passed: 1, of: 1 }));
    const performance = procure(exampleRequirements({ exclusions: [] }), trials).offers[0]
      ?.performance;
    expect(performance).toMatchObject({ value: 1000, high: 1000, n: 5 });
    expect(performance?.low).toBeLessThan(800);
  });
});

test("a minimum of points excludes", () => {
  const criteria = exampleRequirements().criteria.map((one) =>
    one.id === "B2" ? { ...one, minimumPoints: 7 } : one,
  );
  const found = procure(exampleRequirements({ criteria }));
  expect(found.offers.find(({ model }) => model === "A")).toMatchObject({
    status: "excluded",
    reasons: ["Mindestpunktzahl bei B2 verfehlt: 6 statt 7 Punkte"],
  });
});

test("a price weight of 90 % is warned of", () => {
  const method = { decisive: "ufab-ii", priceWeight: 90, performanceWeight: 10 };
  expect(procure(exampleRequirements({ method })).notes.join(" ")).toContain("Verg 33/12");
});
