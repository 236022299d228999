import type { ProbeCheck } from "./judge-probes.ts";
import type { SuiteCheck } from "./judge-suite.ts";
import type { MutationCheck } from "./mutations/mutate-suite.ts";
import type { Remark } from "./remarks.ts";
import type { SuiteShape } from "./shape-of-suite.ts";

/** Everything a check found out about one suite. */
export interface SuiteReport extends SuiteCheck {
  /** Belongs to the program, so that its bounds have to be kept. */
  readonly isShipped: boolean;
  readonly shape: SuiteShape;
  readonly remarks: readonly Remark[];
  readonly probe: ProbeCheck;
  /** Only with `--mutate`. */
  readonly mutation?: MutationCheck;
}
