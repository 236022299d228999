import { describe, expect, test } from "vitest";
import { analyse } from "../../../analysis/analyse.ts";
import type { Procurement } from "../../../core/findings-procurement.ts";
import { requirementsSchema } from "../../../core/requirements.ts";
import { buildRun, series } from "../build-run.ts";

/** Case i takes 1000 + 100·i tokens in and 200 out: means 1450 and 200 over ten cases. */
function procure(part: {
  readonly offers: unknown[];
  readonly usage?: boolean;
  /** More tokens in per case; 0 for the same in all. */
  readonly step?: number;
  readonly volumes?: unknown[];
  readonly models?: unknown[];
}): Procurement {
  const trials = ["haus", "dienst"].flatMap((model) =>
    series({ suite: "s", model }, { passed: 8, of: 10 }),
  );
  const recorded = { file: "a.yaml", sha256: "0", text: "" };
  const run = buildRun({
    trials,
    manifest: { requirements: recorded, ...(part.models && { models: part.models }) },
  });
  const requirements = requirementsSchema.parse({
    schemaVersion: 1,
    title: "t",
    date: "2026-11-01",
    role: "markterkundung",
    purposes: [{ id: "z", title: "Zweck", suites: ["s"] }],
    criteria: [{ id: "B1", title: "b", suites: ["s"], weight: 100, s0: 0, s10: 1 }],
    method: { decisive: "einfach" },
    horizonYears: 4,
    volumes: part.volumes ?? [{ purpose: "z", perYear: 100_000 }],
    prices: { basis: "Liste", asOf: "2026-11-01", vatPercent: 19, offers: part.offers },
  });
  const used = run.trials.map((trial) => {
    if (trial.outcome.status !== "completed" || part.usage === false) return trial;
    const usage = {
      inputTokens: 1000 + (part.step ?? 100) * (Number(trial.case.slice(5)) - 1),
      outputTokens: 200,
    };
    return { ...trial, outcome: { ...trial.outcome, usage } };
  });
  const { procurement } = analyse({ ...run, trials: used, requirements }).findings;
  if (procurement === undefined) throw new Error("no procurement");
  return procurement;
}

const service = { model: "dienst", kind: "commercial", inputPerMillion: 2, outputPerMillion: 8 };
const own = {
  model: "haus",
  kind: "own",
  billing: "pauschal",
  fixed: [
    { what: "gpu", once: 2000 },
    { what: "personal", perYear: 500 },
  ],
};
const costOf = (found: Procurement, model: string) =>
  found.offers.find((offer) => offer.model === model);

describe("by hand", () => {
  const found = procure({ offers: [service, own] });

  test("tokens really used × volume × price × VAT", () => {
    // 100 000 × (1450 × 2 + 200 × 8) / 10⁶ × 1.19 = 535.50 euro a year.
    const cost = costOf(found, "dienst")?.cost;
    expect(cost?.perYear).toBeCloseTo(535.5, 9);
    expect(cost?.overHorizon).toBeCloseTo(2142, 9);
    expect(cost?.purposes).toEqual([
      { purpose: "z", perYear: 100_000, answers: 10, inputTokens: 1450, outputTokens: 200 },
    ]);
    expect(cost?.tokensPerYear?.low).toBeLessThan(535.5);
    expect(cost?.tokensPerYear?.high).toBeGreaterThan(535.5);
  });

  test("fixed costs over the horizon × VAT", () => {
    // (2000 / 4 + 500) × 1.19 = 1190 euro a year.
    expect(costOf(found, "haus")?.cost?.perYear).toBeCloseTo(1190, 9);
  });

  test("break-even", () => {
    // 1190 / (535.50 / 100 000) = 222 222.2 requests a year.
    expect(found.breakEven).toHaveLength(1);
    expect(found.breakEven[0]).toMatchObject({ own: "haus", other: "dienst", result: "from" });
    expect(found.breakEven[0]?.requestsPerYear).toBeCloseTo(222_222.222, 2);
    expect(found.breakEven[0]?.plannedPerYear).toBe(100_000);
  });
});

test("a model of one's own that costs more per request as well never pays off", () => {
  const dear = { ...own, billing: "token", inputPerMillion: 3, outputPerMillion: 9 };
  const [row] = procure({ offers: [service, dear] }).breakEven;
  expect(row).toMatchObject({ result: "never" });
  expect(row?.requestsPerYear).toBeUndefined();
});

test("the price of the run's configuration holds where the requirements name none", () => {
  const price = { inputPerMillion: 2, outputPerMillion: 8, asOf: "2026-11-01" };
  const models = [{ id: "haus" }, { id: "dienst", price }];
  const found = procure({ offers: [{ model: "dienst", kind: "commercial" }], models });
  expect(costOf(found, "dienst")?.cost?.perYear).toBeCloseTo(535.5, 9);
});

describe("unknown is absent, never 0", () => {
  const missing = (part: Parameters<typeof procure>[0]): string => {
    const found = procure(part);
    expect(costOf(found, "dienst")?.cost).toBeUndefined();
    expect(found.methods).toEqual([]);
    return costOf(found, "dienst")?.costMissing ?? "";
  };

  test("no price per token", () => {
    const text = missing({ offers: [{ model: "dienst", kind: "commercial" }] });
    expect(text).toBe("Der Preis je Million Token ist nicht bekannt.");
  });

  test("no volume", () => {
    expect(missing({ offers: [service], volumes: [] })).toContain("Anfragen im Jahr");
  });

  test("tokens that the endpoint does not tell", () => {
    expect(missing({ offers: [service], usage: false })).toContain("nicht zu jeder Antwort");
  });

  test("a free model has no figure", () => {
    const free = { model: "dienst", kind: "own", billing: "pauschal" };
    expect(missing({ offers: [free] })).toContain("Gesamtkosten je Jahr");
  });
});

test("the same tokens in every case leave no interval, not one in the unit of the currency", () => {
  const found = procure({ offers: [service, own], step: 0 });
  const tokens = costOf(found, "dienst")?.cost?.tokensPerYear;
  expect(tokens?.value).toBeCloseTo(428.4, 9);
  expect(tokens).not.toHaveProperty("low");
  expect(tokens?.method).toContain("ohne Intervall");
});
