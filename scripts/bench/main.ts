import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { benchAnalysis } from "../../bench/analysis.ts";
import { benchGraders } from "../../bench/graders.ts";
import { parseOptions, wrongUse } from "../options.ts";
import { printLine } from "../print.ts";

const help = `npm run bench -- NAME

Misst die Geschwindigkeit auf diesem Rechner und gibt die Zahlen aus.

  graders            jeder Grader für sich, und der ganze Satz jeder Suite
  analysis           die Auswertung eines Laufs mit 10 080 Durchgängen, 12 Gradern und 6 Modellen
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben`;

/** `npm run bench`. */
export async function main(words: string[]): Promise<ExitCode> {
  const options = { help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = parseOptions(words, options, "bench");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const [name = "", ...rest] = positionals;
  const bench = benches[name];
  if (bench === undefined || rest.length > 0) {
    throw wrongUse(`Diesen Vergleich gibt es nicht: ${positionals.join(" ")}`, "bench");
  }
  bench(printLine);
  return Promise.resolve(exitCodes.done);
}

const benches: Readonly<Record<string, (print: (line: string) => void) => void>> = {
  graders: benchGraders,
  analysis: benchAnalysis,
};
