/** A file of a report, by its path from the folder of the report. */
export interface ReportFile {
  readonly file: string;
  readonly content: string;
}
