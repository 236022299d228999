import type { Grader } from "../core/grader.ts";
import { missingNeeds } from "../core/needs.ts";
import { checkValue, describeFlaw } from "../core/messages.ts";
import type { Case } from "../core/case.ts";
import { graderOptions, mustGraders, type Suite } from "../core/suite.ts";
import { exitCodes, UserError, type Place } from "../core/user-error.ts";

type Path = readonly (string | number)[];

/** Where the parts of a suite stand, for messages. */
export interface SuitePlaces {
  /** Place of a part of `suite.yaml`. */
  readonly inSuite: (path: Path) => Place;
  /** Place of a part of the file of cases; the path begins with the number of the case. */
  readonly inCases: (path: Path) => Place;
}

/**
 * Checks that a suite's graders exist, that their options are right and that every case has what
 * its `must` graders need.
 */
export function checkGraders(
  suite: Suite,
  known: ReadonlyMap<string, Grader>,
  places: SuitePlaces,
): void {
  for (const { name, place } of namedGraders(suite, places)) {
    if (!known.has(name)) throw unknownGrader(name, known, place());
  }
  for (const [name, options] of Object.entries(suite.options)) {
    checkOptions(known.get(name), options, (path) => places.inSuite(["options", name, ...path]));
  }
  for (const [index, graded] of suite.cases.entries()) {
    const options = graderOptions(suite, graded);
    for (const name of Object.keys(graded.options ?? {})) {
      const place = (path: Path) => places.inCases([index, "options", name, ...path]);
      checkOptions(known.get(name), options[name], place);
    }
    const place = () => places.inCases([index]);
    for (const name of mustGraders(suite, graded))
      checkNeeds(suite, { grader: known.get(name), graded, place });
  }
}

/** Names of all graders that a suite speaks of, each once. */
export function gradersNamed(suite: Suite): string[] {
  const named = namedGraders(suite, { inSuite: nowhere, inCases: nowhere });
  return [...new Set(named.map(({ name }) => name))];
}

function nowhere(): Place {
  return { file: "" };
}

function namedGraders(suite: Suite, { inSuite, inCases }: SuitePlaces) {
  const at = (path: Path) => () => inSuite(path);
  const { must, hint } = suite.graders;
  return [
    ...must.map((name, index) => ({ name, place: at(["graders", "must", index]) })),
    ...hint.map((name, index) => ({ name, place: at(["graders", "hint", index]) })),
    ...Object.keys(suite.options).map((name) => ({ name, place: at(["options", name]) })),
    ...Object.keys(suite.threshold).map((name) => ({ name, place: at(["threshold", name]) })),
    ...suite.cases.flatMap(({ fails, must: own = [], options = {} }, index) => [
      ...fails.map(({ grader: name }, number) => ({
        name,
        place: () => inCases([index, "fails", number, "grader"]),
      })),
      ...own.map((name, number) => ({ name, place: () => inCases([index, "must", number]) })),
      ...Object.keys(options).map((name) => ({
        name,
        place: () => inCases([index, "options", name]),
      })),
    ]),
  ];
}

function unknownGrader(name: string, known: ReadonlyMap<string, Grader>, place: Place): UserError {
  return new UserError(`Den Grader „${name}“ gibt es nicht.`, {
    code: "unknown-grader",
    exitCode: exitCodes.usage,
    place,
    nextStep: `Bekannt sind: ${[...known.keys()].toSorted().join(", ")}.`,
  });
}

function checkOptions(
  grader: Grader | undefined,
  options: unknown,
  placeOf: (path: Path) => Place,
): void {
  if (grader === undefined) return;
  const result = checkValue(grader.options, options);
  if (result.ok) return;
  const [flaw] = result.flaws;
  throw new UserError(
    `Die Einstellungen für „${grader.name}“ stimmen nicht: ${describeFlaw(flaw)}.`,
    {
      code: "grader-options",
      exitCode: exitCodes.usage,
      place: placeOf(flaw?.path ?? []),
      nextStep: "Welche Einstellungen ein Grader kennt, steht in docs/grader.md.",
    },
  );
}

/** A grader and a case it has to judge. */
interface Duty {
  readonly grader: Grader | undefined;
  readonly graded: Case;
  readonly place: () => Place;
}

function checkNeeds(suite: Suite, { grader, graded, place }: Duty): void {
  if (grader === undefined) return;
  const missing: string[] = missingNeeds(grader.needs, graded);
  if (grader.compares && !hasOtherVersion(suite, graded)) missing.push("template");
  if (missing.length === 0) return;
  throw new UserError(
    `Im Fall „${graded.id}“ fehlt, was der Grader „${grader.name}“ braucht: ${missing.join(", ")}.`,
    {
      code: "missing-need",
      exitCode: exitCodes.usage,
      place: place(),
      nextStep: grader.compares
        ? "Geben Sie dem Fall versions, oder zwei Fällen dieselbe template."
        : "Ergänzen Sie die Angabe im Fall oder nehmen Sie den Grader aus der Suite.",
    },
  );
}

function hasOtherVersion({ cases }: Suite, { id, template }: Case): boolean {
  return (
    template !== undefined && cases.some((other) => other.template === template && other.id !== id)
  );
}
