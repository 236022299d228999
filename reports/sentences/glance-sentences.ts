import type { ReportDetails } from "../../core/report-details.ts";
import { day } from "./numbers.ts";

/** The question the report answers; without a named purpose for the tasks that were tested. */
export function questionSentence(details: ReportDetails | undefined): string {
  const purpose = details?.purpose ?? details?.agency;
  return purpose === undefined
    ? "Welches Modell eignet sich für die geprüften Aufgaben?"
    : `Welches Modell eignet sich für: ${purpose}?`;
}

/** When it is tested again; what nobody wrote down is called open. */
export function nextTestSentence(details: ReportDetails | undefined): string {
  return details?.nextTest === undefined
    ? "Ein Termin für den nächsten Test ist nicht eingetragen."
    : `Der nächste Test ist für den ${day(details.nextTest)} vorgesehen.`;
}
