import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { nameSuffix } from "./catalogue.ts";
import { chapters } from "./english/chapters.ts";
import { failures } from "./english/failures.ts";
import { glance } from "./english/glance.ts";
import { method } from "./english/method.ts";
import { protection } from "./english/protection.ts";
import { record } from "./english/record.ts";
import { results } from "./english/results.ts";
import { training } from "./english/training.ts";
import { markup } from "./html/escape.ts";
import { page } from "./html/page.ts";
import type { ReportFile } from "./report-file.ts";
import { viewOf, type ReportOptions } from "./view.ts";

/**
 * The English report: one self-contained file without script that holds every result a decision rests
 * on. Cases, answers and the catalogue of failures are German and stay in the German report, which it
 * names. Titles of tasks and other German texts are marked as German.
 */
export function* renderEnglish(
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions = {},
): Generator<ReportFile, void> {
  const view = viewOf(findings, cards, options);
  const head = {
    title: findings.run.title,
    kind: "Evaluation report",
    line: "Amtsprobe · Evaluation report on language models in public administration",
    parts: Object.values(chapters),
    language: "en",
  } as const;
  const parts = [glance, results, training, protection, failures, method, record];
  const { text } = page(head, markup`${parts.map((render) => render(view))}`);
  yield { file: `report-en${nameSuffix(options)}.html`, content: text };
}
