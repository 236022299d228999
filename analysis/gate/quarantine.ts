import type { Quarantine } from "../../core/gate-quarantine.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { keyOf, type GateSide } from "./gate-side.ts";

/** Which cases do not decide today. */
export interface ActiveQuarantine {
  readonly entries: Quarantine;
  readonly has: (place: { readonly suite: string; readonly case: string }) => boolean;
  /** German: entries that no longer hold. */
  readonly notices: readonly string[];
}

/**
 * Entries up to and including their day hold; expired ones are named and ignored, so that the case
 * decides again. An entry for a case that its suite does not have is a `UserError`: a typing error
 * would leave the case deciding, or excuse nobody knows what.
 */
export function activeQuarantine(
  entries: Quarantine,
  sides: { readonly baseline: GateSide; readonly candidate: GateSide },
  today: string,
): ActiveQuarantine {
  for (const entry of entries) refuseUnknown(entry, sides.candidate);
  const suites = [...sides.baseline.suites, ...sides.candidate.suites].map(({ name }) => name);
  const active = entries.filter(({ suite, until }) => until >= today && suites.includes(suite));
  const keys = new Set(active.map((entry) => keyOf(entry.suite, entry.case)));
  return {
    entries: active,
    has: (place) => keys.has(keyOf(place.suite, place.case)),
    notices: [...foreignNotices(entries, suites), ...expiredNotices(entries, today)],
  };
}

/** A suite that is not part of this comparison may be one of another job, or a typing error. */
function foreignNotices(entries: Quarantine, suites: readonly string[]): string[] {
  const foreign = entries.map(({ suite }) => suite).filter((name) => !suites.includes(name));
  return [...new Set(foreign)].map(
    (name) =>
      `In Quarantäne steht die Suite „${name}“, die in keinem der beiden Läufe vorkommt; ihre Einträge wirken hier nicht. Prüfen Sie die Schreibweise.`,
  );
}

function expiredNotices(entries: Quarantine, today: string): string[] {
  return entries
    .filter(({ until }) => until < today)
    .map(
      ({ suite, case: id, until }) =>
        `Die Quarantäne von ${id} (${suite}) ist am ${germanDay(until)} abgelaufen; der Fall entscheidet wieder mit. Löschen oder erneuern Sie den Eintrag.`,
    );
}

function refuseUnknown({ suite, case: id }: Quarantine[number], { suites }: GateSide): void {
  const known = suites.find(({ name }) => name === suite);
  if (known === undefined || known.cases.some((one) => one.id === id)) return;
  throw new UserError(`In Quarantäne steht der Fall „${id}“, den die Suite „${suite}“ nicht hat.`, {
    code: "quarantine-unknown-case",
    exitCode: exitCodes.usage,
    nextStep: "Berichtigen Sie die Kennung oder löschen Sie den Eintrag.",
  });
}

function germanDay(iso: string): string {
  return iso.split("-").toReversed().map(Number).join(".");
}
