import type { ReportDetails } from "../../core/report-details.ts";
import { day } from "./numbers.ts";

/** When it is tested again; what nobody wrote down is called open. */
export function nextTestSentence(details: ReportDetails | undefined): string {
  return details?.nextTest === undefined
    ? "Ein Termin für den nächsten Test ist nicht eingetragen."
    : `Der nächste Test ist für den ${day(details.nextTest)} vorgesehen.`;
}
