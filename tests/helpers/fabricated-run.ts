import { mkdirSync } from "node:fs";
import type { Case } from "../../core/case.ts";
import { manifestSchema } from "../../core/manifest.ts";
import { modelDescriptionSchema } from "../../core/model.ts";
import { completedSchema, type Outcome } from "../../core/outcome.ts";
import type { Suite } from "../../core/suite.ts";
import type { TrialRecord } from "../../core/trial.ts";
import { gradeComparisons } from "../../engine/compare-answers.ts";
import { caseHash } from "../../engine/identity.ts";
import { formatLine } from "../../engine/journal-line.ts";
import { inputText } from "../../engine/prompt.ts";
import { gradePending } from "../../engine/regrade.ts";
import { replaceFile } from "../../engine/replace-file.ts";
import { runFiles } from "../../engine/run-files.ts";
import { describeSuite } from "../../scripts/eval/manifest.ts";
import { gradingPlace } from "../../scripts/load-suites.ts";

/** A way in which an answer ends other than well, or does not come. */
const troubles: readonly ((answer: string) => Outcome)[] = [
  () => ({ status: "failed", code: "network", message: "Verbindung abgebrochen" }),
  (answer) => completedSchema.parse({ status: "completed", answer, finishReason: "length" }),
  (answer) => completedSchema.parse({ status: "completed", answer, finishReason: "refusal" }),
  (answer) =>
    completedSchema.parse({ status: "completed", answer, finishReason: "content-filter" }),
];

/**
 * Writes a finished run without any model: its models give the references, wrong examples, and by
 * turns right examples, nothing and copies of the source; some answers are cut off, refused or never came.
 */
export function writeFabricatedRun(folder: string, suites: readonly Suite[]): void {
  const trials = suites.flatMap((suite) =>
    suite.cases.flatMap((graded, at) => trialsOf(suite, graded, at)),
  );
  const places = new Map(suites.map((suite) => [suite.name, gradingPlace(suite)]));
  const scores = [...gradePending(trials, [], places), ...gradeComparisons(trials, [], places)];
  const cases = suites.flatMap((suite) =>
    suite.cases.map((graded) => ({ schemaVersion: 1, suite: suite.name, case: graded })),
  );
  const models = [...new Set(trials.map(({ model }) => model))].toSorted();
  const manifest = manifestSchema.parse({
    schemaVersion: 1,
    runId: "erfunden",
    models: models.map((id) => modelDescriptionSchema.parse({ id })),
    suiteSources: suites.map(({ name }) => name),
    suites: suites.map((suite) => describeSuite(suite, "full")),
    variants: ["trained"],
    plannedTrials: trials.length,
  });
  mkdirSync(folder, { recursive: true });
  const files = runFiles(folder);
  replaceFile(files.manifest, JSON.stringify(manifest));
  replaceFile(files.cases, cases.map(formatLine).join(""));
  replaceFile(files.trials, trials.map(formatLine).join(""));
  replaceFile(files.scores, scores.map(formatLine).join(""));
}

/** Three answers a case, a different choice from case to case, and every fourth with trouble instead. */
function trialsOf(suite: Suite, graded: Case, at: number): TrialRecord[] {
  const { reference = "", passes, fails, input } = graded;
  const turn = at + Math.floor(at / 4);
  const pick = (examples: readonly { readonly answer: string }[]) =>
    examples[turn % examples.length]?.answer ?? reference;
  const make = trialMaker(suite, graded);
  const trouble = at % 4 === 0 ? troubles[(at / 4) % troubles.length] : undefined;
  const others = [pick(passes), "", input.text ?? input.new ?? ""];
  return [
    make("antworten:muster", trouble?.(reference) ?? completed(reference)),
    make("antworten:falsch", completed(pick(fails))),
    make("antworten:gemischt", completed(others[turn % others.length] ?? "")),
    ...(inputText(graded, "pseudonymised") === undefined || at % 2 === 0
      ? []
      : [make("antworten:muster", completed(reference), "pseudonymised")]),
  ];
}

function completed(answer: string): Outcome {
  return { status: "completed", answer, finishReason: "stop" };
}

function trialMaker(suite: Suite, graded: Case) {
  return (
    model: string,
    outcome: Outcome,
    input: "raw" | "pseudonymised" = "raw",
  ): TrialRecord => ({
    schemaVersion: 1,
    trialId: `${suite.name}/${graded.id}/${input}/${model}`,
    callHash: "",
    caseHash: caseHash(suite, graded),
    suite: suite.name,
    case: graded.id,
    variant: "trained",
    input,
    model,
    attempt: 1,
    outcome,
  });
}
