import { exitCodes, formatPlace, UserError } from "../../../core/user-error.ts";
import type { Remark } from "./session.ts";

/** Problems that are shown; more of them say nothing new. */
const mostShown = 60;

/** All that has no counterpart in one error, and what to do. */
export function refusalOf(problems: readonly Remark[]): UserError {
  const lines = [...new Set(problems.map(({ place, text }) => `${formatPlace(place)}: ${text}.`))];
  const more =
    lines.length > mostShown ? [`… und ${lines.length - mostShown} weitere Stellen`] : [];
  const isCode = problems.every((problem) => problem.isCode === true);
  const shown = [...lines.slice(0, mostShown), ...more].map((line) => `  ${line}`).join("\n");
  return new UserError(`Diese Konfiguration lässt sich nicht als Ganzes übernehmen:\n${shown}`, {
    code: "import-refused",
    exitCode: exitCodes.usage,
    nextStep: isCode
      ? "Sehen Sie sich den Code an. Wenn er laufen darf, wiederholen Sie den Befehl mit --allow-code. Geschrieben wurde nichts."
      : "Nehmen Sie diese Stellen heraus oder schreiben Sie sie um (docs/promptfoo-import.md sagt, was geht), und wiederholen Sie den Befehl. Geschrieben wurde nichts.",
  });
}
