import { exitCodes, UserError } from "../../core/user-error.ts";

/** One of the questions that make a suite. */
export interface Question {
  readonly key: string;
  /** German, as asked. */
  readonly text: string;
  /** Allowed answers with what they mean; a free answer where there are none. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Other words for a choice: `excel` means `csv`. */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** What is wrong with a free answer, in German; absent when it will do. */
  readonly flaw?: (answer: string) => string | undefined;
  readonly fallback: string;
}

/**
 * Gives an answer per question: what is given already, else what the person types, else the fallback.
 * An empty text counts as not given.
 */
export async function askQuestions(
  questions: readonly Question[],
  given: Readonly<Record<string, string | undefined>>,
  ask: ((prompt: string) => Promise<string>) | undefined,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const known = given[question.key]?.trim() ?? "";
    answers[question.key] =
      known === "" ? await askOne(question, ask) : checkChoice(question, known);
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
  const flaw = choice === undefined ? `„${answer}“ steht nicht zur Wahl.` : question.flaw?.(choice);
  if (choice !== undefined && flaw === undefined) return choice;
  return askOne(question, async (prompt) => ask(`${flaw}\n${prompt}`));
}

function promptOf({ text, choices, fallback }: Question): string {
  const list = Object.entries(choices ?? {}).map(
    ([key, meaning], index) => `  ${index + 1}  ${key.padEnd(16)} ${meaning}\n`,
  );
  return `${text} [${fallback}]\n${list.join("")}> `;
}

/** A choice by its name or its number; any text where nothing is to choose from. */
function chosen({ choices, synonyms }: Question, answer: string): string | undefined {
  if (choices === undefined) return answer;
  const keys = Object.keys(choices);
  const word = answer.toLowerCase();
  return keys.find((key) => key === word) ?? synonyms?.[word] ?? keys[Number(answer) - 1];
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
