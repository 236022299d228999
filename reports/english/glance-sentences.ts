import type { ReportDetails } from "../../core/report-details.ts";
import { day } from "./numbers.ts";

/** When it is tested again; what nobody wrote down is called open. */
export function nextTestSentence(details: ReportDetails | undefined): string {
  return details?.nextTest === undefined
    ? "No date for the next test has been entered."
    : `The next test is planned for ${day(details.nextTest)}.`;
}
