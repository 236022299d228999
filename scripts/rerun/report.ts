import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import type { Language } from "../../reports/language.ts";
import { openFile } from "../open-file.ts";
import { onlyFolder, parseOptions, wrongUse } from "../options.ts";
import { printLine } from "../print.ts";
import { shownPath } from "../start-folder.ts";
import { writeComparison } from "./compare-runs.ts";
import { readFormats } from "./report-formats.ts";
import { readDetails, writeFormats } from "./write-formats.ts";

const help = `npm run report -- ORDNER
  npm run report -- --compare FRÜHER SPÄTER

Schreibt den Bericht eines ausgewerteten Laufs neu. Rechnet nichts, fragt kein
Modell.

  --format NAME      html (Vorgabe): report.html, weitere Fehlerkarten in
                     faelle/
                     csv: ergebnisse.csv und fehler.csv für Excel
                     markdown: report.md, die erste Seite
                     vvt: vvt.md, Entwurf für das Verzeichnis von
                     Verarbeitungstätigkeiten
                     dsfa: dsfa.md, Entwurf für Beschreibung und Tatsachen einer
                     Folgenabschätzung
                     mehrere mit Komma: --format html,csv
  --details DATEI    Behörde, Stand, Unterschriften, Änderungen aus einer
                     YAML-Datei
  --language en      dazu alles auf Englisch: report-en.html, auch mit --format
                     csv, markdown und mit --compare (vergleich-en.html)
  --anonymous        „Angebot 1“ bis „Angebot n“ statt der Modelle:
                     report-anonym.html
  --mask             schwärzt erkannte Kennungen und geschützte Angaben in allen
                     Texten: report-maskiert.html
  --key DATEI        mit --anonymous: schreibt, wer hinter welchem Angebot steht
  --compare          vergleicht Läufe auf denselben Fällen, der frühere zuerst:
                     npm run report -- --compare FRÜHER SPÄTER
                     schreibt vergleich.html und vergleich.json in den letzten
                     Ordner, mit --anonymous vergleich-anonym.html und
                     vergleich-anonym.json
  --out ORDNER       mit --compare: schreibt dorthin
  --force            mit --out oder --key: ersetzt Dateien, die es schon gibt
  --open             öffnet den Bericht danach
  --json             gibt die Pfade der geschriebenen Berichte als JSON aus
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

const options = {
  format: { type: "string", multiple: true },
  details: { type: "string" },
  language: { type: "string" },
  anonymous: { type: "boolean" },
  mask: { type: "boolean" },
  key: { type: "string" },
  compare: { type: "boolean" },
  out: { type: "string" },
  force: { type: "boolean" },
  open: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** `npm run report`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, options, "report");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  checkOptions(values);
  const languages: readonly Language[] = values.language === "en" ? ["en", "de"] : ["de"];
  const written =
    values.compare === true
      ? await writeComparison(positionals, {
          out: values.out,
          anonymous: values.anonymous === true,
          key: values.key,
          force: values.force === true,
          languages,
        })
      : await writeFormats(onlyFolder(positionals, "report"), readFormats(values.format), {
          anonymous: values.anonymous === true,
          masked: values.mask === true,
          details: readDetails(values.details),
          languages,
          key: values.key,
          force: values.force === true,
        });
  printWritten(written, values.json === true);
  const [first] = written;
  if (values.open === true && first !== undefined) await openFile(first);
  return exitCodes.done;
}

/** Options that belong together, or a sentence that says what is missing. */
function checkOptions(values: {
  readonly compare?: boolean | undefined;
  readonly anonymous?: boolean | undefined;
  readonly mask?: boolean | undefined;
  readonly key?: string | undefined;
  readonly language?: string | undefined;
  readonly out?: string | undefined;
}): void {
  if (values.key !== undefined && values.anonymous !== true) {
    throw wrongUse("--key gibt es nur zusammen mit --anonymous.", "report");
  }
  if (values.compare === true && values.mask === true) {
    throw wrongUse("--compare und --mask gehen nicht zusammen.", "report");
  }
  if (!["de", "en"].includes(values.language ?? "de")) {
    throw wrongUse(`--language kennt „${values.language}“ nicht. Möglich sind: de, en.`, "report");
  }
  if (values.out !== undefined && values.compare !== true) {
    throw wrongUse("--out gibt es nur zusammen mit --compare.", "report");
  }
}

function printWritten(paths: readonly string[], asJson: boolean): void {
  if (asJson) printLine(JSON.stringify({ written: paths }));
  else for (const path of paths) printLine(`Bericht: ${shownPath(path)}`);
}
