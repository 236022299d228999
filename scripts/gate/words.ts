import { parseOptions } from "../options.ts";

/** What `npm run gate -- --help` says. */
export const help = `npm run gate -- --baseline ORDNER|DATEI --candidate ORDNER
  npm run gate -- --save DATEI --candidate ORDNER

Sagt, ob ein geänderter Prompt die Antworten schlechter gemacht hat, über den
Zufall hinaus. Vergleicht denselben Fall vorher und nachher. Fragt nie ein
Modell. Die Regel steht in docs/ci.md.

  --baseline WEG         Vergleichsbasis: Ordner eines Laufs oder Datei aus
                         --save
  --candidate ORDNER     der neue Lauf (npm run eval -- --variant-file
                         prompts/neu.md --critical-attempts 3)
  --save DATEI           schreibt den Lauf als kleine Vergleichsbasis zum
                         Einchecken
  --with-answers         mit --save: auch die Antworten, damit das Gate sie
                         vorher und nachher zeigt
  --model, --variant, --input
                         nur diese; ohne Angabe entscheiden trained und raw, wo
                         es mehrere gibt
  --baseline-model, --baseline-variant
                         wie Modell oder Prompt in der Vergleichsbasis heißen,
                         wenn anders
  --max-drop PUNKTE      Rückgang, bis zu dem nie rot wird (Vorgabe 5)
  --max-missing PROZENT  Anteil fehlender Antworten, über dem das Ergebnis
                         ungültig ist (Vorgabe 5)
  --strict               rot, solange nicht gezeigt ist, dass es höchstens um
                         --max-drop schlechter wurde
  --quarantine DATEI     Fälle, die bis zu einem Tag nicht mitentscheiden (YAML:
                         suite, case, until, reason)
  --out ORDNER           schreibt junit.xml, zusammenfassung.md, kommentar.md
                         und findings.json dorthin
  --junit, --markdown, --comment, --findings DATEI
                         einzelne davon (--comment: höchstens 60 KB, für Merge
                         Requests)
  --github               Anmerkungen auf GitHub und Zusammenfassung nach
                         $GITHUB_STEP_SUMMARY
  --force                ersetzt Dateien, die es schon gibt
  --json                 Ergebnis als JSON
  --offline              nur Verbindungen auf diesem Rechner
                         (docs/datenschutz.md)
  --help                 diese Hilfe

Ende: 0 nicht schlechter, oder zu wenig Fälle, um das zu sagen · 1 schlechter
geworden · 2 falsche Angaben oder Daten, andere Fassung der Suite · 3 ungültig
(zu viele Antworten fehlen, Technik)`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

const optionTypes = {
  baseline: text,
  candidate: text,
  save: text,
  "with-answers": flag,
  model: text,
  variant: text,
  input: text,
  "baseline-model": text,
  "baseline-variant": text,
  "max-drop": text,
  "max-missing": text,
  strict: flag,
  quarantine: text,
  out: text,
  junit: text,
  markdown: text,
  comment: text,
  findings: text,
  github: flag,
  force: flag,
  json: flag,
  help: { type: "boolean", short: "h" },
} as const;

/** The words of a command line, read. */
export type GateWords = ReturnType<typeof parseWords>["values"];

/** Reads the words of a command line; a wrong one is an error. */
export function parseWords(words: string[]) {
  return parseOptions(words, optionTypes, "gate");
}
