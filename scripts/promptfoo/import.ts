import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { importConfig, type ImportedSuite } from "../../bridges/promptfoo/import/import-config.ts";
import { configFiles } from "../../bridges/promptfoo/import/render-configs.ts";
import { renderSuite } from "../../bridges/promptfoo/import/render-suite.ts";
import { suiteNameFrom } from "../../bridges/promptfoo/import/suite-name.ts";
import { exitCodes, formatPlace, UserError, type ExitCode } from "../../core/user-error.ts";
import { parseOptions, wrongUse } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { importOwn, ownBundle } from "./import/import-own.ts";
import { writeFolder } from "./import/write-folder.ts";

const help = `npm run promptfoo -- import promptfooconfig.yaml --out ORDNER [--allow-code]

Macht aus einer Konfiguration von promptfoo (YAML oder JSON) eine Suite mit
amtsprobe.yaml. Ganz oder gar nicht: Hat eine Stelle kein Gegenstück, wird sie
mit Zeile und Grund genannt und nichts geschrieben. Geholt und ausgeführt wird
beim Import nichts, außer Sie erlauben es.

  --out ORDNER       wohin; der Ordner darf noch nicht da sein
  --allow-code       erlaubt den Code der Konfiguration (javascript, python,
                     transform, file://x.js …); was laufen würde, wird vorher
                     genannt
  --judge ID         wer urteilt, wo eine Prüfung ein Modell braucht und keines
                     nennt, zum Beispiel compatible:haus oder
                     promptfoo:openai:gpt-4.1; ohne Angabe tragen Sie sie später
                     in suite.yaml ein
  --embeddings ID    dasselbe für Prüfungen, die Bedeutungen vergleichen
                     (similar), zum Beispiel
                     promptfoo:openai:embedding:text-embedding-3-large
  --json             Zusammenfassung als JSON
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Danach: npm run check -- ORDNER
        npm run eval -- --config ORDNER/amtsprobe.yaml
Was wie übernommen wird: docs/promptfoo-import.md

Ende: 0 fertig · 2 falsche Angaben, falsche Daten oder etwas ohne Gegenstück`;

const options = {
  out: { type: "string" },
  "allow-code": { type: "boolean" },
  judge: { type: "string" },
  embeddings: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** `npm run promptfoo -- import`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, options, "promptfoo -- import");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) {
    throw wrongUse("Nennen Sie genau eine Konfiguration von promptfoo.", "promptfoo -- import");
  }
  if (values.out === undefined) throw wrongUse("Es fehlt --out ORDNER.", "promptfoo -- import");
  checkFile(file);
  const folder = fromStart(values.out);
  const own = ownBundle(fromStart(file));
  if (own !== undefined) {
    return importOwn({
      ...own,
      folder,
      shown: shownPath(folder, values.out),
      asJson: values.json === true,
    });
  }
  const allowCode = values["allow-code"] === true;
  const { judge, embeddings } = values;
  const suite = await importConfig(fromStart(file), {
    allowCode,
    judge,
    embeddings,
    announce: showCode,
  });
  const place = {
    name: suiteNameFrom(basename(folder)),
    folder,
    path: shownPath(folder, values.out).replaceAll('"', ""),
  };
  const files = renderSuite(suite, place);
  writeFolder(folder, files);
  report(suite, { folder, shown: shownPath(folder, values.out), asJson: values.json === true });
  return exitCodes.done;
}

/** Programs are no configuration; they would have to be run to be read. */
function checkFile(file: string): void {
  if (!/\.(?:ya?ml|json)$/iu.test(file)) {
    throw new UserError("Der Import liest nur Konfigurationen in YAML oder JSON.", {
      code: "wrong-config-kind",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep:
        "Eine Konfiguration in JavaScript oder TypeScript ist ein Programm; schreiben Sie ihren Inhalt als YAML auf.",
    });
  }
  if (existsSync(fromStart(file))) return;
  throw new UserError("Diese Konfiguration gibt es nicht.", {
    code: "no-config",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep: "Prüfen Sie den Pfad; er gilt von dem Ordner aus, in dem Sie den Befehl eingeben.",
  });
}

/** Said before anything runs. */
function showCode(code: ImportedSuite["code"]): void {
  if (code.length === 0) return;
  printError("Code der Konfiguration, der läuft, wenn Sie ihn erlauben:");
  for (const { place, text } of code) printError(`  ${formatPlace(place)}: ${text}`);
}

interface ReportOptions {
  readonly folder: string;
  readonly shown: string;
  readonly asJson: boolean;
}

function report(suite: ImportedSuite, { folder, shown, asJson }: ReportOptions): void {
  const { cases, variants, models, notes, withoutJudge } = suite;
  for (const { place, text } of notes) {
    printError(
      `Ohne Wirkung auf Prompts und Urteile, nicht übernommen: ${formatPlace(place)}: ${text}`,
    );
  }
  const without = cases.filter(({ assertions }) => assertions.length === 0).length;
  if (without > 0) {
    printError(
      `${without} Tests haben keine Prüfung; wie bei promptfoo besteht dort jede Antwort.`,
    );
  }
  if (withoutJudge > 0) {
    const many = withoutJudge === 1 ? "1 Prüfung braucht" : `${withoutJudge} Prüfungen brauchen`;
    printError(
      `${many} ein Modell als Richter, und keines ist genannt: Tragen Sie eines in suite.yaml ein (judge); vorher nimmt kein Befehl die Suite an.`,
    );
  }
  const counts = { cases: cases.length, variants: variants.length, models: models.length };
  if (asJson) {
    printLine(
      JSON.stringify({ ...counts, folder, withoutAssertions: without, withoutJudge, notes }),
    );
    return;
  }
  printLine(
    `${counts.cases} Fälle, ${counts.variants} Prompt-Varianten, ${counts.models} Modelle: ${shown}`,
  );
  printLine(`Prüfen: npm run check -- ${shown}`);
  const configs = [...configFiles(suite).keys()];
  if (configs.length > 1) {
    printLine(
      "Nicht jedes Modell bekommt jeden Prompt; darum sind es mehrere Läufe, je mit eigener Konfiguration.",
    );
  }
  for (const name of configs) {
    printLine(`Laufen lassen: npm run eval -- --config ${join(shown, name)}`);
  }
}
