import { describe, expect, test } from "vitest";
import type { Card } from "../../core/card.ts";
import { planCatalogue, wayTo } from "../../reports/catalogue.ts";
import { findingsFixture } from "../helpers/findings-fixture.ts";

function cards(count: number, changes: (index: number) => Partial<Card>): Card[] {
  const [card] = findingsFixture("quick").cards;
  if (card === undefined) throw new Error("the fixture has no card");
  return Array.from({ length: count }, (_, index) => ({
    ...card,
    others: [],
    anchor: `fall-${index}`,
    ...changes(index),
  }));
}

describe("planCatalogue", () => {
  test("every card stands in exactly one place, severe ones in the report", () => {
    const all = cards(900, (index) => ({ severity: index < 20 ? 4 : 1 }));
    const { shown, pages } = planCatalogue(all);
    expect(shown).toHaveLength(400);
    expect(all.slice(0, 20).every((card) => shown.includes(card))).toBe(true);
    const placed = [...shown, ...pages.flatMap((page) => page.cards)];
    expect(new Set(placed)).toEqual(new Set(all));
    expect(placed).toHaveLength(900);
  });

  test("large texts make the report shorter, and a page of one card is allowed", () => {
    // Unseen characters become marks of thirty bytes each.
    const { shown, pages } = planCatalogue(cards(30, () => ({ answer: "\u202e".repeat(4000) })));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(12);
    expect(shown.length + pages.flatMap((page) => page.cards).length).toBe(30);
  });

  test("suites with the same or no name in file names have files of their own", () => {
    const suites = ["a/b", "a b", "../..", "ü"];
    const all = cards(404, (index) => ({ suite: suites[index % 4] ?? "", severity: 1 }));
    const files = planCatalogue(all).pages.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    for (const file of files) expect(file).toMatch(/^faelle\/[a-z0-9-]+\.html$/u);
  });

  test("anchors that are alike get ids of their own; links lead to the first", () => {
    const all = cards(3, (index) => ({ anchor: index < 2 ? "fall x" : "fall-x" }));
    const { idOf, linkTo } = planCatalogue(all);
    expect(all.map(idOf)).toEqual(["fall-x", "fall-x-2", "fall-x-3"]);
    expect(linkTo("fall x", "report.html")).toBe("#fall-x");
    expect(linkTo("fall x", "faelle/s-1.html")).toBe("../report.html#fall-x");
    expect(linkTo("fehlt", "report.html")).toBeUndefined();
  });
});

test.each([
  ["report.html", "report.html", ""],
  ["faelle/a-1.html", "report.html", "faelle/a-1.html"],
  ["report.html", "faelle/a-1.html", "../report.html"],
  ["faelle/b-1.html", "faelle/a-1.html", "b-1.html"],
])("the way to %s from %s is %j", (file, from, way) => {
  expect(wayTo(file, from)).toBe(way);
});
