import type { RunRecords } from "../analysis/run-records.ts";
import { createRandom, type Random } from "../analysis/statistics/random.ts";
import { caseSchema } from "../core/case.ts";
import { manifestSchema, type Manifest } from "../core/manifest.ts";
import type { ScoreRecord, TrialRecord } from "../core/trial.ts";

/** How large a made-up run is. */
export interface RunSize {
  readonly models: number;
  readonly graders: number;
  readonly suites: number;
  readonly casesPerSuite: number;
}

const variants = ["trained", "untrained-kurz", "untrained-kopie", "untrained-vage"];

/**
 * A made-up run of the given size under four variants: every case has a difficulty, every model a
 * strength, answers of 800 characters, one in a hundred without an answer. Always the same.
 */
export function largeRun(size: RunSize): RunRecords {
  const random = createRandom(20261129, 1);
  const manifest = manifestOf(size);
  const trials: TrialRecord[] = [];
  const scores: ScoreRecord[] = [];
  const cases: { suite: string; case: ReturnType<typeof caseSchema.parse> }[] = [];
  for (const suite of manifest.suites) {
    for (const { id } of suite.cases) {
      const difficulty = random() / 2 ** 32 - 0.5;
      cases.push({ suite: suite.name, case: caseOf(id) });
      manifest.models.forEach(({ id: model }, strength) => {
        variants.forEach((variant, kind) => {
          const chance = 0.35 + strength * 0.06 + (kind === 0 ? 0.2 : 0) - difficulty * 0.5;
          const place = { suite: suite.name, case: id, model, variant };
          const trial = trialOf(place, random);
          trials.push(trial);
          const { must, hint } = suite.graders;
          for (const grader of [...must, ...hint]) {
            scores.push(scoreOf(trial.trialId, grader, random() / 2 ** 32 < chance ** (1 / 3)));
          }
        });
      });
    }
  }
  return { manifest, trials, scores, cases };
}

function manifestOf({ models, graders, suites, casesPerSuite }: RunSize): Manifest {
  const names = Array.from({ length: graders }, (_, at) => `grader-${at + 1}`);
  return manifestSchema.parse({
    schemaVersion: 1,
    runId: "bench",
    plannedTrials: models * suites * casesPerSuite * variants.length,
    variants,
    models: Array.from({ length: models }, (_, at) => ({ id: `llama:modell-${at + 1}` })),
    suites: Array.from({ length: suites }, (_, suite) => ({
      name: `suite-${suite + 1}`,
      graders: { must: names.slice(0, 3), hint: names.slice(3) },
      cases: Array.from({ length: casesPerSuite }, (__, at) => ({
        id: `fall-${at + 1}`,
        critical: at === 0,
        tags: ["pruefen"],
      })),
    })),
  });
}

function caseOf(id: string) {
  const text =
    "Die Behörde teilt mit, dass der Antrag bis zum 12.10.2026 einzureichen ist. ".repeat(8);
  return caseSchema.parse({
    id,
    input: { text, question: "Bis wann ist der Antrag einzureichen?" },
    reference: "Bis zum 12. Oktober 2026.",
    source: "erfunden",
    asOf: "2026-11-01",
  });
}

type Place = Pick<TrialRecord, "suite" | "case" | "model" | "variant">;

function trialOf(place: Place, random: Random): TrialRecord {
  const id = [random(), random(), random(), random(), random(), random(), random(), random()];
  const trialId = id.map((part) => part.toString(16).padStart(8, "0")).join("");
  const answer = `${trialId} `.repeat(13).slice(0, 800);
  const outcome: TrialRecord["outcome"] =
    random() % 100 === 0
      ? { status: "failed", code: "timeout", message: "keine Antwort" }
      : {
          status: "completed",
          answer,
          finishReason: "stop",
          usage: { inputTokens: 400, outputTokens: 200 },
          timing: { totalMs: 1000 + (random() % 1000) },
        };
  const hashes = { callHash: trialId, caseHash: "" };
  return { schemaVersion: 1, trialId, ...hashes, ...place, input: "raw", attempt: 1, outcome };
}

function scoreOf(trialId: string, grader: string, passed: boolean): ScoreRecord {
  const reason = passed ? "Alles Verlangte steht da." : "Es fehlt: „12. Oktober 2026“.";
  const evidence = passed ? [] : [{ start: 10, end: 24, quote: "12. November 2" }];
  const measures = { found: 2, missing: passed ? 0 : 1 };
  const score = { status: "scored" as const, value: Number(passed), passed };
  const head = { schemaVersion: 1 as const, trialId, caseHash: "", grader, version: "1" };
  return { ...head, score: { ...score, reason, measures, evidence } };
}
