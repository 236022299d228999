/** Fixed texts of the English report. */

export const firstLook = {
  title: "First look, no basis for a decision",
  body: "The quick run tests only a few cases per task, so the intervals are wide. A choice needs a full run:",
};

export const notJudged =
  "Tone, helpfulness and completeness beyond the points entered with the cases are not judged. The numbers hold for these cases, these prompts and these states of the models, not for other tasks or later versions.";

export const intervalExplanation =
  "“Interval” is the 95% confidence interval: over many samples the procedure behind it contains the true value in 95 of 100. “n” is the number of cases.";

export const aboutThisVersion =
  "This is the English version of the evaluation report. It holds the results a decision rests on and the catalogue of failures; cases, answers and reasons are quoted in German, as they were written. The German report beside this file is the complete one; it also has the profiles of the models, an example for each task, kinds of failure by task, the price of pseudonymising, a summary in simple German and the signatures:";

export const method = [
  "Each case is a task with a source text, an expectation and a source. It runs with the prompt that an untrained employee types and with the prompt that a trained one types; both contain the same text and the same question.",
  "Untrained prompts come in three styles (short, copied only, vague); “untrained” is their mean per case, and the quick run draws one style per case.",
  "An answer passes when every deciding grader passes it. Graders that only give hints do not decide.",
  "Refused, cut off, empty and unreadable answers and answers in the wrong language count as not passed, so a model gains nothing by staying silent on hard cases.",
  "Only where no answer came or a grader could not judge is a trial not measured and leaves the denominator. Above 5% the result is called not reliable.",
  "The unit of the statistics is the case. Models are compared on the same cases: exact McNemar or sign-flip test, paired cluster bootstrap for intervals, p-values adjusted by Holm. From p = 0.05 on two models “cannot be told apart”.",
  "A model passes a task when its rate reaches the threshold and every critical case is passed.",
  "Zero observed failures are not zero risk; the upper bound stands beside them.",
] as const;

export const limits = [
  notJudged,
  "The cases were written for this test. How often they occur in the daily work of an authority is not known.",
  "Graders work by rules. An answer that is right in unexpected words can fail.",
  "Leaks are recognised by values entered with the case and by identifiers of a known form, not by paraphrases.",
] as const;

export const accessibility =
  "This file is built by the rules of BITV 2.0, which implements EN 301 549. Whether it meets them completely has not been established: automatic checks find only some of the barriers. Charts are hidden from screen readers; the same numbers stand beside them in a table.";
