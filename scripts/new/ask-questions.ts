import { createInterface } from "node:readline/promises";
import { exitCodes, UserError } from "../../core/user-error.ts";

/** One of the four questions that make a suite. */
export interface Question {
  readonly key: string;
  /** German, as asked. */
  readonly text: string;
  /** Allowed answers with what they mean; a free answer where there are none. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly fallback: string;
}

/** Gives an answer per question: what is given already, else what the person types, else the fallback. */
export async function askQuestions(
  questions: readonly Question[],
  given: Readonly<Record<string, string | undefined>>,
  ask: ((prompt: string) => Promise<string>) | undefined,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const known = given[question.key];
    answers[question.key] =
      known === undefined ? await askOne(question, ask) : checkChoice(question, known);
  }
  return answers;
}

async function askOne(
  question: Question,
  ask: ((prompt: string) => Promise<string>) | undefined,
): Promise<string> {
  if (ask === undefined) return question.fallback;
  const answer = (await ask(promptOf(question))).trim();
  if (answer === "") return question.fallback;
  const choice = chosen(question, answer);
  if (choice !== undefined) return choice;
  return askOne(question, async (prompt) => ask(`„${answer}“ steht nicht zur Wahl.\n${prompt}`));
}

function promptOf({ text, choices, fallback }: Question): string {
  const list = Object.entries(choices ?? {}).map(
    ([key, meaning], index) => `  ${index + 1}  ${key.padEnd(16)} ${meaning}\n`,
  );
  return `${text} [${fallback}]\n${list.join("")}> `;
}

/** A choice by its name or its number; any text where nothing is to choose from. */
function chosen({ choices }: Question, answer: string): string | undefined {
  if (choices === undefined) return answer;
  const keys = Object.keys(choices);
  return keys.includes(answer) ? answer : keys[Number(answer) - 1];
}

function checkChoice(question: Question, answer: string): string {
  const choice = chosen(question, answer);
  if (choice !== undefined) return choice;
  throw new UserError(`--${question.key} kennt „${answer}“ nicht.`, {
    code: "wrong-use",
    exitCode: exitCodes.usage,
    nextStep: `Möglich sind: ${Object.keys(question.choices ?? {}).join(", ")}.`,
  });
}

/** Asks on the terminal; absent when nobody sits there. */
export function terminal():
  { ask: (prompt: string) => Promise<string>; close: () => void } | undefined {
  if (!process.stdin.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ask = async (prompt: string) => lines.question(prompt).catch(brokenOff);
  return { ask, close: () => lines.close() };
}

/** Ctrl+C and Ctrl+D end the questions; nothing has been written by then. */
function brokenOff(cause: unknown): never {
  throw new UserError("Abgebrochen; es wurde nichts angelegt.", {
    code: "broken-off",
    exitCode: exitCodes.usage,
    nextStep:
      "Rufen Sie den Befehl noch einmal auf, oder geben Sie alles als Angaben mit (--help).",
    cause,
  });
}
