import { missingNeeds, type Grader, type Need } from "../core/grader.ts";
import { checkValue, formatPath } from "../core/messages.ts";
import type { Suite } from "../core/suite.ts";
import { exitCodes, UserError } from "../core/user-error.ts";

/**
 * Checks that a suite's graders exist, that their options are right and that every case has what
 * its `must` graders need. `file` is only named in messages.
 */
export function checkGraders(suite: Suite, known: ReadonlyMap<string, Grader>, file: string): void {
  const named = [...suite.graders.must, ...suite.graders.hint];
  const all = [...named, ...Object.keys(suite.options), ...Object.keys(suite.threshold)];
  for (const name of all) {
    if (!known.has(name)) throw unknownGrader(name, known, file);
  }
  for (const example of suite.cases.flatMap((graded) => graded.fails)) {
    if (!known.has(example.grader)) throw unknownGrader(example.grader, known, file);
  }
  for (const [name, options] of Object.entries(suite.options)) {
    checkOptions(known.get(name), options, file);
  }
  for (const name of suite.graders.must) checkNeeds(suite, known.get(name), file);
}

function unknownGrader(name: string, known: ReadonlyMap<string, Grader>, file: string): UserError {
  return new UserError(`Den Grader „${name}“ gibt es nicht.`, {
    code: "unknown-grader",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep: `Bekannt sind: ${[...known.keys()].toSorted().join(", ")}.`,
  });
}

function checkOptions(grader: Grader | undefined, options: unknown, file: string): void {
  if (grader === undefined) return;
  const result = checkValue(grader.options, options);
  if (result.ok) return;
  const [flaw] = result.flaws;
  throw new UserError(
    `Die Einstellungen für „${grader.name}“ stimmen nicht: ${formatPath(flaw?.path ?? [])} ${flaw?.message ?? ""}`,
    {
      code: "grader-options",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep: "Welche Einstellungen ein Grader kennt, steht in seiner Beschreibung.",
    },
  );
}

function checkNeeds(suite: Suite, grader: Grader | undefined, file: string): void {
  for (const graded of suite.cases) {
    const missing: Need[] = missingNeeds(grader?.needs ?? [], graded);
    if (missing.length === 0) continue;
    throw new UserError(
      `Im Fall „${graded.id}“ fehlt, was der Grader „${grader?.name}“ braucht: ${missing.join(", ")}.`,
      {
        code: "missing-need",
        exitCode: exitCodes.usage,
        place: { file },
        nextStep: "Ergänzen Sie die Angabe im Fall oder nehmen Sie den Grader aus der Suite.",
      },
    );
  }
}
