import { agree, counted } from "./counted.ts";
import { decimal } from "./numbers.ts";

/** How many failures stand in the report, by which rule, and where the others are. */
export function hiddenFailuresSentence(shown: number, all: number, folder = "faelle-en"): string {
  const hidden = all - shown;
  if (hidden <= 0) {
    return `${agree(all, "The", "All")} ${counted(all, "answer")} not passed ${agree(all, "is", "are")} shown.`;
  }
  return `${decimal(shown)} of ${counted(all, "answer")} not passed ${agree(shown, "is", "are")} shown, 400 at most and no more than keeps the report handy: critical and grave cases first, at the same severity in turn from every task and model. The other ${agree(hidden, "one stands", `${decimal(hidden)} stand`)} in files in the folder “${folder}” beside this report.`;
}

/** What of the catalogue is printed; for readers of paper only. */
export function printedFailuresSentence(perTask: number, file: string): string {
  const most = agree(perTask, "the gravest answer", `the ${decimal(perTask)} gravest answers`);
  return `Printed: ${most} of each task, without the answers to compare with; all of them stand, with those, in the file “${file}”.`;
}

/** `4 of 4 (grave)`: the severity of a case in words. */
export function severityLabel(severity: number): string {
  const word = ["harmless", "annoying", "serious", "grave"][severity - 1];
  return `${decimal(severity)} of 4${word === undefined ? "" : ` (${word})`}`;
}

/** For models without a failure; where nothing was judged, nothing is said to have passed. */
export function noFailureSentence(passed: number, chapter: number): string {
  if (passed === 0) return "No answer of a model was judged.";
  const all = agree(
    passed,
    "The one judged answer of the models passed.",
    `All ${counted(passed, "answer")} of the models passed.`,
  );
  return `${all} That does not mean the models are free of errors: how wide the intervals are is in chapter ${decimal(chapter)}.`;
}

/** `Commonest finding …: wrong or incomplete (45 of 49).` */
export function commonestFailureSentence(title: string, count: number, all: number): string {
  return `Commonest finding in answers of the models that did not pass: ${title} (${decimal(count)} of ${decimal(all)}).`;
}

/** `Commonest kind of failure by task: “Recherche”: invented (3 of 10 trials).` */
export function commonestByTaskSentence(
  rows: readonly {
    readonly task: string;
    readonly title: string;
    readonly count: number;
    readonly judged: number;
  }[],
): string {
  const parts = rows.map(
    ({ task, title, count, judged }) =>
      `“${task}”: ${title} (${decimal(count)} of ${counted(judged, "trial")})`,
  );
  return `Commonest kind of failure by task: ${parts.join("; ")}.`;
}
