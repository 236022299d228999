import { describe, expect, test } from "vitest";
import { findDoubles } from "../../../scripts/check/find-doubles.ts";
import { sampleCase, sampleSuite } from "../../helpers/sample-suite.ts";

const text = "Die Hundesteuer beträgt 96 Euro im Jahr und ist am ersten Juli zu zahlen.";

function suiteOf(name: string, ...parts: Record<string, unknown>[]) {
  return sampleSuite({
    name,
    cases: parts.map((part, index) => sampleCase({ id: `fall-${index}`, ...part })),
  });
}

describe("findDoubles", () => {
  test("finds a true double across suites", () => {
    const doubles = findDoubles([
      suiteOf("a", { input: { text } }),
      suiteOf("b", { input: { text: text.toUpperCase() } }),
    ]);
    expect(doubles).toEqual([{ first: "a/fall-0", second: "b/fall-0", likeness: 1 }]);
  });

  test("finds a near double and tells how near", () => {
    const [double] = findDoubles([
      suiteOf("a", { input: { text } }, { input: { text: text.replace("96", "97") } }),
    ]);
    expect(double?.likeness).toBeGreaterThan(0.5);
    expect(double?.likeness).toBeLessThan(1);
  });

  test("leaves other texts and the versions of one template alone", () => {
    const template = { template: "hund" };
    expect(
      findDoubles([
        suiteOf(
          "a",
          { input: { text }, ...template },
          { input: { text }, ...template },
          { input: { text: "Der Bewohnerparkausweis gilt nur in der Zone, in der Sie wohnen." } },
        ),
      ]),
    ).toEqual([]);
  });
});
