import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Grader } from "../core/grader.ts";
import type { Suite } from "../core/suite.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { checkGraders, gradersNamed } from "../datasets/check-graders.ts";
import { locateSuite, readSuite } from "../datasets/read-suite.ts";
import { graders } from "../graders/registry.ts";
import { indexCases } from "../engine/case-index.ts";
import type { GradingPlace } from "../engine/grade.ts";
import { answerFormOf } from "./answer-form.ts";
import {
  checkAssertions,
  plannedAssertions,
  type Consent,
} from "./promptfoo/graders/check-assertions.ts";
import { printError } from "./print.ts";
import { promptfooPrefix } from "./promptfoo/graders/names.ts";
import { promptfooGrader } from "./promptfoo/graders/promptfoo-grader.ts";
import { suitesFolder } from "./folders.ts";
import { fromStart } from "./start-folder.ts";

/** Graders that watch every suite; see `GraderRoles` in core/verdict.ts. */
export const guardGraders: readonly string[] = ["language"];

/** The names of the shipped suites. */
export function shippedSuites(): string[] {
  return readdirSync(suitesFolder, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(suitesFolder, entry.name, "suite.yaml")),
    )
    .map((entry) => entry.name)
    .toSorted();
}

/** Is this the name of a shipped suite? */
export function isShipped(source: string): boolean {
  return /^[a-z0-9-]+$/u.test(source) && existsSync(join(suitesFolder, source, "suite.yaml"));
}

/** The folder of a suite given by name, or by a path from where the command was typed. */
export function suiteFolder(source: string): string {
  if (isShipped(source)) return join(suitesFolder, source);
  const folder = fromStart(source);
  if (existsSync(join(folder, "suite.yaml"))) return folder;
  throw new UserError(`Die Suite „${source}“ gibt es nicht.`, {
    code: "unknown-suite",
    exitCode: exitCodes.usage,
    place: { file: source },
    nextStep: `Mitgeliefert sind: ${shippedSuites().join(", ")}. Eigene Suiten nennen Sie mit ihrem Ordner (darin liegt suite.yaml).`,
  });
}

/**
 * Reads suites and checks that their graders can judge them. Two of one name are refused, and so is code
 * that a suite brings along, unless it is allowed.
 */
export function loadSuites(sources: readonly string[], consent = noConsent): Suite[] {
  const suites = sources.map((source) => {
    const folder = suiteFolder(source);
    const suite = readSuite(folder);
    const places = locateSuite(folder);
    checkGraders(suite, knownGraders(suite), places);
    const planned = plannedAssertions(suite, (index) => places.inCases([index]));
    const code = checkAssertions(planned, consent);
    if (code.length > 0) printError(`${suite.name} führt aus:\n${code.join("\n")}`);
    const form = answerFormOf(suite);
    return form === undefined ? suite : { ...suite, form };
  });
  const names = suites.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return suites;
  throw new UserError(`Die Suite „${twice}“ ist zweimal genannt.`, {
    code: "suite-twice",
    exitCode: exitCodes.usage,
    nextStep: "Nennen Sie jede Suite nur einmal; eine eigene braucht einen eigenen Namen.",
  });
}

const noConsent: Consent = { allowCode: false };

/** Our graders, and those of promptfoo that the suite names. */
function knownGraders(suite: Suite): ReadonlyMap<string, Grader> {
  const foreign = gradersNamed(suite)
    .map(promptfooGraderNamed)
    .filter((grader) => grader !== undefined);
  return new Map([...graders, ...foreign.map((grader) => [grader.name, grader] as const)]);
}

function promptfooGraderNamed(name: string): Grader | undefined {
  return name.startsWith(promptfooPrefix) ? promptfooGrader(name) : undefined;
}

/** What the engine needs to grade the answers of a suite. */
export function gradingPlace(suite: Suite): GradingPlace {
  const own = suite.cases.flatMap(({ must = [] }) => must);
  const { must, hint } = suite.graders;
  const names = new Set([...must, ...own, ...hint, ...guardGraders]);
  return {
    suite,
    graders: [...names].map(graderNamed),
    cases: indexCases(suite.cases),
  };
}

/** A grader by name; an unknown name is an error that lists the known ones. */
export function graderNamed(name: string): Grader {
  const grader = graders.get(name) ?? promptfooGraderNamed(name);
  if (grader !== undefined) return grader;
  throw new UserError(`Den Grader „${name}“ gibt es nicht.`, {
    code: "unknown-grader",
    exitCode: exitCodes.usage,
    nextStep: `Bekannt sind: ${[...graders.keys()].toSorted().join(", ")}.`,
  });
}
