import { describe, expect, test } from "vitest";
import { checkBudget } from "../../../scripts/eval/check-budget.ts";
import { formatSpend, spendOf } from "../../../scripts/eval/spend.ts";
import { stubDescription } from "../../helpers/stub-model.ts";

const price = { inputPerMillion: 1, outputPerMillion: 1, asOf: "2026-11-01" };
const here = "auf diesem Rechner";
const priced = stubDescription({ price });
const unpriced = stubDescription({ id: "compatible:haus", place: "beim Betreiber von haus" });
const embedded = stubDescription({ id: "llama:a", way: "llama", place: here });
const replayed = stubDescription({ id: "replay:lauf", way: "replay", place: `${here} (…)` });

describe("spend", () => {
  test.each([
    [[embedded], 0, 0, ""],
    [[replayed], 0, 0, ""],
    [[unpriced, replayed], 0, 0, "Kosten unbekannt"],
    [[priced, embedded], 1.2, 0, "1,20 €"],
    [[priced], 1.2, 0.3, "1,20 € + höchstens 0,30 € ohne Abrechnung"],
    [[priced, unpriced], 1.2, 0, "1,20 € + unbekannt"],
    [[unpriced], 0, 0, "Kosten unbekannt"],
  ])("of %# is written as it is known", (models, billed, uncertain, text) => {
    const spend = spendOf({ billed, uncertain }, models, undefined);
    expect(formatSpend(spend).replaceAll("\u00A0", " ")).toBe(text);
  });

  test("names the budget", () => {
    const spend = spendOf({ billed: 1, uncertain: 0 }, [priced], 5);
    expect(formatSpend(spend).replaceAll("\u00A0", " ")).toBe("1,00 € von 5,00 €");
  });
});

describe("checkBudget", () => {
  test("refuses what no price could hold, and warns where it most likely costs nothing", () => {
    expect(() => checkBudget(5, [priced, unpriced])).toThrow(/Unbekannt: compatible:haus\./u);
    expect(checkBudget(5, [stubDescription({ place: here })])).toContain("wirkt das Budget nicht");
    expect(checkBudget(5, [priced, embedded, replayed])).toBeUndefined();
    expect(checkBudget(undefined, [unpriced])).toBeUndefined();
  });
});
