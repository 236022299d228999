import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { englishCatalogue } from "./english/catalogue-words.ts";
import { chapters } from "./english/chapters.ts";
import { evidence } from "./english/evidence.ts";
import { glance } from "./english/glance.ts";
import { glossary } from "./english/glossary.ts";
import { method } from "./english/method.ts";
import { protection } from "./english/protection.ts";
import { reasons } from "./english/reasons.ts";
import { record } from "./english/record.ts";
import { requirements } from "./english/requirements.ts";
import { results } from "./english/results.ts";
import { training } from "./english/training.ts";
import { englishLabels } from "./english/words.ts";
import { casePage } from "./html/case-page.ts";
import { markup, type Html } from "./html/escape.ts";
import { failures } from "./html/failures.ts";
import { scriptFor } from "./html/filter.ts";
import { page } from "./html/page.ts";
import type { ReportFile } from "./report-file.ts";
import { viewOf, type ReportOptions, type View } from "./view.ts";

/**
 * The English report: one self-contained file that holds every result a decision rests on and the
 * catalogue of failures; failures that it has no room for stand in pages of their own. Cases, answers,
 * reasons and titles of tasks are German and marked as German.
 */
export function* renderEnglish(
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions = {},
): Generator<ReportFile, void> {
  const view: View = {
    ...viewOf(findings, cards, { ...options, language: "en" }),
    labels: englishLabels(findings, options.anonymous ?? false),
    words: englishCatalogue,
  };
  const head = {
    title: findings.run.title,
    kind: "Evaluation report",
    line: "Amtsprobe · Evaluation report on language models in public administration",
    parts: Object.values(chapters),
    language: "en",
    script: scriptFor(view.catalogue.shown),
  } as const;
  const parts = [
    glance,
    reasons,
    requirements,
    results,
    training,
    protection,
    catalogue,
    evidence,
    method,
    record,
    glossary,
  ];
  const { text } = page(head, markup`${parts.map((render) => render(view))}`);
  yield { file: view.file, content: text };
  for (const part of view.catalogue.pages) {
    yield { file: part.file, content: casePage(view, part, chapters.failures) };
  }
}

function catalogue(view: View): Html {
  return failures(view, chapters.failures);
}
