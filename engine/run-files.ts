import { join } from "node:path";

/** The files of a run folder (design: commands and files). */
export function runFiles(folder: string) {
  return {
    manifest: join(folder, "manifest.json"),
    /** One line per planned trial; trials that are no longer planned do not count. */
    plan: join(folder, "plan.jsonl"),
    /** The cases as they were asked, so that a run can be read without its suites. */
    cases: join(folder, "cases.jsonl"),
    trials: join(folder, "trials.jsonl"),
    scores: join(folder, "scores.jsonl"),
    findings: join(folder, "findings.json"),
    cards: join(folder, "cards.jsonl"),
    report: join(folder, "report.html"),
    /** Evidence for the award file, with the hash of every file above. */
    evidence: join(folder, "nachweise.json"),
    evidenceTable: join(folder, "nachweise.csv"),
  } as const;
}
