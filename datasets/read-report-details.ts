import { reportDetailsSchema, type ReportDetails } from "../core/report-details.ts";
import { checkLocated } from "./located-value.ts";
import { readYaml } from "./read-yaml.ts";

/** Reads and checks what an agency adds to a report; what is wrong is reported with its place. */
export function readReportDetails(file: string): ReportDetails {
  return checkLocated(reportDetailsSchema, readYaml(file));
}
