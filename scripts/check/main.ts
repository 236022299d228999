import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { gradingPlace, loadSuites, shippedSuites } from "../load-suites.ts";
import { parseOptions } from "../options.ts";
import { printLine } from "../print.ts";
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
  const suites = loadSuites(positionals.length > 0 ? positionals : shippedSuites());
  const checks = suites.map((suite) => judgeSuite(suite, gradingPlace(suite).graders));
  if (values.json === true) printLine(JSON.stringify(checks));
  else for (const check of checks) printLine(describe(check));
  const wrong = checks.some(({ misjudgements }) => misjudgements.length > 0);
  return Promise.resolve(wrong ? exitCodes.no : exitCodes.done);
}

function describe(check: SuiteCheck): string {
  const { suite, cases, quickCases, examples, asWritten, copyRate, misjudgements } = check;
  const head = `${suite}: ${cases} Fälle (${quickCases} im Schnelllauf), ${asWritten} von ${examples} Beispielen wie gemeint beurteilt, Kopie besteht ${Math.round(copyRate * 100)} %.`;
  const problems = misjudgements.map((item) => `  ${item.case}, ${item.what}: ${item.problem}`);
  return [head, ...problems].join("\n");
}
