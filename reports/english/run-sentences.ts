import type { Findings, Rate } from "../../core/findings.ts";
import { agree, counted, listed } from "./counted.ts";
import { measuredShare, outOf } from "./measured.ts";
import { decimal } from "./numbers.ts";

/** Heading and text of the notice that stands first in a report of the quick profile. */
export const firstLook = {
  title: "First look, no basis for a decision",
  body: "The quick run tests only a few cases per task, so the intervals are wide. A choice needs a full run:",
};

/** `2 models were tested on 30 cases from 3 tasks, with 1 attempt per combination.` */
export function scopeSentence(findings: Findings, models: number, baselines: number): string {
  const tested = [counted(models, "model")];
  if (baselines > 0) tested.push(counted(baselines, "baseline"));
  const cases = findings.suites.reduce((sum, suite) => sum + suite.cases, 0);
  const singular = models === 1 && baselines === 0;
  return `${listed(tested)} ${singular ? "was" : "were"} tested on ${counted(cases, "case")} from ${counted(findings.suites.length, "task")}, with ${counted(findings.run.attempts, "attempt")} per combination.`;
}

/** What the tested tasks say of others: nothing. */
export function purposeSentence(tasks: number): string {
  if (tasks === 0) return "No task was tested.";
  return `${counted(tasks, "task")} ${agree(tasks, "was", "were")} tested. The report says nothing about other tasks.`;
}

/** How complete the run is. */
export function completenessSentence(run: Findings["run"]): string {
  const answered = `Of ${counted(run.plannedTrials, "trial")}, ${decimal(run.completedTrials)} ${agree(run.completedTrials, "was", "were")} answered`;
  if (run.failedTrials === 0) return `${answered}.`;
  return `${answered}, ${decimal(run.failedTrials)} got no answer.`;
}

/** `With the prompt “trained”, A passes 1 of 3 tasks, B 0 of 1 task.` */
export function passesSentence(
  variant: string,
  rows: readonly { readonly name: string; readonly passed: number; readonly suites: number }[],
): string {
  const parts = rows.map(
    ({ name, passed, suites }, at) =>
      `${name}${at === 0 ? " passes" : ""} ${decimal(passed)} of ${counted(suites, "task")}`,
  );
  return `With the prompt “${variant}”, ${parts.join(", ")}.`;
}

/** Floor and ceiling beside the models: `Floor without a language model: …` */
export function limitSentences(
  limits: readonly { readonly name: string; readonly rate: Rate; readonly ceiling: boolean }[],
): string[] {
  const texts = (ceiling: boolean): string =>
    limits
      .filter((limit) => limit.ceiling === ceiling)
      .map(({ name, rate }) => `${name} ${measuredShare(rate)}`)
      .join("; ");
  const [floor, top] = [texts(false), texts(true)];
  return [
    ...(floor === "" ? [] : [`Floor without a language model: ${floor}.`]),
    ...(top === "" ? [] : [`Ceiling: ${top}.`]),
  ];
}

/** `All 7 models stand in the chapter “…”.` */
export function moreModelsSentence(models: number, chapter: string): string {
  return `All ${counted(models, "model")} stand in the chapter “${chapter}”.`;
}

/** For a model without a mean over all tasks; a mean over some would not compare to the others. */
export function partlyMeasuredText(tasks: number, all: number): string {
  if (tasks === 0) return "not measured";
  return `no mean, only ${decimal(tasks)} of ${counted(all, "task")}`;
}

/** How many answers hit the length limit. */
export function truncatedText(truncated: number, n: number): string {
  return n === 0 ? "no answers" : outOf(truncated, n);
}

/** `A, “…”: 1 critical case was not passed: …` */
export function criticalSentence(name: string, suite: string, cases: readonly string[]): string {
  const verb = agree(cases.length, "was", "were");
  return `With ${name}, ${counted(cases.length, "critical-case")} in “${suite}” ${verb} not passed (${listed(cases)}).`;
}

/** A critical case that nobody could measure is not a passed one. */
export function criticalUnknownSentence(
  name: string,
  suite: string,
  cases: readonly string[],
): string {
  return `With ${name}, ${counted(cases.length, "critical-case")} in “${suite}” could not be measured (${listed(cases)}).`;
}

/** Says that too much of a suite could not be measured. */
export function unreliableSentence(name: string, suite: string, share: string): string {
  return `The result of ${name} in “${suite}” is not reliable: ${share} of the trials could not be measured.`;
}

/** Cases in another language that nobody who speaks it has read. */
export function nativeUncheckedSentence(cases: number): string {
  return `${counted(cases, "case")} in other languages ${agree(cases, "has", "have")} not been checked by a native speaker yet.`;
}

/** Cases a model was not sent because of their data class. */
export function withheldSentence(name: string, cases: number): string {
  return `${name}: ${counted(cases, "case")} ${agree(cases, "was", "were")} not sent.`;
}

/** What the report says nothing about. */
export const notJudged =
  "Tone, helpfulness and completeness beyond the points entered with the cases are not judged. The numbers hold for these cases, these prompts and these states of the models, not for other tasks or later versions.";

/** The one place that explains the interval. */
export const intervalExplanation =
  "“Interval” is the 95% confidence interval: over many samples the procedure behind it contains the true value in 95 of 100. “n” is the number of cases.";
