import type { ExportedGrader } from "../../../bridges/promptfoo/export/exported.ts";
import type { Case } from "../../../core/case.ts";
import { mustGraders } from "../../../core/suite.ts";
import { decidingGraders, type GradingPlace } from "../../../engine/grade.ts";

/** What shows in the answer itself, before any grader reads it: empty, cut off, refused, over-long. */
export const answerItself = "answer";

/** The assertions of a case: the answer itself, then its graders in the order of the suite. */
export function gradersOfCase(place: GradingPlace, graded: Case): ExportedGrader[] {
  const must = mustGraders(place.suite, graded);
  const { hint } = place.suite.graders;
  const graders = decidingGraders(place, graded).map(({ name: grader }): ExportedGrader => {
    if (must.includes(grader)) return { grader, role: "must" };
    return { grader, role: hint.includes(grader) ? "hint" : "guard" };
  });
  return [{ grader: answerItself, role: "must" }, ...graders];
}
