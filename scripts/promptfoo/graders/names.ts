/** What the names of graders begin with that promptfoo judges for. */
export const promptfooPrefix = "promptfoo:";
/** The grader that judges by the assertions that a case brings along. */
export const assertsGrader = "promptfoo:asserts";
