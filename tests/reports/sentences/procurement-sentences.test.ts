import { describe, expect, test } from "vitest";
import type { Procurement } from "../../../core/findings-procurement.ts";
import {
  breakEvenSentence,
  corridorSentence,
  leadSentence,
  pairSentence,
} from "../../../reports/sentences/procurement-sentences.ts";
import { findingsFixture } from "../../helpers/findings-fixture.ts";

const names = (model: string): string => model.toUpperCase();
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

function fixture(part: Partial<Procurement> = {}): Procurement {
  const { procurement } = findingsFixture("procurement").findings;
  if (procurement === undefined) throw new Error("fixture lacks procurement");
  return { ...procurement, ...part };
}

describe("leadSentence", () => {
  test("says who is in front, how sure that is, and never awards", () => {
    const text = plain(leadSentence(fixture(), names));
    expect(text).toContain("Von 6 Modellen erfüllen 3 alle Ausschlusskriterien");
    expect(text).toMatch(/liegt B vorn, in \d+ % der Nachberechnungen\. Gesichert ist das nicht/u);
    expect(text).not.toMatch(/Zuschlag|Rang/u);
  });

  test("a verifying test says only who meets the criteria", () => {
    const text = plain(leadSentence(fixture({ role: "verifizierend", methods: [] }), names));
    expect(text).toBe(
      "Von 6 Modellen erfüllen 3 alle Ausschlusskriterien und Mindestpunktzahlen; bei 1 ist das offen.",
    );
  });

  test("without a price it says that there is no figure", () => {
    expect(leadSentence(fixture({ methods: [], standings: [] }), names)).toContain("gibt es nicht");
  });

  test("where no model is admitted, that is the reason", () => {
    const offers = fixture().offers.map((one) => ({ ...one, status: "excluded" as const }));
    const text = plain(leadSentence(fixture({ offers, methods: [], standings: [] }), names));
    expect(text).toBe(
      "Keines von 6 Modellen erfüllt alle Ausschlusskriterien und Mindestpunktzahlen. Eine Kennzahl aus Leistung und Preis gibt es nicht, weil kein Modell zugelassen ist.",
    );
  });

  test("a run of baselines has no offer", () => {
    expect(leadSentence(fixture({ offers: [], methods: [] }), names)).toContain("kein Modell");
  });

  test("offers that are level stand side by side", () => {
    const methods = fixture().methods.map((one) => ({ ...one, first: ["a", "b"] }));
    expect(leadSentence(fixture({ methods }), names)).toContain("liegen A und B gleichauf vorn.");
  });
});

const row = { own: "haus", other: "dienst", plannedPerYear: 100_000 };

test.each([
  [
    { result: "from", requestsPerYear: 222_222.2 },
    "HAUS kostet ab 222.222 Anfragen im Jahr weniger als DIENST; geplant sind 100.000.",
  ],
  [
    { result: "until", requestsPerYear: 50 },
    "HAUS kostet nur bis 50 Anfragen im Jahr weniger als DIENST; geplant sind 100.000.",
  ],
  [{ result: "always" }, "HAUS kostet bei jeder Menge weniger als DIENST."],
  [{ result: "never" }, "HAUS kostet bei keiner Menge weniger als DIENST."],
] as const)("break-even %j", (part, text) => {
  expect(breakEvenSentence({ ...row, ...part }, names)).toBe(text);
});

test("what cannot be told apart is called so", () => {
  const pair = {
    a: "a",
    b: "b",
    n: 50,
    difference: -15,
    low: -130,
    high: 95,
    method: "m",
    p: 0.8,
    pHolm: 0.8,
  };
  expect(plain(pairSentence({ ...pair, distinguishable: false }, names))).toBe(
    "A und B sind statistisch nicht unterscheidbar: −15 Leistungspunkte (Intervall −130 bis 95, n = 50).",
  );
  expect(pairSentence({ ...pair, distinguishable: true }, names)).toContain("unterscheiden sich");
});

test("the corridor stands beside what the uncertainty asks for", () => {
  expect(corridorSentence({ chosen: 5, computed: 20.7 })).toContain("weiter als der gewählte");
  expect(corridorSentence({ chosen: 10, computed: 4 })).not.toContain("weiter als");
});
