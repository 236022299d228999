import type { Case, InputKind } from "../../../core/case.ts";
import type { Suite } from "../../../core/suite.ts";

/** How a grader counts in a test: it decides, watches, or is only shown. */
export type GraderRole = "must" | "guard" | "hint";

/** A grader of a test; `answer` is no grader but what shows in the answer itself (empty, cut off). */
export interface ExportedGrader {
  readonly grader: string;
  readonly role: GraderRole;
}

/** A test of promptfoo: one case with one of its inputs, put in some ways to some providers. */
export interface ExportedTest {
  readonly suite: Suite;
  readonly graded: Case;
  readonly input: InputKind;
  readonly attempt: number;
  readonly caseHash: string;
  readonly graders: readonly ExportedGrader[];
  readonly variants: readonly string[];
  /** Labels of providers; absent for all. */
  readonly providers?: readonly string[] | undefined;
}

/** Who answers. */
export interface ExportedProvider {
  /** promptfoo's id of it: `openai:chat:…`, or a file beside the configuration. */
  readonly id: string;
  readonly label: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** Everything that becomes a configuration. */
export interface Exported {
  readonly title: string;
  readonly suites: readonly Suite[];
  readonly providers: readonly ExportedProvider[];
  readonly tests: readonly ExportedTest[];
  /** Name of the file with the assertion, beside the configuration. */
  readonly graderFile: string;
  /** German lines for the head of the file. */
  readonly head: readonly string[];
}

/**
 * What a test carries in `metadata.amtsprobe`: by it graders and import find the case again. promptfoo
 * takes any run of 64 letters and digits for a secret and blackens it in its results, so suite and case,
 * and the kind of hash and its value, stand together with a colon between them.
 */
export interface TestMark {
  /** `buergerfragen:personalausweis-gebuehr` */
  readonly case: string;
  readonly version: string;
  readonly input: InputKind;
  readonly attempt: number;
  /** `sha256:…` */
  readonly caseHash: string;
}

/** The mark of a test. */
export function markOf({ suite, graded, input, attempt, caseHash }: ExportedTest): TestMark {
  return {
    case: `${suite.name}:${graded.id}`,
    version: suite.version,
    input,
    attempt,
    caseHash: `sha256:${caseHash}`,
  };
}

/** Suite and case of a mark. */
export function placeOfMark(mark: TestMark): { readonly suite: string; readonly id: string } {
  const [suite = "", id = ""] = mark.case.split(":");
  return { suite, id };
}

/** The label of a prompt; a variant's name alone would be ambiguous between suites. */
export function promptLabel(suite: string, variant: string): string {
  return `${suite}/${variant}`;
}
