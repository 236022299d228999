import { basename, dirname } from "node:path";
import { exportFiles, type Bundle } from "../../bridges/promptfoo/export/bundle.ts";
import { renderConfig } from "../../bridges/promptfoo/export/render-config.ts";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { agree } from "../../reports/sentences/counted.ts";
import { onlyNoWords, parseOptions, wrongUse } from "../options.ts";
import { writeOutput } from "../output-folder.ts";
import { printError, printLine } from "../print.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { gatherExport, type ExportWords, type Gathered } from "./export/gather-export.ts";
import { graderModule, headOf, providerModule } from "./export/modules.ts";

const help = `npm run promptfoo -- export --suite NAME --out promptfooconfig.yaml
npm run promptfoo -- export --run ORDNER --out promptfooconfig.yaml

Schreibt Suiten als Konfiguration für promptfoo. promptfoo führt sie mit den
Gradern von Amtsprobe aus und kommt bei jedem Fall zum selben Urteil. Neben der
Konfiguration entstehen drei Dateien (.amtsprobe.json, .grader.mjs,
.provider.mjs), die dabeibleiben müssen. Ohne Umweg und ohne Netz führt sie aus:
  npm run promptfoo -- run eval -c promptfooconfig.yaml

  --suite NAME       Suite (Name oder Ordner), mehrfach oder mit Komma
  --run ORDNER       statt eines Modells antworten die Antworten dieses Laufs
  --model NAME       wer antwortet, wie bei eval; ohne Angabe die
                     Vergleichsgröße baseline:reference
  --config DATEI     Einstellungen, in denen die Modelle stehen (Vorgabe:
                     amtsprobe.yaml)
  --variant NAME     Prompt-Varianten (Vorgabe: alle)
  --input NAME       raw, pseudonymised (Vorgabe: beide)
  --out DATEI        wohin; eine vorhandene Datei wird nur mit --force ersetzt
  --force            vorhandene Dateien ersetzen
  --json             Zusammenfassung als JSON
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten`;

const optionTypes = {
  suite: { type: "string", multiple: true },
  run: { type: "string" },
  model: { type: "string", multiple: true },
  config: { type: "string" },
  variant: { type: "string", multiple: true },
  input: { type: "string", multiple: true },
  out: { type: "string" },
  force: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** `npm run promptfoo -- export`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, optionTypes, "promptfoo -- export");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  onlyNoWords(positionals, "promptfoo -- export");
  const { out, force, json: asJson, help: _help, ...asked } = values;
  if (out === undefined) throw wrongUse("Es fehlt --out DATEI.", "promptfoo -- export");
  if (!/\.ya?ml$/iu.test(out)) throw wrongUse("--out muss auf .yaml enden.", "promptfoo -- export");
  const gathered = await gatherExport(asked satisfies ExportWords);
  const written = writeExport(fromStart(out), gathered, force === true);
  for (const note of gathered.notes) printError(note);
  const { suites, tests, providers } = gathered;
  const counts = { suites: suites.length, tests: tests.length, providers: providers("").length };
  printLine(
    asJson === true
      ? JSON.stringify({ ...counts, files: written })
      : `${counts.tests} Tests aus ${counts.suites} ${agree(counts.suites, "Suite", "Suiten")}, ${counts.providers} Anbieter: ${shownPath(fromStart(out), out)}`,
  );
  return exitCodes.done;
}

function writeExport(config: string, gathered: Gathered, force: boolean): readonly string[] {
  const folder = dirname(config);
  const names = exportFiles(basename(config));
  const bundle: Bundle = {
    schemaVersion: 1,
    suites: gathered.suites.map(({ unclassed: _unclassed, ...suite }) => ({
      ...suite,
      cases: [...suite.cases],
    })),
    ...(gathered.run !== undefined && { run: gathered.run }),
  };
  const texts = {
    [names.config]: renderConfig({
      title: gathered.title,
      suites: gathered.suites,
      providers: gathered.providers(names.provider),
      tests: gathered.tests,
      graderFile: names.grader,
      head: headOf(names),
    }),
    [names.bundle]: `${JSON.stringify(bundle, null, 1)}\n`,
    [names.grader]: graderModule(names.bundle),
    [names.provider]: providerModule(names.bundle),
  };
  writeOutput(folder, new Map(Object.entries(texts)), { force });
  return Object.keys(texts);
}
