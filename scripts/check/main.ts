import { dirname } from "node:path";
import type { Suite } from "../../core/suite.ts";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { describeError } from "../command.ts";
import { gradingPlace, loadSuites, shippedSuites, suiteFolder } from "../load-suites.ts";
import { parseOptions } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { suitesFolder } from "../folders.ts";
import { fromStart } from "../start-folder.ts";
import { convertFile, describeConversion } from "./convert-file.ts";
import { countErrors, describeDoubles, describeOutcome, describeReport } from "./describe-check.ts";
import { findDoubles } from "./find-doubles.ts";
import { judgeProbes } from "./judge-probes.ts";
import { judgeSuite } from "./judge-suite.ts";
import { mutateSuite } from "./mutations/mutate-suite.ts";
import { readEquivalents, type EquivalentMutant } from "./mutations/read-equivalents.ts";
import { readProbes, type Probe } from "./read-probes.ts";
import { remarksOn } from "./remarks.ts";
import { shapeOfSuite } from "./shape-of-suite.ts";
import { makeJudge } from "./suite-judge.ts";
import type { SuiteReport } from "./suite-report.ts";

const help = `npm run check [-- SUITE …]

Prüft Suiten, ohne ein Modell zu fragen: Aufbau und Angaben, gleiche Platzhalter
in allen Prompts, ob die Grader Musterantworten, Beispiele und Umschreibungen so
beurteilen, wie sie gemeint sind, Doppel, Länge und Lesbarkeit, fehlende
Kennzeichen, alte Quellen, tote Verweise. Ohne Angabe: alle mitgelieferten
Suiten. SUITE ist ein Name oder ein Ordner, von dem Ordner aus, in dem Sie den
Befehl eingeben.

  --mutate           verdirbt jede Musterantwort mechanisch und zählt, was die
                     Grader bemerken (docs/mutationen.md)
  --all              zeigt alle unbemerkten Mutationen, nicht nur die ersten
                     zehn
  --convert DATEI    schreibt von einer Datei in Windows-1252 (Excel „CSV“) oder
                     UTF-16 (Excel „Unicode-Text“) eine Kopie in UTF-8
  --allow-code       Programmcode ausführen, den eine Suite aus promptfoo
                     mitbringt
  --security [NAME]  lässt statt dessen die Tests hinter allen
                     Sicherheitszusagen laufen und zeigt Zusage, Test und
                     Ergebnis; mit NAME nur einen Beweis: egress, keys,
                     identifiers, limits, answers, folders, code, supply-chain,
                     fuzz, kills
  --json             Ergebnis als JSON
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

In der Ausgabe heißt
  Schnelllauf        die Fälle, die „npm run eval“ ohne --profile full fragt:
                     die mit quick markierten, sonst die ersten zehn
  Kopie              jemand gibt den Ausgangstext unverändert als Antwort ab;
                     das darf nicht bestehen
  WSTF4              Wiener Sachtextformel 4: Schulstufe, ab der ein Text
                     verständlich ist
  Mutation           eine Musterantwort, die an einer Stelle mechanisch
                     verdorben ist (docs/mutationen.md)
  Hinweis            sollten Sie ansehen, macht die Prüfung aber nicht ungültig.
                     Für eigene Suiten sind auch die Schranken der Mutationen
                     und Umschreibungen Hinweise

Ende: 0 alles richtig · 1 etwas wird anders beurteilt als gemeint, eine
mitgelieferte Suite verfehlt eine Schranke oder eine Aufgabe steht zweimal da ·
2 falsche Daten`;

const optionTypes = {
  mutate: { type: "boolean" },
  all: { type: "boolean" },
  convert: { type: "string" },
  "allow-code": { type: "boolean" },
  security: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** `npm run check`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, optionTypes, "check");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  if (values.security === true) {
    const { checkSecurity } = await import("../security/check-security.ts");
    return checkSecurity(positionals, values.json === true);
  }
  if (values.convert !== undefined) {
    const file = fromStart(values.convert);
    printLine(describeConversion(file, convertFile(file)));
    return exitCodes.done;
  }
  const sources = positionals.length > 0 ? [...new Set(positionals)] : shippedSuites();
  const read = sources.map((source) => readSource(source, values["allow-code"] === true));
  const suites = read.flatMap((one) => ("suite" in one ? [one] : []));
  const today = new Date().toISOString().slice(0, 10);
  const reports = suites.map((one) => reportOn(one, { mutate: values.mutate === true, today }));
  const doubles = findDoubles(suites.map(({ suite }) => suite));
  if (values.json === true) printLine(JSON.stringify({ suites: reports, doubles }));
  else {
    for (const report of reports) printLine(describeReport(report, { all: values.all === true }));
    for (const line of describeDoubles(doubles)) printLine(line);
    if (reports.length > 0) printLine(describeOutcome(reports, doubles));
  }
  const broken = read.flatMap((one) => ("error" in one ? [one.error] : []));
  for (const error of broken) printError(describeError(error));
  if (broken.length > 0) return Promise.resolve(exitCodes.usage);
  const isWrong = countErrors(reports, doubles) > 0;
  return Promise.resolve(isWrong ? exitCodes.no : exitCodes.done);
}

interface ReadSuite {
  readonly suite: Suite;
  readonly folder: string;
  readonly probes: readonly Probe[];
  readonly equivalents: readonly EquivalentMutant[];
}

/** One broken suite does not hide the others. */
function readSource(source: string, allowCode: boolean): ReadSuite | { readonly error: UserError } {
  try {
    const [suite] = loadSuites([source], { allowCode });
    if (suite === undefined) throw new RangeError(`no suite ${source}`);
    const folder = suiteFolder(source);
    const [probes, equivalents] = [readProbes(folder, suite), readEquivalents(folder)];
    return { suite, folder, probes, equivalents };
  } catch (cause) {
    if (cause instanceof UserError) return { error: cause };
    throw cause;
  }
}

function reportOn(
  { suite, folder, probes, equivalents }: ReadSuite,
  options: { readonly mutate: boolean; readonly today: string },
): SuiteReport {
  const { graders } = gradingPlace(suite);
  const judge = makeJudge(suite, graders);
  return {
    ...judgeSuite(suite, judge),
    isShipped: dirname(folder) === suitesFolder,
    shape: shapeOfSuite(suite),
    remarks: remarksOn(suite, folder, options.today),
    probe: judgeProbes(suite, judge, probes),
    ...(options.mutate && { mutation: mutateSuite(suite, judge, equivalents) }),
  };
}
