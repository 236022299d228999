import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { accessibility } from "./html/accessibility.ts";
import { casePage } from "./html/case-page.ts";
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
import { runTitle } from "./run-title.ts";
import { viewOf, type ReportOptions, type View } from "./view.ts";

/** In the order of the chapters. */
const renderers = [
  glance,
  recommendation,
  purposes,
  testedModels,
  results,
  safety,
  failures,
  evidence,
  trainingNeed,
  method,
  reproducibility,
  glossary,
  accessibility,
];

/**
 * The decision report, in German where nothing else is asked for: one HTML file that needs nothing
 * beside itself and no network; only failures that it has no room for stand in pages of their own,
 * linked both ways. Everything in it comes from the findings and the cards; the same input gives the
 * same bytes. Answers are shown as text, whatever is in them. The files come one by one, so that only
 * one is in memory.
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
  yield { file: view.file, content: reportPage(view) };
  for (const part of view.catalogue.pages) {
    yield { file: part.file, content: casePage(view, part) };
  }
}

/** The report without the pages beside it. */
export function renderHtml(
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions = {},
): string {
  return reportPage(viewOf(findings, cards, options));
}

function reportPage(view: View): string {
  const { say, catalogue } = view;
  const head = {
    ...runTitle(view),
    kind: say.text.reportKind,
    line: say.text.reportLine,
    parts: Object.values(say.chapters),
    language: say.language,
    script: scriptFor(catalogue.shown),
  };
  return page(head, markup`${renderers.map((render) => render(view))}`).text;
}
