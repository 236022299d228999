import { criticalPart, gateAlpha } from "../../analysis/gate/gate-rule.ts";
import { measureRun, type MeasuredRun } from "../../analysis/measured-run.ts";
import { pairedSpread, type PairedSpread } from "../../analysis/power/paired-spread.ts";
import {
  agreements,
  planCases,
  planDifference,
  type Agreement,
} from "../../analysis/power/plan-mcnemar.ts";
import {
  fewestEarlierCases,
  simulateCases,
  simulatePower,
} from "../../analysis/power/simulate-power.ts";
import type { McnemarTest } from "../../analysis/statistics/mcnemar-power.ts";
import { readVerdicts } from "../../analysis/read-verdicts.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { readRun } from "../../engine/read-run.ts";
import type { PlanRequest } from "./plan-request.ts";

/** One line of a plan. `cases` absent: more than 100 000; `difference` absent: none can be shown. */
export interface PlanRow {
  readonly difference?: number;
  readonly cases?: number;
  /** Without an earlier run: how alike the two are taken to be. */
  readonly agreement?: Agreement;
  /** With an earlier run: attempts per case. */
  readonly attempts?: number;
}

/** A plan and what it rests on. */
export interface Plan {
  readonly power: number;
  readonly rows: readonly PlanRow[];
  /** German. */
  readonly method: string;
  readonly rate?: number;
  /** Planned for the gate with so many suites. */
  readonly gate?: number;
  readonly from?: Pick<PairedSpread, "what" | "attempts" | "between" | "perAttempt"> & {
    readonly cases: number;
  };
  /** German: what cannot be said. */
  readonly notes: readonly string[];
}

/** Plans two models on the same cases with one attempt each: the exact McNemar test. */
export function planExactly({ differences, rate, power, cases, gate }: PlanRequest): Plan {
  const test = gate === undefined ? undefined : gateTest(gate);
  const goal = { power, test };
  const rows =
    cases === undefined
      ? differences.flatMap((difference) =>
          agreements.map((agreement): PlanRow => {
            const needed = planCases({ rate, difference, agreement }, goal);
            return { difference, agreement, ...(needed !== undefined && { cases: needed }) };
          }),
        )
      : agreements.map((agreement): PlanRow => {
          const difference = planDifference(cases, { rate, agreement }, goal);
          return { cases, agreement, ...(difference !== undefined && { difference }) };
        });
  const method =
    gate === undefined
      ? "exakter McNemar-Test, zweiseitig, 5 %; Trennschärfe ausgezählt"
      : `exakter McNemar-Test des Gates, einseitig, 4 % geteilt durch ${gate} (Holm); Trennschärfe ausgezählt`;
  return { power, rows, method, rate, ...(gate !== undefined && { gate }), notes: [] };
}

/** How the gate tests one of so many suites when it also watches critical cases. */
function gateTest(suites: number): McnemarTest {
  return { alpha: (gateAlpha - criticalPart) / suites, sides: 1 };
}

/** Plans with the variance of an earlier run, by simulation. */
export async function planFromRun(
  folder: string,
  request: PlanRequest,
  suite?: string,
): Promise<Plan> {
  const records = await readRun(folder);
  const judged = readVerdicts(records).filter(
    (trial) => suite === undefined || trial.suite === suite,
  );
  const spread = spreadOrRefuse(measureRun(records.manifest, judged), suite);
  const { power, seed } = request;
  const rows = attemptsOf(spread, request.attempts).flatMap((attempts): PlanRow[] => {
    const { cases } = request;
    if (cases !== undefined) return [shownBy(spread, { attempts, seed, cases, power })];
    return request.differences.map((difference) => {
      const needed = simulateCases(spread, { difference, attempts, seed }, power);
      return { difference, attempts, ...(needed !== undefined && { cases: needed }) };
    });
  });
  const { what, between, perAttempt } = spread;
  const source = { what, attempts: spread.attempts, between, cases: spread.residuals.length };
  return {
    power,
    rows,
    method: `Permutationstest über Fälle, zweiseitig, 5 %; Trennschärfe mit der Streuung des Laufs simuliert, Startwert ${seed}`,
    from: { ...source, ...(perAttempt !== undefined && { perAttempt }) },
    notes:
      perAttempt !== undefined
        ? []
        : [
            "Was mehr Versuche je Fall bringen, lässt sich aus einem Lauf mit einem Versuch nicht schätzen.",
          ],
  };
}

/** Attempts to plan for; a run that asked once says nothing about asking more often. */
function attemptsOf({ perAttempt, attempts }: PairedSpread, wanted: number | undefined): number[] {
  if (wanted === undefined) return perAttempt === undefined ? [attempts] : [1, 2, 3, 5];
  if (perAttempt !== undefined || wanted === attempts) return [wanted];
  throw unusable(
    "Der Lauf hat jeden Fall nur einmal gefragt. Was mehr Versuche bringen, lässt sich daraus nicht schätzen.",
    "Nennen Sie mit --from einen Lauf mit mindestens zwei Versuchen (npm run eval -- --attempts 2), oder lassen Sie --attempts weg.",
  );
}

function shownBy(
  spread: PairedSpread,
  {
    attempts,
    seed,
    cases,
    power,
  }: { attempts: number; seed: number; cases: number; power: number },
): PlanRow {
  const reaches = (difference: number): boolean =>
    simulatePower(spread, { difference, attempts, seed }, cases) >= power;
  if (!reaches(1)) return { cases, attempts };
  let [low, high] = [0, 1];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return { cases, attempts, difference: high };
}

function spreadOrRefuse(run: MeasuredRun, suite: string | undefined): PairedSpread {
  if (suite !== undefined && run.suites.length === 0) {
    throw unusable(
      `In diesem Lauf gibt es keine Durchgänge der Suite „${suite}“.`,
      `Möglich sind: ${run.manifest.suites.map(({ name }) => name).join(", ")}.`,
    );
  }
  const spread = pairedSpread(run);
  const next = "Nennen Sie einen größeren Lauf, oder planen Sie ohne --from.";
  if (spread === undefined) {
    throw unusable(
      "In diesem Lauf gibt es nichts zu vergleichen: Er hat weder zwei Modelle mit geschultem Prompt noch ein Modell mit geschultem und ungeschultem Prompt auf denselben Fällen.",
      next,
    );
  }
  const n = spread.residuals.length;
  if (n < fewestEarlierCases) {
    throw unusable(
      `${n} gemeinsame Fälle sind zu wenige, um eine Streuung zu schätzen (mindestens ${fewestEarlierCases}).`,
      next,
    );
  }
  if (spread.residuals.every((value) => Math.abs(value) < 1e-9)) {
    throw unusable(
      "In diesem Lauf ging jeder Fall auf beiden Seiten gleich aus; die Streuung ist unbekannt.",
      next,
    );
  }
  return spread;
}

function unusable(message: string, nextStep: string): UserError {
  return new UserError(message, { code: "plan-unusable-run", exitCode: exitCodes.usage, nextStep });
}
