import type { ExportedProvider, ExportedTest } from "../../../bridges/promptfoo/export/exported.ts";
import type { Case, InputKind } from "../../../core/case.ts";
import { variantGroup, type Suite } from "../../../core/suite.ts";
import type { GradingPlace } from "../../../engine/grade.ts";
import { caseHash } from "../../../engine/identity.ts";
import { inputText } from "../../../engine/prompt.ts";
import { gradingPlace } from "../../load-suites.ts";
import { gradersOfCase } from "./graders-of-case.ts";

/** What of the suites is wanted. */
export interface Wanted {
  /** Groups (`untrained`, `trained`) or single variants; absent for all. */
  readonly variants: readonly string[] | undefined;
  readonly inputs: readonly InputKind[];
}

/** The tests of whole suites: every case with each of its inputs, in every variant. */
export function testsOfSuites(suites: readonly Suite[], wanted: Wanted): ExportedTest[] {
  return suites.flatMap((suite) => {
    const place = gradingPlace(suite);
    const variants = Object.keys(suite.variants).filter((name) => isWanted(name, wanted));
    if (variants.length === 0) return [];
    return suite.cases.flatMap((graded) => testsOfCase({ place, graded, variants }, wanted));
  });
}

function testsOfCase(
  { place, graded, variants }: { place: GradingPlace; graded: Case; variants: readonly string[] },
  { inputs }: Wanted,
): ExportedTest[] {
  return inputs
    .filter((input) => input === "raw" || inputText(graded, input) !== undefined)
    .map((input) => ({
      suite: place.suite,
      graded,
      input,
      attempt: 1,
      caseHash: caseHash(place.suite, graded),
      graders: gradersOfCase(place, graded),
      variants,
    }));
}

function isWanted(variant: string, { variants }: Wanted): boolean {
  return variants?.some((name) => name === variant || name === variantGroup(variant)) ?? true;
}

/** Models that answer by way of Amtsprobe, whatever their way is. */
export function providersOfModels(
  models: readonly Readonly<Record<string, unknown> & { id: string }>[],
  file: string,
): ExportedProvider[] {
  return models.map((model) => ({ id: `file://${file}`, label: model.id, config: { model } }));
}
