import { decimal } from "./numbers.ts";
import { counted } from "./sentences.ts";

/** How many failures stand in the report, by which rule, and where the others are. */
export function shownFailuresSentence(shown: number, all: number, folder: string): string {
  const hidden = all - shown;
  if (hidden <= 0) {
    return `${all === 1 ? "The" : "All"} ${counted(all, "answer")} not passed ${all === 1 ? "is" : "are"} shown.`;
  }
  return `${decimal(shown)} of ${counted(all, "answer")} not passed ${shown === 1 ? "is" : "are"} shown, 400 at most and no more than keeps the report handy: critical and grave cases first, at the same severity in turn from every task and model. The other ${hidden === 1 ? "one stands" : `${decimal(hidden)} stand`} in files in the folder “${folder}” beside this report.`;
}

/** What of the catalogue is printed; for readers of paper only. */
export function printedFailuresSentence(perTask: number, file: string): string {
  const most = perTask === 1 ? "the gravest answer" : `the ${decimal(perTask)} gravest answers`;
  return `Printed: ${most} of each task, without the answers to compare with; all of them stand, with those, in the file “${file}”.`;
}

/** For models without a failure; where nothing was judged, nothing is said to have passed. */
export function noFailureSentence(passed: number, chapter: number): string {
  if (passed === 0) return "No answer of a model was judged.";
  const all =
    passed === 1
      ? "The one judged answer of the models passed."
      : `All ${counted(passed, "answer")} of the models passed.`;
  return `${all} That does not mean the models are free of errors: how wide the intervals are is in chapter ${decimal(chapter)}.`;
}
