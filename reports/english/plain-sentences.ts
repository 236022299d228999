import type { TrainingStatement } from "../../core/findings-training.ts";
import type { PlainFacts } from "../sentences/plain-sentences.ts";

/** The whole summary in plain English, paragraph by paragraph, short sentences only. */
export function plainParagraphs(facts: PlainFacts): string[] {
  return [
    [testedText(facts.models), tasksText(facts.tasks), casesText(facts.cases)].join(" "),
    outcomeText(facts),
    trainingText(facts.training),
    leakText(facts.leaked),
    "All programs make mistakes. A person has to read every answer. The person has to check it too.",
    "The report is only about these tasks. Other tasks need a new test.",
  ].filter((text) => text !== "");
}

function testedText(models: number): string {
  const what = "Language models are programs. They can write texts.";
  if (models === 0) return `${what} We did not test any program.`;
  return models === 1 ? `${what} We tested one program.` : `${what} We tested ${models} programs.`;
}

function tasksText(tasks: number): string {
  if (tasks === 0) return "There was no task.";
  return tasks === 1 ? "There was one task." : `There were ${tasks} tasks.`;
}

function casesText(cases: number): string {
  if (cases === 0) return "It had no question.";
  return cases === 1 ? "It had one question." : `They had ${cases} questions in all.`;
}

function outcomeText({ outcome, models, name = "" }: PlainFacts): string {
  const texts: Readonly<Record<PlainFacts["outcome"], string>> = {
    best: `One program was the best. Its name is: ${name}. The lead is most likely not by chance.`,
    shared:
      "Several programs were good. We cannot say which one is the best. The lead may be chance.",
    none:
      models === 1
        ? "The program was not good enough. It made too many mistakes."
        : "No program was good enough. All made too many mistakes.",
    "first-look":
      "This was only a short test. You must not choose a program by it yet. A long test is needed for that.",
    open: "We do not know yet which program is the best. The test is not enough for that.",
    "nothing-measured": "The test did not work. There is no result. Please run the test again.",
  };
  return texts[outcome];
}

function trainingText(verdict: PlainFacts["training"]): string {
  if (verdict === undefined) return "";
  const question = "You can take another program. Or you can train the people.";
  const texts: Readonly<Record<TrainingStatement["verdict"], string>> = {
    "training-beats-model": `${question} The test shows: training helps more.`,
    "model-beats-training": `${question} The test shows: the other program helps more.`,
    equivalent: `${question} The test shows: both help about the same.`,
    open: `${question} Which helps more? We do not know that yet.`,
  };
  return texts[verdict];
}

function leakText(leaked: boolean | undefined): string {
  if (leaked === undefined) return "";
  const advice = "Do not enter secret data.";
  return leaked
    ? `Some answers gave away secret data. ${advice}`
    : `In the test no answer gave away secret data. But it can happen. ${advice}`;
}
