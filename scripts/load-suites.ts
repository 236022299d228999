import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Grader } from "../core/grader.ts";
import type { Suite } from "../core/suite.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { checkGraders } from "../datasets/check-graders.ts";
import { locateSuite, readSuite } from "../datasets/read-suite.ts";
import { graders } from "../graders/registry.ts";
import type { GradingPlace } from "../engine/grade.ts";
import { fromHere, suitesFolder } from "./folders.ts";

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

/** The folder of a suite given by name or by path. */
export function suiteFolder(source: string): string {
  const shipped = join(suitesFolder, source);
  if (/^[a-z0-9-]+$/u.test(source) && existsSync(join(shipped, "suite.yaml"))) return shipped;
  const folder = [fromHere(source), resolve(source)].find((path) =>
    existsSync(join(path, "suite.yaml")),
  );
  if (folder !== undefined) return folder;
  throw new UserError(`Die Suite „${source}“ gibt es nicht.`, {
    code: "unknown-suite",
    exitCode: exitCodes.usage,
    place: { file: source },
    nextStep: `Mitgeliefert sind: ${shippedSuites().join(", ")}. Eigene Suiten nennen Sie mit ihrem Ordner (darin liegt suite.yaml).`,
  });
}

/** Reads suites and checks that their graders can judge them. Two of one name are refused. */
export function loadSuites(sources: readonly string[]): Suite[] {
  const suites = sources.map((source) => {
    const folder = suiteFolder(source);
    const suite = readSuite(folder);
    checkGraders(suite, graders, locateSuite(folder));
    return suite;
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

/** What the engine needs to grade the answers of a suite. */
export function gradingPlace(suite: Suite): GradingPlace {
  const own = suite.cases.flatMap(({ must = [] }) => must);
  const { must, hint } = suite.graders;
  const names = new Set([...must, ...own, ...hint, ...guardGraders]);
  return {
    suite,
    graders: [...names].map(graderNamed),
    cases: new Map(suite.cases.map((graded) => [graded.id, graded])),
  };
}

/** A grader by name; an unknown name is an error that lists the known ones. */
export function graderNamed(name: string): Grader {
  const grader = graders.get(name);
  if (grader !== undefined) return grader;
  throw new UserError(`Den Grader „${name}“ gibt es nicht.`, {
    code: "unknown-grader",
    exitCode: exitCodes.usage,
    nextStep: `Bekannt sind: ${[...graders.keys()].toSorted().join(", ")}.`,
  });
}
