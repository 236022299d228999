import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { accessibility } from "./html/accessibility.ts";
import { casePage } from "./html/case-page.ts";
import { chapters as chapterPlaces } from "./html/chapter.ts";
import { evidence } from "./html/evidence.ts";
import { failures } from "./html/failures.ts";
import { scriptFor } from "./html/filter.ts";
import { glance } from "./html/glance.ts";
import { glossary } from "./html/glossary.ts";
import { markup } from "./html/escape.ts";
import { method } from "./html/method.ts";
import { page } from "./html/page.ts";
import { purposes } from "./html/purposes.ts";
import { reproducibility } from "./html/reproducibility.ts";
import { recommendation } from "./html/recommendation.ts";
import { results } from "./html/results.ts";
import { safety } from "./html/safety.ts";
import { testedModels } from "./html/tested-models.ts";
import type { ReportFile } from "./report-file.ts";
import { trainingNeed } from "./html/training-need.ts";
import { viewOf, type ReportOptions, type View } from "./view.ts";

/**
 * The German decision report: one HTML file that needs nothing beside itself and no network; only
 * failures that it has no room for stand in pages of their own, linked both ways. Everything in it
 * comes from the findings and the cards; the same input gives the same bytes. Answers are shown as
 * text, whatever is in them. The files come one by one, so that only one is in memory.
 *
 * @param findings content of `findings.json`
 * @param cards lines of `cards.jsonl`; at most 400 of them are in the report itself
 */
export function* renderReport(
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions = {},
): Generator<ReportFile, void> {
  const view = viewOf(findings, cards, options);
  const catalogue = chapterPlaces.failures;
  const chapters = [
    glance,
    recommendation,
    purposes,
    testedModels,
    results,
    safety,
    (of: View) => failures(of, catalogue),
    evidence,
    trainingNeed,
    method,
    reproducibility,
    glossary,
    accessibility,
  ];
  const head = {
    title: findings.run.title,
    kind: "Prüfbericht",
    line: "Amtsprobe · Prüfbericht zu Sprachmodellen in der Verwaltung",
    parts: Object.values(chapterPlaces),
    script: scriptFor(view.catalogue.shown),
  };
  const report = page(head, markup`${chapters.map((render) => render(view))}`).text;
  yield { file: view.file, content: report };
  for (const part of view.catalogue.pages)
    yield { file: part.file, content: casePage(view, part, catalogue) };
}

/** The report without the pages beside it. */
export function renderHtml(findings: Findings, cards: readonly Card[]): string {
  const { value } = renderReport(findings, cards).next();
  return value?.content ?? "";
}
