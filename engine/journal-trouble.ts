import { exitCodes, UserError } from "../core/user-error.ts";

/** Codes of the file system that go away when somebody makes room. */
const noSpace: ReadonlySet<string | undefined> = new Set(["ENOSPC", "EDQUOT"]);

/** True for a full disk and a used-up quota. */
export function isDiskFull(cause: unknown): boolean {
  return noSpace.has((cause as NodeJS.ErrnoException).code);
}

/** The error of a journal that cannot be written; `lost` counts lines that are only in memory. */
export function journalTrouble(path: string, cause: unknown, lost = 0): UserError {
  const full = isDiskFull(cause);
  const what = full
    ? "Der Datenträger ist voll; der Lauf wurde angehalten."
    : "Das Protokoll des Laufs lässt sich nicht schreiben; der Lauf wurde angehalten.";
  const kept =
    lost === 0
      ? "Alle bis hier gespeicherten Antworten sind erhalten."
      : `Die letzten ${lost} Zeilen ließen sich nicht mehr speichern; alle davor sind erhalten.`;
  return new UserError(what, {
    code: full ? "disk-full" : "journal-unwritable",
    exitCode: exitCodes.infrastructure,
    place: { file: path },
    nextStep: `Schaffen Sie Platz oder Schreibrechte und setzen Sie mit --resume fort. ${kept}`,
    cause,
  });
}
