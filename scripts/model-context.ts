import { readRun } from "../engine/read-run.ts";
import { callHash } from "../engine/identity.ts";
import { settledTrials } from "../engine/pending.ts";
import { cacheFolder } from "../models/cache-folder.ts";
import type { EarlierRun, ModelContext } from "../models/model-context.ts";
import type { NetworkSettings } from "../models/network.ts";
import { readEnvironment, type Environment } from "./environment.ts";
import { printError } from "./print.ts";
import { startFolder } from "./start-folder.ts";

/** The surroundings in which a command opens models. */
export function modelContext(
  network: NetworkSettings,
  environment: Environment = readEnvironment(),
): ModelContext {
  return {
    environment,
    network,
    cacheFolder: cacheFolder(environment),
    startFolder: startFolder(),
    earlierRun: readEarlierRun,
    report: printError,
  };
}

/** A run's answers by what was asked, see `callHash`. */
async function readEarlierRun(folder: string): Promise<EarlierRun> {
  const { manifest, trials } = await readRun(folder);
  const outcomes = new Map(
    [...settledTrials(trials).values()].map((trial) => [trial.callHash, trial.outcome]),
  );
  return {
    runId: manifest.runId,
    models: manifest.models,
    find: (model, { attempt = 1, ...request }) =>
      outcomes.get(callHash({ model, ...request, attempt })),
  };
}
