import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { gradingPlace, loadSuites, shippedSuites } from "../load-suites.ts";
import { parseOptions } from "../options.ts";
import { describeError } from "../command.ts";
import { printError, printLine } from "../print.ts";
import { judgeSuite, type SuiteCheck } from "./judge-suite.ts";

const help = `npm run check [-- SUITE …]

Prüft Suiten, ohne ein Modell zu fragen: Aufbau und Angaben, gleiche Platzhalter in allen Prompts,
und ob die Grader Musterantworten und Beispiele so beurteilen, wie sie gemeint sind.
Ohne Angabe: alle mitgelieferten Suiten. SUITE ist ein Name oder ein Ordner.

  --json             Ergebnis als JSON
  --help             diese Hilfe

Ende: 0 alles richtig · 1 ein Beispiel wird anders beurteilt als gemeint · 2 falsche Daten`;

/** `npm run check`. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = parseOptions(words, options, "check");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const sources = positionals.length > 0 ? positionals : shippedSuites();
  const checks = sources.map(checkSuite);
  const sound = checks.flatMap((check) => ("check" in check ? [check.check] : []));
  if (values.json === true) printLine(JSON.stringify(sound));
  else for (const check of sound) printLine(describe(check));
  const broken = checks.flatMap((check) => ("error" in check ? [check.error] : []));
  for (const error of broken) printError(describeError(error));
  if (broken.length > 0) return Promise.resolve(exitCodes.usage);
  const wrong = sound.some(({ misjudgements }) => misjudgements.length > 0);
  return Promise.resolve(wrong ? exitCodes.no : exitCodes.done);
}

/** One broken suite does not hide the others. */
function checkSuite(
  source: string,
): { readonly check: SuiteCheck } | { readonly error: UserError } {
  try {
    const [suite] = loadSuites([source]);
    if (suite === undefined) throw new RangeError(`no suite ${source}`);
    return { check: judgeSuite(suite, gradingPlace(suite).graders) };
  } catch (cause) {
    if (cause instanceof UserError) return { error: cause };
    throw cause;
  }
}

function describe(check: SuiteCheck): string {
  const { suite, cases, quickCases, examples, asWritten, copyRate, misjudgements } = check;
  const head = `${suite}: ${cases} ${cases === 1 ? "Fall" : "Fälle"} (${quickCases} im Schnelllauf), ${asWritten} von ${examples} Beispielen wie gemeint beurteilt, Kopie besteht ${Math.round(copyRate * 100)} %.`;
  const problems = misjudgements.map((item) => `  ${item.case}, ${item.what}: ${item.problem}`);
  return [head, ...problems].join("\n");
}
