import { describe, expect, test } from "vitest";
import {
  award,
  firstOf,
  type AwardName,
  type Contender,
} from "../../../analysis/procurement/award.ts";
import { awardMethodSchema } from "../../../core/requirements-method.ts";
import vectors from "../vectors/procurement.json" with { type: "json" };
import { prices } from "./worked-example.ts";

const contenders: Contender[] = Object.entries(vectors.performance)
  .filter(([model]) => model !== "D")
  .map(([model, performance]) => ({ model, performance, price: prices[model] ?? 0, group: 0 }));

function run(method: AwardName, settings: Record<string, unknown>, offers = contenders) {
  const parsed = awardMethodSchema.parse({ decisive: "einfach", ...settings });
  return award(method, offers, { settings: parsed, maximum: 1000 });
}

const seventy = { priceWeight: 30, performanceWeight: 70 };
const rows: [keyof typeof vectors.figures, AwardName, Record<string, unknown>][] = [
  ["einfach", "einfach", {}],
  ["median 50/50", "median", {}],
  ["median 70/30", "median", seventy],
  [
    "referenzwert 70/30",
    "referenzwert",
    { ...seventy, referenceValue: { performance: 800, price: 130_000 } },
  ],
  ["ufab-ii beste", "ufab-ii", seventy],
  ["ufab-ii theoretisch", "ufab-ii", { ...seventy, performanceReference: "theoretisch" }],
];

describe("the worked example of the handbook", () => {
  test.each(rows)("%s", (name, method, settings) => {
    const figures = run(method, settings);
    const expected: Readonly<Record<string, number>> = vectors.figures[name];
    for (const { model, z } of figures) expect(z).toBeCloseTo(expected[model] ?? NaN, 10);
    expect(firstOf(figures)).toEqual([vectors.winners[name]]);
  });

  test.each([5, 10])("erweitert, s = %i: A and B are inside, C is not", (corridor) => {
    const by = (decision: string) => run("erweitert", { corridor, decision });
    const inside = by("leistung").filter((one) => one.inside);
    expect(inside.map(({ model }) => model)).toEqual(["A", "B"]);
    expect(firstOf(by("leistung"))).toEqual(["B"]);
    expect(firstOf(by("preis"))).toEqual(["A"]);
  });
});

describe("erweitert", () => {
  const offer = (model: string, performance: number): Contender => ({
    model,
    performance,
    price: 1000,
    group: model === "b" ? 9 : 1,
  });

  test("the limit itself is inside, compared unrounded", () => {
    const figures = run("erweitert", { corridor: 10, decision: "leistung" }, [
      offer("a", 1000),
      offer("b", 900),
      offer("c", 899.999),
    ]);
    expect(figures.map(({ inside }) => inside)).toEqual([true, true, false]);
  });

  test("a group of criteria may decide", () => {
    const figures = run("erweitert", { corridor: 10, decisionGroup: "Sicherheit" }, [
      offer("a", 1000),
      offer("b", 950),
    ]);
    expect(firstOf(figures)).toEqual(["b"]);
  });
});

test("offers that are level are all in front", () => {
  const same = ["a", "b"].map((model) => ({ model, performance: 0.1 + 0.2, price: 3, group: 0 }));
  expect(firstOf(run("einfach", {}, same))).toEqual(["a", "b"]);
});
