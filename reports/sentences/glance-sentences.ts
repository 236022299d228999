import type { ReportDetails } from "../../core/report-details.ts";

/** The question the report answers; without a named purpose for the tasks that were tested. */
export function questionSentence(details: ReportDetails | undefined): string {
  const purpose = details?.purpose ?? details?.agency;
  return purpose === undefined
    ? "Welches Modell eignet sich für die geprüften Aufgaben?"
    : `Welches Modell eignet sich für: ${purpose}?`;
}
