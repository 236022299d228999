import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { cardSchema } from "../../core/card.ts";
import { findingsSchema } from "../../core/findings.ts";
import { reportDetailsSchema } from "../../core/report-details.ts";
import { anonymise } from "../../reports/anonymise.ts";
import { renderComparison } from "../../reports/comparison.ts";
import { renderReport } from "../../reports/html.ts";
import { comparisonFixture } from "../helpers/comparison-fixture.ts";
import { findingsFixture } from "../helpers/findings-fixture.ts";
import { closeBrowser, faultsOf, noBrowser, openPage, views, why } from "../helpers/report-page.ts";

afterAll(closeBrowser);

/** Pages that are no report of a fixture. */
function otherPages(): Record<string, string> {
  const { findings, cards } = findingsFixture("quick");
  const [first] = cards;
  const many = Array.from({ length: 402 }, (_, at) => ({
    ...first,
    ...cards[at % cards.length],
    anchor: `fall-${at}`,
  }));
  const failures = many.map(({ anchor }, at) => ({
    ...findings.failures[at % findings.failures.length],
    anchor,
  }));
  const large = z.object({ findings: findingsSchema, cards: z.array(cardSchema) }).parse({
    findings: { ...findings, failures },
    cards: many,
  });
  const [, casePage] = [...renderReport(large.findings, large.cards)];
  const hidden = anonymise(findings, cards);
  const details = reportDetailsSchema.parse({
    agency: "Stadt Beispiel",
    signatures: [{ role: "Leitung" }],
    changes: [{ version: "1", date: "2026-11-29", text: "erste Fassung" }],
  });
  const options = { anonymous: true, details } as const;
  const [anonymous] = renderReport(hidden.findings, hidden.cards, options);
  const [anonymousEnglish] = renderReport(hidden.findings, hidden.cards, {
    ...options,
    language: "en",
  });
  const [, englishPage] = [...renderReport(large.findings, large.cards, { language: "en" })];
  const [comparison] = renderComparison([comparisonFixture()]);
  const [englishComparison] = renderComparison([comparisonFixture()], { language: "en" });
  return {
    "a page beside the report": casePage?.content ?? "",
    "an anonymised report with signatures": anonymous?.content ?? "",
    "a page beside the English report": englishPage?.content ?? "",
    "an anonymised English report with signatures": anonymousEnglish?.content ?? "",
    "a comparison of runs": comparison?.content ?? "",
    "a comparison of runs in English": englishComparison?.content ?? "",
  };
}

describe.skipIf(noBrowser)(`pages beside the report in Chromium${why}`, () => {
  describe.each(Object.entries(otherPages()))("%s", (_, content) => {
    test.each(views)(
      "axe finds nothing: $width px, $scheme, $medium",
      async (view) => {
        const { page, requests, problems } = await openPage(content);
        expect(await faultsOf(page, view)).toEqual([]);
        expect([requests, problems]).toEqual([[], []]);
        await page.close();
      },
      60_000,
    );
  });
});
