import type { Chapter } from "../html/chapter.ts";

const titles = {
  glance: { id: "glance", title: "At a glance" },
  results: { id: "results", title: "Results by task" },
  training: { id: "training", title: "Training or another model" },
  protection: { id: "protection", title: "Safety and data protection" },
  failures: { id: "failures", title: "Failure catalogue" },
  method: { id: "method", title: "Method and limits" },
  record: { id: "record", title: "Record of the run" },
} as const;

/** The chapters of the English report in their order; the order gives the numbers. */
export const chapters: Readonly<Record<keyof typeof titles, Chapter>> = {
  glance: { ...titles.glance, number: 1 },
  results: { ...titles.results, number: 2 },
  training: { ...titles.training, number: 3 },
  protection: { ...titles.protection, number: 4 },
  failures: { ...titles.failures, number: 5 },
  method: { ...titles.method, number: 6 },
  record: { ...titles.record, number: 7 },
};
