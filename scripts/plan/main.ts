import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { onlyNoWords, parseOptions, wrongUse } from "../options.ts";
import { printLine } from "../print.ts";
import { fromStart } from "../start-folder.ts";
import { describePlan } from "./describe-plan.ts";
import { planExactly, planFromRun } from "./make-plan.ts";
import { readPlanRequest } from "./plan-request.ts";

const help = `npm run plan

Sagt, wie viele Fälle (und Versuche) es braucht, um einen Unterschied zwischen
zwei Modellen zu finden, oder umgekehrt, welchen Unterschied eine Zahl von
Fällen zeigen kann. Fragt kein Modell.

  --difference N     Unterschied in Prozentpunkten; ohne Angabe 5, 10, 15 und 20
  --cases N          umgekehrt: was N Fälle zeigen können
  --rate N           Quote des schwächeren Modells in Prozent (Vorgabe 60)
  --gate N           für npm run gate mit N Suiten statt für den Vergleich
                     zweier Modelle
  --from ORDNER      Streuung aus einem früheren Lauf statt aus --rate
  --suite NAME       nur diese Suite des früheren Laufs
  --attempts N       Versuche je Fall, nur mit --from und einem Lauf mit
                     mindestens zwei Versuchen
  --power N          gewünschte Sicherheit in Prozent (Vorgabe 80)
  --seed N           Startwert der Simulation (Vorgabe 1)
  --json             gibt dasselbe als JSON aus
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Zum Beispiel:
  npm run plan -- --difference 10
  npm run plan -- --from runs/2026-11-01 --difference 10
  npm run plan -- --cases 100

Ende: 0 fertig · 2 falsche Angaben oder Daten`;

/** `npm run plan`. */
export async function main(words: string[]): Promise<ExitCode> {
  const text = { type: "string" } as const;
  const numbers = {
    difference: text,
    cases: text,
    rate: text,
    power: text,
    attempts: text,
    gate: text,
  };
  const options = {
    ...numbers,
    from: text,
    suite: text,
    seed: text,
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values, positionals } = parseOptions(words, options, "plan");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  onlyNoWords(positionals, "plan");
  const { from, suite } = values;
  if (suite !== undefined && from === undefined) {
    throw wrongUse("--suite gehört zu --from.", "plan");
  }
  if (values.rate !== undefined && from !== undefined) {
    throw wrongUse("--rate und --from schließen einander aus.", "plan");
  }
  const request = readPlanRequest(values, from !== undefined);
  const plan =
    from === undefined ? planExactly(request) : await planFromRun(fromStart(from), request, suite);
  for (const line of values.json === true ? [JSON.stringify(plan)] : describePlan(plan)) {
    printLine(line);
  }
  return exitCodes.done;
}
