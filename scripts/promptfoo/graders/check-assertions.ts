import { judgesIn, type Assertion } from "../../../core/assertion.ts";
import type { Case, GradedCase } from "../../../core/case.ts";
import type { GraderSettings } from "../../../core/grader.ts";
import { nearestName } from "../../../core/nearest-name.ts";
import { graderOptions, mustGraders, type Suite } from "../../../core/suite.ts";
import { exitCodes, UserError, type Place } from "../../../core/user-error.ts";
import { isRealPackage, missingPackages } from "../../../models/promptfoo-packages.ts";
import { assertionTypes, baseType } from "./assertion-types.ts";
import { codeIn } from "./find-code.ts";
import { codeOfJudge } from "./judge-code.ts";
import { assertsGrader, promptfooPrefix } from "./names.ts";
import { assertionOf } from "./promptfoo-grader.ts";

/** What a person has allowed. */
export interface Consent {
  /** Code that a suite brings along may run (`--allow-code`). */
  readonly allowCode: boolean;
}

/** The models that judge in a suite, each once. */
export function judgesOfSuite(suite: Suite): string[] {
  const planned = plannedAssertions(suite, (index) => ({ file: String(index) }));
  const all = planned.flatMap(({ assertion, judge }) => [judge, ...judgesIn(assertion)]);
  return [...new Set(all.filter((id) => id !== undefined))];
}

/** An assertion that a suite would run, and where it stands. */
export interface PlannedAssertion {
  readonly assertion: Assertion;
  readonly judge: string | undefined;
  readonly place: () => Place;
}

/** The assertions of a suite, of cases and of graders alike; each place is asked for at need. */
export function plannedAssertions(
  suite: Suite,
  placeOfCase: (index: number) => Place,
): PlannedAssertion[] {
  return suite.cases.flatMap((graded, index) => {
    const place = () => placeOfCase(index);
    return namesOf(suite, graded).flatMap((name) => {
      const options = graderOptions(suite, graded)[name];
      return assertionsOf({ name, options, graded }).map((one) => ({ ...one, place }));
    });
  });
}

/** A grader by name, its options and a case. */
interface NamedGrading {
  readonly name: string;
  readonly options: unknown;
  readonly graded: GradedCase;
}

function assertionsOf({ name, options, graded }: NamedGrading) {
  const judge = (options as { judge?: string } | undefined)?.judge;
  const assertions =
    name === assertsGrader
      ? (graded.expected?.assertions ?? [])
      : [assertionOf(name.slice(promptfooPrefix.length), options)];
  return assertions.map((assertion) => ({ assertion, judge }));
}

/** {@link checkAssertions} for one grader and one case, as `npm run grade` has them. */
export function checkGrading(
  grading: {
    readonly grader: string;
    readonly graded: GradedCase;
    readonly settings: GraderSettings;
    readonly place: Place;
  },
  consent: Consent,
): void {
  const { grader: name, graded, settings, place } = grading;
  if (!name.startsWith(promptfooPrefix)) return;
  const own = assertionsOf({ name, options: settings.options, graded });
  checkAssertions(
    own.map((one) => ({ ...one, place: () => place })),
    consent,
  );
}

function namesOf(suite: Suite, graded: Case): string[] {
  const names = new Set([...mustGraders(suite, graded), ...suite.graders.hint]);
  return [...names].filter((name) => name.startsWith(promptfooPrefix));
}

/**
 * Refuses assertions that cannot be judged here: types that are unknown or need what Amtsprobe does not
 * keep, packages that are not installed, models that nobody named, and code that nobody allowed. Gives the
 * code that is going to run, each piece once.
 */
export function checkAssertions(planned: readonly PlannedAssertion[], consent: Consent): string[] {
  for (const { assertion, judge, place } of planned) {
    for (const part of partsOf(assertion)) checkType(part, judge, place);
  }
  const known = new Map<string, string[]>();
  const code = planned.find((one) => codeOf(one, known).length > 0);
  if (code === undefined) return [];
  const all = [...new Set(planned.flatMap((one) => codeOf(one, known)))].map(shown);
  if (consent.allowCode) return all;
  throw new UserError(
    `Diese Suite bringt Programmcode mit, der ausgeführt würde:\n${all.join("\n")}`,
    {
      code: "code-not-allowed",
      exitCode: exitCodes.usage,
      place: code.place(),
      nextStep: "Lesen Sie ihn. Wenn Sie ihm trauen, geben Sie --allow-code an.",
    },
  );
}

/** Code of an assertion and of the models that judge it; each of these is looked at once. */
function codeOf({ assertion, judge }: PlannedAssertion, known: Map<string, string[]>): string[] {
  const judges = [judge, ...judgesIn(assertion)].filter((id) => id !== undefined);
  const ofJudges = judges.flatMap((id) => {
    const code = known.get(id) ?? codeOfJudge(id);
    known.set(id, code);
    return code;
  });
  return [...codeIn(assertion), ...ofJudges];
}

/** Every line of what would run, indented. */
function shown(code: string): string {
  return code
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}

/** An `assert-set` is judged by what is in it. */
function partsOf(assertion: Assertion): Assertion[] {
  return assertion.type === "assert-set" ? (assertion.assert ?? []) : [assertion];
}

function checkType({ type }: Assertion, judge: string | undefined, place: () => Place): void {
  const known = assertionTypes().get(baseType(type));
  if (known === undefined) throw unknownType(type, place());
  if (known.kind === "refused") {
    throw refusal(`Die Prüfung „${type}“ geht hier nicht: Sie ${known.reason ?? ""}.`, {
      code: "assertion-refused",
      place: place(),
      nextStep: "Nehmen Sie eine andere Prüfung oder einen Grader von Amtsprobe (docs/grader.md).",
    });
  }
  const missing = known.packages.filter((name) => !isRealPackage(name));
  if (missing.length > 0) throw missingPackages(type, missing);
  if (known.kind === "judge" && judge === undefined) {
    throw refusal(`Die Prüfung „${type}“ fragt ein Modell, und es ist keines genannt.`, {
      code: "no-judge",
      place: place(),
      nextStep: `Nennen Sie in suite.yaml eines, für Prüfungen in Fällen zum Beispiel mit options: { "promptfoo:asserts": { judge: "compatible:haus" } }, für den Grader promptfoo:${type} unter seinem Namen. Eine Vorgabe gibt es nicht.`,
    });
  }
}

function unknownType(type: string, place: Place): UserError {
  const nearest = nearestName(type, [...assertionTypes().keys()]);
  return refusal(`Die Prüfung „${type}“ kennt promptfoo nicht.`, {
    code: "unknown-assertion",
    place,
    nextStep:
      nearest === undefined
        ? "Welche es gibt, steht in docs/promptfoo.md."
        : `Gemeint ist vielleicht „${nearest}“.`,
  });
}

function refusal(
  message: string,
  rest: { readonly code: string; readonly place: Place; readonly nextStep: string },
): UserError {
  return new UserError(message, { exitCode: exitCodes.usage, ...rest });
}
