import type { Failure, Rate } from "../../core/findings.ts";
import type { ModelDescription } from "../../core/model.ts";
import type { RecordedRequirements, Requirements } from "../../core/requirements.ts";
import type { MeasuredRun } from "../measured-run.ts";

/** What procurement needs of the analysis. */
export interface ProcurementInput {
  readonly run: MeasuredRun;
  readonly requirements: Requirements;
  readonly recorded: RecordedRequirements;
  readonly models: readonly ModelDescription[];
  readonly rates: readonly Rate[];
  readonly failures: readonly Failure[];
}
