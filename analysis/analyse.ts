import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { findAnswering } from "./answering.ts";
import { findComparisons } from "./comparisons.ts";
import { decide } from "./decide.ts";
import { findExamples } from "./examples.ts";
import { findExposure, findExposureDifferences } from "./exposure.ts";
import { findFailures } from "./failures.ts";
import { findGains, findTransfer } from "./gains.ts";
import { findHygienePrice } from "./hygiene-price.ts";
import { findLeaks } from "./leaks.ts";
import { measureRun } from "./measured-run.ts";
import { orderModels } from "./model-order.ts";
import { findRates, findStyleRates } from "./rates.ts";
import { readVerdicts } from "./read-verdicts.ts";
import { findReliability } from "./reliability.ts";
import { findProcurement } from "./procurement/find-procurement.ts";
import type { ProcurementInput } from "./procurement/procurement-input.ts";
import type { RunRecords } from "./run-records.ts";
import { summarize } from "./run-summary.ts";
import { findSpeed } from "./speed.ts";
import { findSuiteResults } from "./suite-results.ts";
import { sharesOfSuites, weightsOf } from "./suite-weights.ts";
import { findTrainingNeed } from "./training-need.ts";
import { countVerdicts } from "./verdict-counts.ts";

/** Every number of the report, and the texts of the failures. */
export interface Analysis {
  readonly findings: Findings;
  readonly cards: Card[];
}

/**
 * Concludes from a run. Pure and deterministic: the same records give the same bytes, whatever the
 * order of their lines; random draws use the manifest's seed. A number that cannot be known is a
 * row left out. Throws a `UserError` when a trial belongs to a suite the manifest does not have.
 */
export function analyse(records: RunRecords): Analysis {
  const { manifest, requirements } = records;
  const trials = readVerdicts(records);
  const run = measureRun(manifest, trials, weightsOf(requirements));
  const models = orderModels(run);
  const order = { suites: run.suites, models: models.map(({ id }) => id) };
  const rates = findRates(run, order);
  const measuredGains = findGains(run, models);
  const gains = measuredGains.map(({ gain }) => gain);
  const compared = findComparisons(run, models);
  const { failures, cards } = findFailures(records, trials, models);
  const procurement = awardOf(records, { run, models, rates, failures });
  const trainingNeed = findTrainingNeed({ run, models, failures, procurement, requirements });
  const findings: Findings = {
    schemaVersion: 1,
    ...summarize(records, trials),
    models,
    rates,
    styleRates: findStyleRates(run, order),
    suiteResults: findSuiteResults(run, rates),
    reliability: findReliability(run, order),
    comparisons: compared.map(({ comparison }) => comparison),
    gains,
    ...decide(run, { models, order, rates, compared, gains: measuredGains, cases: records.cases }),
    transfer: findTransfer(run, gains),
    exposure: findExposure(run),
    exposureDifferences: findExposureDifferences(run),
    leaks: findLeaks(run, order),
    hygienePrice: findHygienePrice(run, models),
    answering: findAnswering(run, order),
    speed: findSpeed(run, order),
    verdicts: countVerdicts(run, order),
    failures,
    examples: findExamples({ records, trials, models, cards }),
    ...(requirements !== undefined && { suiteWeights: sharesOfSuites(run) }),
    ...(procurement !== undefined && { procurement }),
    ...(trainingNeed !== undefined && { trainingNeed }),
  };
  return { findings, cards };
}

/** Absent when the run has no requirements. */
function awardOf(
  { manifest, requirements }: RunRecords,
  parts: Omit<ProcurementInput, "requirements" | "recorded">,
): Findings["procurement"] {
  const recorded = manifest.requirements;
  if (requirements === undefined || recorded === undefined) return undefined;
  return findProcurement({ ...parts, requirements, recorded });
}
