import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { reportDetailsSchema } from "../../core/report-details.ts";
import { renderHtml, renderReport } from "../../reports/html.ts";
import { findingsFixture } from "../helpers/findings-fixture.ts";
import { renderFixture, textOf } from "../helpers/report-text.ts";

describe("what an agency adds", () => {
  const { findings, cards } = findingsFixture("single-model");
  const details = reportDetailsSchema.parse({
    agency: "Stadt <Beispiel>",
    version: "1.0",
    state: "endfassung",
    signatures: [{ role: "Leitung Digitalreferat", name: "A. Muster" }, { role: "Datenschutz" }],
    changes: [{ version: "1.0", date: "2026-11-29", text: "erste Fassung" }],
  });
  const [report] = renderReport(findings, cards, { details });
  const page = report?.content ?? "";

  test("state and agency on page 1, signatures and changes at the end", () => {
    const text = textOf(page);
    expect(text).toContain("Endfassung, Fassung 1.0 · Stadt &lt;Beispiel&gt;");
    expect(text).toContain("Funktion Leitung Digitalreferat Name A. Muster Ort, Datum");
    expect(text).toContain("1.0 29. November 2026 erste Fassung nicht genannt");
  });

  test("without details nothing is claimed", () => {
    const text = textOf(renderHtml(findings, cards));
    for (const word of ["Entwurf", "Endfassung", "Unterschrift"]) expect(text).not.toContain(word);
  });

  test("is valid HTML", async () => {
    const { valid } = await new HtmlValidate({
      extends: ["html-validate:recommended", "html-validate:a11y"],
      rules: { "no-trailing-whitespace": "off", "long-title": "off" },
    }).validateString(page);
    expect(valid).toBe(true);
  });
});

describe("a run with requirements", () => {
  /** Every text that an agency wrote or a model caused, replaced. */
  function withTexts(text: string): string {
    const { findings, cards } = findingsFixture("procurement");
    const { procurement, trainingNeed } = findings;
    if (procurement === undefined || trainingNeed === undefined) throw new Error("no requirements");
    const offers = procurement.offers.map((offer) => ({
      ...offer,
      reasons: [text],
      exclusions: offer.exclusions.map((one) => ({ ...one, wording: text, note: text })),
      criteria: offer.criteria.map((one) => ({ ...one, title: text })),
    }));
    const needs = trainingNeed.needs.map((need) => ({
      ...need,
      ...(need.scope === "staff" && { name: text }),
    }));
    return renderHtml(
      {
        ...findings,
        procurement: {
          ...procurement,
          offers,
          title: text,
          notes: [text, text],
          outOfScope: [text],
        },
        trainingNeed: { ...trainingNeed, needs },
      },
      cards,
    );
  }

  test("shows what the agency wrote as text", () => {
    const page = withTexts('<img src=x onerror="alert(1)"><script>alert(2)</script>');
    // The page's own script stays; what was written does not become another.
    expect(page).not.toMatch(/<(?:img|script>alert)/iu);
    expect(page).toContain("&lt;script&gt;alert(2)");
  });

  test("has its role on page 1 and its rank only in a „wertende Teststellung“", () => {
    const { findings, cards } = findingsFixture("procurement");
    const { procurement } = findings;
    if (procurement === undefined) throw new Error("no requirements");
    const page = textOf(renderHtml(findings, cards));
    const first = page.slice(0, page.indexOf("Dafür gilt der Bericht nicht"));
    expect(first).toContain("Wertende Teststellung.");
    expect(page).toContain("Rang nach Punkten");
    const survey = {
      ...procurement,
      role: "markterkundung" as const,
      notes: ["Markterkundung, keine Angebotswertung: …"],
      standings: procurement.standings.map(({ rank: _rank, ...row }) => row),
    };
    const other = textOf(renderHtml({ ...findings, procurement: survey }, cards));
    expect(other).toContain("Markterkundung, keine Angebotswertung.");
    expect(other).not.toMatch(/Rang nach Punkten|maßgeblich|Zuschlag/u);
  });

  test("a run without requirements says how to fix them", () => {
    expect(textOf(renderFixture("quick"))).toContain(
      "npm run eval -- --requirements anforderungen.yaml",
    );
  });
});
