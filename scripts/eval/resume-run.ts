import type { Manifest } from "../../core/manifest.ts";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { parseVariantFile } from "../../datasets/read-variant-file.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { runFiles } from "../../engine/run-files.ts";
import { lockRun } from "../../engine/run-lock.ts";
import { readEnvironment } from "../environment.ts";
import { findConfig, networkOf } from "../find-config.ts";
import { requirementsOfRun } from "../requirements.ts";
import { sourceFromKept } from "../start-folder.ts";
import { checkBudget } from "./check-budget.ts";
import { checkResumed } from "./check-resumed.ts";
import { finish, type Output } from "./finish.ts";
import { buildManifest } from "./manifest.ts";
import { readCacheUse } from "./open-cache.ts";
import { writePlan } from "./open-folder.ts";
import { prepareRun } from "./prepare.ts";
import { readBudget, type EvalRequest } from "./request.ts";
import type { Words } from "./words.ts";

/** Takes up a run where it stopped, with the suites as they are now. */
export async function resumeRun(folder: string, words: Words, output: Output): Promise<ExitCode> {
  const before = readManifest(folder);
  const cache = readCacheUse({ ...words, "no-answers": before.noAnswers });
  const budget = readBudget(words.budget) ?? before.budget;
  const release = lockRun(folder);
  try {
    const { runId, createdAt, sessions } = before;
    const environment = readEnvironment();
    const found = findConfig(words.config, environment);
    const network = networkOf(found?.config, environment);
    const asked = before.assignments.map(({ model }) => model);
    checkResumed(asked, found?.config.models ?? [], folder);
    const allowCode = words["allow-code"] === true;
    const surroundings = { cache, budget, network, allowCode, config: found?.file };
    const request = { ...requestOf(before, folder), ...surroundings };
    const prepared = await prepareRun(request);
    const manifest = buildManifest(prepared, { runId, createdAt, sessions });
    const warnings = [
      checkBudget(budget, [...prepared.models, ...prepared.judges]),
      staleSentence(before, manifest),
    ];
    const warning = warnings.filter((text) => text !== undefined).join("\n");
    writePlan(folder, manifest, prepared);
    const { asJson, format } = output;
    return await finish(
      { folder, manifest, prepared, format, warning: warning === "" ? undefined : warning },
      asJson,
    );
  } finally {
    release();
  }
}

/** What an edited expectation means where answers are not kept. */
function staleSentence(before: Manifest, now: Manifest): string | undefined {
  if (before.noAnswers !== true) return undefined;
  const hashes = new Map(
    before.suites.flatMap(({ name, cases }) =>
      cases.map(({ id, caseHash }) => [`${name}/${id}`, caseHash]),
    ),
  );
  const edited = now.suites.flatMap(({ name, cases }) =>
    cases
      .map(({ id, caseHash }) => ({ place: `${name}/${id}`, caseHash }))
      .filter(({ place, caseHash }) => (hashes.get(place) ?? caseHash) !== caseHash),
  );
  if (edited.length === 0) return undefined;
  const names = edited.slice(0, mostNamed).map(({ place }) => place);
  return `Achtung: Erwartungen wurden geändert (${edited.length}: ${names.join(", ")}). Antworten darauf wurden nicht aufbewahrt; sie lassen sich nicht neu beurteilen und gelten als nicht gemessen.`;
}

/** Cases that a sentence names. */
const mostNamed = 5;

function requestOf(
  manifest: ReturnType<typeof readManifest>,
  folder: string,
): Omit<EvalRequest, "cache" | "budget" | "network"> {
  if (manifest.assignments.length === 0) {
    throw new UserError("Dieser Lauf nennt seine Modelle nicht und lässt sich nicht fortsetzen.", {
      code: "not-resumable",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep: "Auswerten geht mit „npm run analyse“; zum Fragen beginnen Sie einen neuen Lauf.",
    });
  }
  const { title, profile, variants, inputs, attempts, seed, strict = false } = manifest;
  const { noAnswers } = manifest;
  const { requirements: recorded } = manifest;
  const requirements = requirementsOfRun(manifest, runFiles(folder).manifest);
  return {
    strict,
    noAnswers,
    ...(recorded !== undefined &&
      requirements !== undefined && {
        requirements: { recorded, requirements },
      }),
    variantFiles: manifest.variantFiles.map(({ file, text }) =>
      parseVariantFile(text, sourceFromKept(file)),
    ),
    criticalAttempts: manifest.criticalAttempts,
    title,
    profile,
    variants,
    inputs,
    attempts,
    seed,
    suites: manifest.suiteSources.map(sourceFromKept),
    models: manifest.assignments,
  };
}
