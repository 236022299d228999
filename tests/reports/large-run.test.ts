import { describe, expect, test } from "vitest";
import type { Card } from "../../core/card.ts";
import type { Findings } from "../../core/findings.ts";
import { renderReport } from "../../reports/html.ts";
import { findingsFixture } from "../helpers/findings-fixture.ts";

/** What a reader sees of a page, with ordinary blanks. */
function textOf(page: string): string {
  return page
    .replace(/<style>.*<\/style>/su, "")
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/[\s\u00a0]+/gu, " ");
}

describe("a large run", () => {
  const { findings, cards } = findingsFixture("quick");

  function many(count: number): { findings: Findings; cards: Card[] } {
    const [card] = cards;
    const [failure] = findings.failures;
    if (card === undefined || failure === undefined) throw new Error("the fixture has no failure");
    const numbers = Array.from({ length: count }, (_, index) => index);
    const answer = "Die Frist beträgt zwei Wochen. ".repeat(20);
    return {
      findings: {
        ...findings,
        failures: numbers.map((index) => ({ ...failure, anchor: `fall-${index}` })),
      },
      cards: numbers.map((index) => ({
        ...card,
        answer,
        others: [],
        anchor: `fall-${index}`,
        case: `f${index % 97}`,
      })),
    };
  }

  test("shows 400 failures, has the rest beside it and stays under 3 MB", () => {
    const large = many(5000);
    const files = [...renderReport(large.findings, large.cards)];
    const [report] = files;
    const page = report?.content ?? "";
    expect(page.match(/<article\s/gu)).toHaveLength(400);
    expect(textOf(page)).toContain("Gezeigt werden 400 von 5.000 nicht bestandenen Durchgängen");
    expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
    const articles = files.flatMap(({ content }) => content.match(/<article\s/gu) ?? []);
    expect(articles).toHaveLength(5000);
    for (const { content } of files) expect(Buffer.byteLength(content)).toBeLessThan(3_000_000);
  });

  test("every file is linked both ways, and every anchor is found in the report", () => {
    const large = many(1000);
    const [report, ...pages] = [...renderReport(large.findings, large.cards)];
    const page = report?.content ?? "";
    expect(pages.map(({ file }) => file)).toEqual([
      "faelle/buergerfragen-1.html",
      "faelle/buergerfragen-2.html",
    ]);
    for (const { file, content } of pages) {
      expect(page).toContain(`href="${file}"`);
      expect(content).toContain('href="../report.html#fehler"');
      for (const [, id] of content.matchAll(/<article\sclass="failure"\sid="([^"]+)"/gu)) {
        expect(page).toContain(`id="${id}" href="${file}#${id}"`);
      }
    }
    for (const { anchor } of large.cards) expect(page).toContain(`id="${anchor}"`);
  });

  test("the English report has the same anchors, and pages of its own for the rest", () => {
    const large = many(1000);
    const [report, ...pages] = [...renderReport(large.findings, large.cards, { language: "en" })];
    const page = report?.content ?? "";
    expect(textOf(page)).toContain("400 of 1,000 answers not passed are shown");
    expect(textOf(page)).toContain("The other 600 stand in files in the folder “faelle-en”");
    expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
    expect(pages.map(({ file }) => file)).toEqual([
      "faelle-en/buergerfragen-1.html",
      "faelle-en/buergerfragen-2.html",
    ]);
    for (const { file, content } of pages) {
      expect(page).toContain(`href="${file}"`);
      expect(content).toContain('href="../report-en.html#fehler"');
      expect(content).toContain('<html lang="en">');
    }
    for (const { anchor } of large.cards) expect(page).toContain(`id="${anchor}"`);
  });

  test("same findings, same bytes in every file", () => {
    const large = many(900);
    expect([...renderReport(large.findings, large.cards)]).toEqual([
      ...renderReport(large.findings, large.cards),
    ]);
  });
});
