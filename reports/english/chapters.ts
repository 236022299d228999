import type { Chapter } from "../html/chapter.ts";

const titles = {
  glance: { id: "glance", title: "At a glance" },
  reasons: { id: "reasons", title: "Recommendation and reasons" },
  requirements: { id: "requirements", title: "Models and requirements" },
  results: { id: "results", title: "Results by task" },
  training: { id: "training", title: "Training or another model" },
  protection: { id: "protection", title: "Safety and data protection" },
  failures: { id: "failures", title: "Failure catalogue" },
  evidence: { id: "evidence", title: "Evidence and who asks for it" },
  method: { id: "method", title: "Method and limits" },
  record: { id: "record", title: "Record of the run" },
  glossary: { id: "glossary", title: "Glossary" },
} as const;

/** The chapters of the English report. */
export type EnglishChapter = keyof typeof titles;

/** In their order; the order gives the numbers. */
export const chapters: Readonly<Record<EnglishChapter, Chapter>> = {
  glance: { ...titles.glance, number: 1 },
  reasons: { ...titles.reasons, number: 2 },
  requirements: { ...titles.requirements, number: 3 },
  results: { ...titles.results, number: 4 },
  training: { ...titles.training, number: 5 },
  protection: { ...titles.protection, number: 6 },
  failures: { ...titles.failures, number: 7 },
  evidence: { ...titles.evidence, number: 8 },
  method: { ...titles.method, number: 9 },
  record: { ...titles.record, number: 10 },
  glossary: { ...titles.glossary, number: 11 },
};
