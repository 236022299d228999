import type { ShownRun, ShownTrial } from "../../../bridges/promptfoo/view/shown-run.ts";
import { readVerdicts, type JudgedTrial } from "../../../analysis/read-verdicts.ts";
import type { Case } from "../../../core/case.ts";
import type { Suite } from "../../../core/suite.ts";
import { renderPrompt } from "../../../engine/prompt.ts";
import { readRun } from "../../../engine/read-run.ts";
import classes from "../../../reports/words/failure-classes.json" with { type: "json" };
import { suitesOfRun } from "../export/export-run.ts";

/** Reads a run for the viewer; of all its suites or of some. */
export async function gatherRun(
  folder: string,
  names: readonly string[] | undefined,
): Promise<ShownRun> {
  const records = await readRun(folder);
  const { runId, title, createdAt } = records.manifest;
  const suites = new Map(suitesOfRun(records).map((suite) => [suite.name, suite]));
  const cases = new Map(
    [...suites.values()].flatMap((suite) =>
      suite.cases.map((graded) => [`${suite.name}/${graded.id}`, graded] as const),
    ),
  );
  const trials = readVerdicts(records)
    .filter(({ suite }) => names?.includes(suite) ?? true)
    .flatMap((trial) => {
      const graded = cases.get(`${trial.suite}/${trial.case}`);
      const suite = suites.get(trial.suite);
      return graded === undefined || suite === undefined ? [] : [shownTrial(trial, graded, suite)];
    });
  return { runId, title, createdAt: isoOf(createdAt), trials };
}

function shownTrial(trial: JudgedTrial, graded: Case, suite: Suite): ShownTrial {
  const { verdict } = trial;
  const template = suite.prompts[trial.variant];
  return {
    trial,
    graded,
    verdict,
    failure: verdict.status === "failed" ? classes[verdict.class].title : undefined,
    scores: [...trial.scores.values()].map((record) => ({
      record,
      isHint: suite.graders.hint.includes(record.grader),
    })),
    prompt:
      template === undefined ? undefined : renderPrompt(template, graded, trial.input)[0]?.content,
  };
}

/** promptfoo wants a time; a run without one gets the beginning of time. */
function isoOf(text: string): string {
  return Number.isNaN(Date.parse(text)) ? new Date(0).toISOString() : text;
}
