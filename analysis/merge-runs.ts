import type { CaseSummary, Manifest, RunSuite } from "../core/manifest.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import type { RunRecords } from "./run-records.ts";

/**
 * Several runs as one, so that models that were tried on different days can be compared on the same
 * cases. Refused are runs that hold a suite in different versions, or a model of the same name with
 * different settings: their answers would not be comparable. Everything that describes the
 * whole (title, seed) is that of the first. Requirements do not carry over: they were fixed for each run by
 * itself, so that there is no award figure over several.
 */
export function mergeRuns(runs: readonly RunRecords[]): RunRecords {
  const [first, ...rest] = runs;
  if (first === undefined) throw new RangeError("no run to merge");
  return rest.reduce(mergeTwo, first);
}

function mergeTwo(a: RunRecords, b: RunRecords): RunRecords {
  const known = new Set(a.cases.map((line) => placeOf(line.suite, line.case.id)));
  return {
    manifest: { ...mergeManifests(a.manifest, b.manifest), plannedTrials: planned(a, b) },
    trials: [...a.trials, ...b.trials],
    scores: [...a.scores, ...b.scores],
    cases: [...a.cases, ...b.cases.filter((line) => !known.has(placeOf(line.suite, line.case.id)))],
  };
}

/** A trial that both runs planned is one. */
function planned(a: RunRecords, b: RunRecords): number {
  const ids = new Set(a.trials.map(({ trialId }) => trialId));
  const both = new Set(b.trials.map(({ trialId }) => trialId).filter((id) => ids.has(id))).size;
  return a.manifest.plannedTrials + b.manifest.plannedTrials - both;
}

function mergeManifests(a: Manifest, b: Manifest): Manifest {
  const suites = a.suites.map((suite) => {
    const other = b.suites.find(({ name }) => name === suite.name);
    return other === undefined ? suite : mergeSuites(suite, other, [a.runId, b.runId]);
  });
  const added = b.suites.filter(({ name }) => !a.suites.some((suite) => suite.name === name));
  const ids = new Set(a.models.map(({ id }) => id));
  for (const model of a.models) checkModel(model, b);
  return {
    ...a,
    requirements: undefined,
    runId: `${a.runId}+${b.runId}`,
    profile: a.profile === "quick" || b.profile === "quick" ? "quick" : "full",
    attempts: Math.max(a.attempts, b.attempts),
    variants: [...new Set([...a.variants, ...b.variants])],
    inputs: [...new Set([...a.inputs, ...b.inputs])],
    models: [...a.models, ...b.models.filter(({ id }) => !ids.has(id))],
    suites: [...suites, ...added],
    exposure: distinct([...a.exposure, ...b.exposure]),
    withheld: distinct([...a.withheld, ...b.withheld]),
    sessions: [...a.sessions, ...b.sessions],
  };
}

function mergeSuites(a: RunSuite, b: RunSuite, [runA, runB]: readonly [string, string]): RunSuite {
  const hashes = new Map(a.cases.map((summary) => [summary.id, summary]));
  const changed = b.cases.filter((summary) => differs(hashes.get(summary.id), summary));
  const sameHash = a.hash === "" || b.hash === "" || a.hash === b.hash;
  if (a.version !== b.version || !sameHash || changed.length > 0) {
    const some = changed.slice(0, 3).map(({ id }) => `„${id}“`);
    const which =
      some.length === 0 ? "" : ` Verschieden sind zum Beispiel die Fälle ${some.join(", ")}.`;
    throw new UserError(
      `Die Läufe „${runA}“ und „${runB}“ haben verschiedene Fassungen der Suite „${a.name}“ (${versionsText(a, b)}).${which} Ihre Ergebnisse lassen sich nicht vergleichen.`,
      {
        code: "different-suite-versions",
        exitCode: exitCodes.usage,
        nextStep:
          "Fragen Sie beide Modelle mit derselben Fassung der Suite (npm run eval), oder werten Sie die Läufe einzeln aus.",
      },
    );
  }
  return { ...a, cases: [...a.cases, ...b.cases.filter(({ id }) => !hashes.has(id))] };
}

/** A suite can be edited, or a grader renewed, without a new version number. */
function versionsText(a: RunSuite, b: RunSuite): string {
  return a.version === b.version
    ? `beide ${a.version}, aber mit anderen Fällen, Prompts, Einstellungen oder Gradern`
    : `${a.version} und ${b.version}`;
}

function differs(a: CaseSummary | undefined, b: CaseSummary): boolean {
  return a !== undefined && a.caseHash !== "" && b.caseHash !== "" && a.caseHash !== b.caseHash;
}

/** Price and limits do not shape the answer; everything else does. */
function checkModel(model: Manifest["models"][number], other: Manifest): void {
  const same = other.models.find(({ id }) => id === model.id);
  if (same === undefined) return;
  const shape = ({ way, endpoint, name, revision, details, parameters }: typeof model): string =>
    JSON.stringify({ way, endpoint, name, revision, details, parameters });
  if (shape(model) === shape(same)) return;
  throw new UserError(
    `Das Modell „${model.id}“ lief in den beiden Läufen mit verschiedenen Einstellungen. Unter einem Namen lassen sie sich nicht zusammenfassen.`,
    {
      code: "different-models",
      exitCode: exitCodes.usage,
      nextStep:
        "Geben Sie dem Modell im zweiten Lauf einen eigenen Namen, oder werten Sie die Läufe einzeln aus.",
    },
  );
}

function distinct<Row extends object>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function placeOf(suite: string, id: string): string {
  return JSON.stringify([suite, id]);
}
