import { describe, expect, test } from "vitest";
import type { Card } from "../../../core/card.ts";
import { selectCards } from "../../../reports/html/select-cards.ts";
import { findingsFixture } from "../../helpers/findings-fixture.ts";

const [template] = findingsFixture("single-model").cards;

function card(anchor: string, changes: Partial<Card> = {}): Card {
  if (template === undefined) throw new Error("the fixture has no card");
  return { ...template, anchor, severity: 2, critical: false, ...changes };
}

function anchors(cards: readonly Card[], limit: number): string[] {
  return selectCards(cards, limit).map((chosen) => chosen.anchor);
}

describe("selectCards", () => {
  test("takes critical cases first, then the severe ones", () => {
    const cards = [
      card("leicht", { severity: 1 }),
      card("schwer", { severity: 4 }),
      card("kritisch", { severity: 1, critical: true }),
    ];
    expect(anchors(cards, 2)).toEqual(["kritisch", "schwer"]);
  });

  test("among equals it takes in turn from every suite and model", () => {
    const cards = [
      card("a1", { model: "a" }),
      card("a2", { model: "a" }),
      card("a3", { model: "a" }),
      card("b1", { model: "b" }),
      card("c1", { suite: "andere" }),
    ];
    expect(anchors(cards, 4)).toEqual(["a1", "b1", "c1", "a2"]);
  });

  test("takes as many as are asked for", () => {
    const cards = Array.from({ length: 1000 }, (_, index) => card(`fall-${index}`));
    expect(selectCards(cards, 400)).toHaveLength(400);
  });

  test("takes all where there are few", () => {
    expect(selectCards([], 400)).toEqual([]);
    expect(anchors([card("eins")], 400)).toEqual(["eins"]);
  });
});
