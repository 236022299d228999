import { readdirSync, statSync } from "node:fs";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { isShipped } from "../load-suites.ts";
import { shownPath } from "../start-folder.ts";

/** What is wrong with the name of a new suite, in German; absent when it will do. */
export function nameFlaw(name: string): string | undefined {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name))
    return `„${name}“ taugt nicht als Name einer Suite.`;
  return isShipped(name) ? `„${name}“ heißt schon eine mitgelieferte Suite.` : undefined;
}

/** Refuses a name that will not do. */
export function checkName(name: string): void {
  const flaw = nameFlaw(name);
  if (flaw === undefined) return;
  throw new UserError(flaw, {
    code: isShipped(name) ? "name-taken" : "wrong-use",
    exitCode: exitCodes.usage,
    nextStep: isShipped(name)
      ? `Nehmen Sie einen eigenen Namen, zum Beispiel unsere-${name}.`
      : "Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel unsere-fragen.",
  });
}

/** A folder that has anything in it is left alone. */
export function checkIsFree(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory() && readdirSync(folder).length === 0) return;
  throw new UserError(
    found.isDirectory()
      ? "Den Ordner gibt es schon, und er ist nicht leer."
      : "Hier liegt schon eine Datei dieses Namens.",
    {
      code: "folder-not-empty",
      exitCode: exitCodes.usage,
      place: { file: shownPath(folder) },
      nextStep:
        "Wählen Sie einen anderen Namen oder mit --out einen anderen Ordner, oder räumen Sie weg, was dort liegt.",
    },
  );
}
