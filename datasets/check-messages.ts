import type { Case } from "../core/case.ts";
import type { SuiteFile } from "../core/suite.ts";
import { exitCodes, UserError, type Place } from "../core/user-error.ts";

/** What a variant names instead of a prompt file when every case carries its messages itself. */
export const writtenOutFile = "faelle.yaml";

/** Every case has messages for just those variants that have no prompt file. */
export function checkMessages(
  { variants }: Pick<SuiteFile, "variants">,
  cases: readonly Case[],
  placeOf: (index: number) => Place,
): void {
  const written = Object.keys(variants).filter((name) => variants[name] === writtenOutFile);
  for (const [index, { id, messages = {} }] of cases.entries()) {
    const missing = written.find((name) => messages[name] === undefined);
    if (missing !== undefined) {
      throw wrongMessages(`Im Fall „${id}“ fehlt messages.${missing}.`, placeOf(index));
    }
    const extra = Object.keys(messages).find((name) => !written.includes(name));
    if (extra === undefined) continue;
    const problem = `Im Fall „${id}“ steht messages.${extra}, aber die Variante „${extra}“ hat einen Prompt oder fehlt in suite.yaml.`;
    throw wrongMessages(problem, placeOf(index));
  }
}

function wrongMessages(message: string, place: Place): UserError {
  return new UserError(message, {
    code: "wrong-messages",
    exitCode: exitCodes.usage,
    place,
    nextStep: `Eine Variante hat entweder eine Datei in prompts oder in suite.yaml den Eintrag „${writtenOutFile}“ und in jedem Fall ihre messages.`,
  });
}
