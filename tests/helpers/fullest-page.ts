import { findingsSchema } from "../../core/findings.ts";
import { renderHtml } from "../../reports/html.ts";
import type { Language } from "../../reports/language.ts";
import { findingsFixture } from "./findings-fixture.ts";

/** A quick run of five models with long names, with training needs and everything else on page 1. */
export function fullestPage(language: Language = "de"): string {
  const { findings, cards } = findingsFixture("quick");
  const { trainingNeed } = findingsFixture("all-failed").findings;
  const [first] = findings.models;
  if (first === undefined) throw new Error("no model");
  const extra = [3, 4, 5, 6].map((at) => `llama:weiteres-modell-${at}`);
  const copies = <Row extends { readonly model: string }>(rows: readonly Row[]): Row[] => [
    ...rows,
    ...extra.flatMap((model) =>
      rows.filter((row) => row.model === first.id).map((row) => ({ ...row, model })),
    ),
  ];
  const models = [
    ...findings.models.map((model) => ({ ...model, name: `${model.id} Instruct (Q4_K_M)` })),
    ...extra.map((id, at) => ({ ...first, id, name: `Weiteres Modell ${at} Instruct (Q4_K_M)` })),
  ];
  const full = {
    ...findings,
    models,
    trainingNeed,
    rates: copies(findings.rates),
    suiteResults: copies(findings.suiteResults),
    answering: copies(findings.answering),
  };
  return renderHtml(findingsSchema.parse(full), cards, { language });
}
