import type { Card } from "../../core/card.ts";
import type { Findings } from "../../core/findings.ts";
import type { Manifest } from "../../core/manifest.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import type { Made } from "../../training/make-exercises.ts";

const offer =
  "Einen Kurs aus mitgelieferten Beispielfehlern macht „npm run training -- --examples --out ORDNER“.";

/** Refuses a run that kept no answers: exercises are made of them. */
export function refuseWithoutAnswers({ noAnswers }: Manifest, folder: string): void {
  if (noAnswers !== true) return;
  throw nothing(
    "Dieser Lauf hat seine Antworten nicht aufbewahrt (--no-answers). Aus ihm lassen sich keine Übungen machen.",
    folder,
  );
}

/** Refuses a run without failures, and says which kind of nothing it is. */
export function refuseWithoutFailures(
  findings: Findings,
  cards: readonly Card[],
  folder: string,
): void {
  if (cards.length > 0) return;
  const measured = findings.verdicts.reduce(
    (sum, row) => sum + row.trials - row.infrastructure - row.graderError,
    0,
  );
  throw nothing(
    measured === 0
      ? "In diesem Lauf kam keine Antwort zustande, die sich beurteilen ließ; es gibt nur technische Ausfälle."
      : "In diesem Lauf hat keine Antwort versagt. Aus ihm lassen sich keine Übungen machen.",
    folder,
  );
}

/** Refuses a run whose failures all teach nothing. */
export function refuseWithoutExercises(made: Made, folder: string): void {
  if (made.exercises.length > 0) return;
  const reasons = Object.entries(made.skipped).map(
    ([reason, number]) => `${names[reason] ?? reason}: ${number}`,
  );
  throw nothing(`Aus keinem Fehler dieses Laufs wurde eine Übung (${reasons.join(", ")}).`, folder);
}

const names: Readonly<Record<string, string>> = {
  protection: "Fall ist weder erfunden noch öffentlich",
  "no-case": "Texte des Falls fehlen im Lauf",
  trivial: "Antwort ist leer oder unbrauchbar",
  baseline: "Vergleichsgröße, kein Modell",
  "near-double": "fast gleiche Antworten",
  unsolvable: "Lösung nicht eindeutig",
};

function nothing(message: string, folder: string): UserError {
  return new UserError(message, {
    code: "nothing-to-teach",
    exitCode: exitCodes.usage,
    place: { file: folder },
    nextStep: offer,
  });
}
