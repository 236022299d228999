import type { Item, ItemAnalysis } from "../core/findings-items.ts";
import type { ModelDescription } from "../core/model.ts";
import { tidy } from "./estimate.ts";
import type { MeasuredRun } from "./measured-run.ts";
import type { JudgedTrial } from "./read-verdicts.ts";
import { correlation } from "./statistics/correlation.ts";
import { mean } from "./statistics/quantile.ts";

/** Fewest trials or respondents on which a share or a correlation is shown. */
const fewest = 4;
/** Strong − weak at or below this is doubtful. */
const doubtfulBelow = -0.3;

const method =
  "Trennschärfe: Korrelation mit der Quote auf den übrigen Fällen der Suite, über Modelle und Prompts; zweifelhaft: starke Hälfte der Modelle mindestens 30 Punkte schlechter als die schwache";

/**
 * Item analysis for the authors of the suites: cases that all models pass or all fail, how well a case
 * tells strong from weak (corrected item-total correlation over model × prompt), and cases where the
 * stronger half of the models fails and the weaker passes: there the expectation may be wrong. With
 * fewer than two models nothing can be said and `note` says so. `models` come in order of their rates.
 */
export function findItems(run: MeasuredRun, models: readonly ModelDescription[]): ItemAnalysis {
  const ids = models.filter(({ kind }) => kind !== "baseline").map(({ id }) => id);
  const trials = run.trials.filter(
    ({ model, input, verdict }) =>
      ids.includes(model) && input === run.mainInput && verdict.status !== "not-measured",
  );
  const present = ids.filter((id) => trials.some(({ model }) => model === id));
  const half = Math.floor(present.length / 2);
  const strong = present.slice(0, half);
  const weak = present.slice(present.length - half);
  if (half === 0) {
    const note = "Für eine Auswertung der Fälle braucht es Antworten von mindestens zwei Modellen.";
    return { rows: [], strong: [], weak: [], method, note };
  }
  const bySuite = Map.groupBy(trials, ({ suite }) => suite);
  const rows = run.suites.flatMap((suite) =>
    itemsOf(bySuite.get(suite) ?? [], { suite, strong: new Set(strong), weak: new Set(weak) }),
  );
  return { rows, strong, weak, method };
}

interface Halves {
  readonly suite: string;
  readonly strong: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
}

function itemsOf(trials: readonly JudgedTrial[], halves: Halves): Item[] {
  const respondents = [...Map.groupBy(trials, respondentOf).values()].map(answersByCase);
  const byCase = Map.groupBy(trials, (trial) => trial.case);
  return [...byCase].map(([id, own]) => {
    const [strong, weak] = [shareOf(own, halves.strong), shareOf(own, halves.weak)];
    const passed = tidy(mean(own.map(passValue)));
    const discrimination = discriminationOf(id, respondents);
    const row = { suite: halves.suite, case: id, n: own.length, passed };
    const flag = flagOf(passed, new Set(own.map(({ model }) => model)).size, [strong, weak]);
    return {
      ...row,
      ...(discrimination !== undefined && { discrimination }),
      ...(strong !== undefined && { strong }),
      ...(weak !== undefined && { weak }),
      ...(flag !== undefined && { flag }),
    };
  });
}

function flagOf(
  passed: number,
  models: number,
  [strong, weak]: readonly [number | undefined, number | undefined],
): Item["flag"] {
  if (models > 1 && passed === 1) return "all-passed";
  if (models > 1 && passed === 0) return "all-failed";
  if (strong === undefined || weak === undefined) return undefined;
  return strong - weak <= doubtfulBelow + 1e-9 ? "doubtful" : undefined;
}

/** A model under one prompt: who answers the cases. */
function respondentOf({ model, variant }: JudgedTrial): string {
  return JSON.stringify([model, variant]);
}

interface Respondent {
  readonly values: ReadonlyMap<string, number>;
  readonly sum: number;
}

function answersByCase(trials: readonly JudgedTrial[]): Respondent {
  const byCase = Map.groupBy(trials, (trial) => trial.case);
  const values = new Map([...byCase].map(([id, own]) => [id, mean(own.map(passValue))]));
  return { values, sum: [...values.values()].reduce((sum, value) => sum + value, 0) };
}

/** With the rest of the suite, so that a case is not held against itself. */
function discriminationOf(id: string, respondents: readonly Respondent[]): number | undefined {
  const pairs = respondents.flatMap(({ values, sum }) => {
    const own = values.get(id);
    return own === undefined || values.size < 2
      ? []
      : [[own, (sum - own) / (values.size - 1)] as const];
  });
  if (pairs.length < fewest) return undefined;
  const value = correlation(pairs);
  return value === undefined ? undefined : tidy(value);
}

function shareOf(trials: readonly JudgedTrial[], models: ReadonlySet<string>): number | undefined {
  const own = trials.filter(({ model }) => models.has(model));
  return own.length < fewest ? undefined : tidy(mean(own.map(passValue)));
}

function passValue({ verdict }: JudgedTrial): number {
  return verdict.status === "passed" ? 1 : 0;
}
