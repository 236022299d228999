import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest, RunSuite } from "../../core/manifest.ts";
import type { Suite } from "../../core/suite.ts";
import { withoutVariants } from "../../datasets/read-variant-file.ts";
import { measureExposure } from "../../engine/exposure.ts";
import { caseHash, suiteHash } from "../../engine/identity.ts";
import { casesOf } from "../../engine/plan.ts";
import { countProtectedItems } from "../../graders/identifiers/protected-items.ts";
import { programFolder } from "../folders.ts";
import { guardGraders } from "../load-suites.ts";
import type { PreparedRun } from "./prepare.ts";
import { keptSource } from "../start-folder.ts";

/** Everything that repeats a prepared run, as it goes into `manifest.json`. */
export function buildManifest(
  prepared: PreparedRun,
  head: Pick<Manifest, "runId" | "createdAt" | "sessions">,
): Manifest {
  const { request, plan, planRequest } = prepared;
  return {
    schemaVersion: 1,
    ...head,
    title: request.title,
    profile: request.profile,
    seed: request.seed,
    attempts: request.attempts,
    variants: [...request.variants],
    inputs: [...request.inputs],
    plannedTrials: plan.trials.length,
    harness: harness(),
    models: [...prepared.models],
    assignments: request.models.map(({ model, suites }) => ({ model, suites })),
    suiteSources: request.suites.map(keptSource),
    suites: prepared.suites.map((suite) =>
      describeSuite(withoutVariants(suite, request.variantFiles), request.profile),
    ),
    variantFiles: request.variantFiles.map(({ name, file, sha256, text }) => ({
      name,
      file: keptSource(file),
      sha256,
      text,
    })),
    ...(request.criticalAttempts !== undefined && { criticalAttempts: request.criticalAttempts }),
    exposure: measureExposure(planRequest, countProtectedItems),
    withheld: [...plan.withheld],
    ...(request.budget !== undefined && { budget: request.budget }),
    ...(request.requirements !== undefined && { requirements: request.requirements.recorded }),
    ...(request.strict && { strict: true }),
    ...(request.noAnswers === true && { noAnswers: true }),
  };
}

/** A suite as the run uses it: the cases its profile asks. */
export function describeSuite(suite: Suite, profile: "quick" | "full"): RunSuite {
  const { name, version, title, passAt, maxTokens, options, threshold } = suite;
  return {
    name,
    version,
    title,
    passAt,
    maxTokens,
    options,
    threshold,
    hash: suiteHash(suite),
    graders: { ...suite.graders, guard: [...guardGraders] },
    cases: casesOf(suite, profile).map((graded) => {
      const { id, critical, severity, detectability, tags, nativeChecked } = graded;
      const { must, template, group } = graded;
      const hash = caseHash(suite, graded);
      const judged = { id, caseHash: hash, critical, severity, detectability, tags };
      return { ...judged, nativeChecked, must, template, group };
    }),
  };
}

/** What ran: name and version of the program, of Node.js and of the system. */
function harness(): Record<string, string> {
  const text = readFileSync(join(programFolder, "package.json"), "utf8");
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return {
    name,
    version,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  };
}
