import { existsSync } from "node:fs";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { trialKeySchema } from "../../core/trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { readRun, type RunRecords } from "../../engine/read-run.ts";
import { runFiles } from "../../engine/run-files.ts";
import { onlyFolder, parseOptions } from "../options.ts";
import { printLine } from "../print.ts";

/**
 * Says whether a run folder is whole: every planned trial is there exactly once and completed,
 * every must grader has scored each of them, and the report lies beside them. For CI.
 */
export async function main(words: string[]): Promise<ExitCode> {
  const folder = onlyFolder(parseOptions(words, {}, "eval").positionals, "eval");
  const files = runFiles(folder);
  const plan = await readSoundJournal(files.plan, trialKeySchema);
  const planned = plan.map(({ trialId }) => trialId);
  const problems = problemsOf(await readRun(folder), planned);
  const missing = [files.findings, files.cards, files.report].filter((file) => !existsSync(file));
  for (const line of [...problems, ...missing.map((file) => `fehlt: ${file}`)]) printLine(line);
  const sound = problems.length + missing.length === 0;
  printLine(
    `${planned.length} geplante Durchgänge, ${sound ? "alle vollständig" : "nicht vollständig"}.`,
  );
  return sound ? exitCodes.done : exitCodes.no;
}

function problemsOf(run: RunRecords, planned: readonly string[]): string[] {
  const recorded = new Map<string, number>();
  for (const { trialId } of run.trials) {
    recorded.set(trialId, (recorded.get(trialId) ?? 0) + 1);
  }
  const scored = new Set(
    run.scores
      .filter(({ score }) => score.status === "scored")
      .map(({ trialId, grader }) => `${trialId}/${grader}`),
  );
  const must = new Map(
    run.manifest.suites.flatMap(({ name, graders, cases }) =>
      cases.map((one) => [`${name}/${one.id}`, one.must ?? graders.must]),
    ),
  );
  return [
    ...(planned.length === 0 ? ["nichts geplant"] : []),
    ...planned
      .filter((id) => recorded.get(id) !== 1)
      .map((id) => `${recorded.get(id) ?? 0} mal statt einmal da: ${id}`),
    ...run.trials.flatMap(({ trialId, suite, case: id, outcome }) => {
      if (outcome.status === "failed") return [`ohne Antwort: ${trialId} (${outcome.code})`];
      if (outcome.omitted?.blank ?? outcome.answer.trim() === "") return [];
      return (must.get(`${suite}/${id}`) ?? [])
        .filter((grader) => !scored.has(`${trialId}/${grader}`))
        .map((grader) => `ohne Urteil: ${trialId} (${grader})`);
    }),
  ];
}
