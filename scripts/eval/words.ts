import { parseOptions } from "../options.ts";

/** What `npm run eval -- --help` says. */
export const help = `npm run eval [-- Angaben]

Prüft Sprachmodelle an Aufgaben aus der Verwaltung und schreibt einen Bericht.
Ohne Angaben: der Schnelllauf mit zwei kleinen Modellen auf diesem Rechner.

  --config DATEI          Einstellungen; sonst amtsprobe.yaml in diesem Ordner
                          oder in ~/.config/amtsprobe
  --profile quick|full    Schnelllauf oder alle Fälle
  --suite NAME            Suite oder Ordner; mehrfach oder mit Komma. Pfade
                          gelten von dem Ordner aus, in dem Sie den Befehl
                          eingeben
  --model WEG:NAME        z. B. llama:gemma3-270m, ollama:NAME, openai:NAME,
                          anthropic:NAME, baseline:copy; compatible:… nur mit
                          --config; manual:ORDNER fragt über eine Seite zum
                          Ausfüllen, replay:ORDNER nimmt die Antworten eines
                          früheren Laufs; mehrfach
  --sequences ZAHL        eingebettete Modelle: so viele Antworten zugleich
                          (schneller, nicht wiederholbar)
  --variant NAME          untrained, trained oder eine einzelne Variante;
                          mehrfach
  --variant-file DATEI    ein Prompt außerhalb der Suite (prompts/neu.md) als
                          weitere Variante; nur er wird gefragt, außer --variant
                          nennt andere dazu. Ein Ordner steht für alle .md
                          darin; mehrfach
  --changed-since REF     nur Prompts, die sich gegenüber diesem Git-Stand
                          geändert haben, und ihre Suiten
  --input NAME            raw, pseudonymised; mehrfach
  --attempts ZAHL         wie oft jeder Durchgang gefragt wird (Vergleichsgrößen
                          immer einmal)
  --critical-attempts ZAHL  wie oft kritische Fälle mindestens gefragt werden
                          (das Gate braucht 3)
  --budget EURO           hält an, bevor mehr ausgegeben wird; braucht den Preis
                          des Modells
  --requirements DATEI    Anforderungen einer Beschaffung (anforderungen.yaml);
                          sie werden im Lauf festgehalten
  --out ORDNER            Ordner des Laufs (Vorgabe: runs/<Zeit>-<Profil>)
  --resume ORDNER         setzt einen Lauf fort; Vorhandenes wird nicht neu
                          gefragt. Dazu passen nur --budget (gilt für den ganzen
                          Lauf), --config (für Proxy und Richter), --fresh,
                          --no-cache, --allow-code, --json, --log-format
  --fresh                 fragt auch, was ein früherer Lauf schon gefragt hat,
                          und merkt sich die Antworten
  --no-cache              benutzt keine Antworten früherer Läufe und merkt sich
                          keine
  --no-answers            bewahrt keine Antworten auf, nur Urteile; Fehlerkarten
                          ohne Texte der Modelle, keine Übungen, kein neues
                          Urteil mit „npm run regrade“. Schließt --no-cache ein
  --strict                auch erfundene Fälle nur dorthin, wo dataClasses des
                          Modells es erlaubt
  --allow-code            Programmcode ausführen, den eine Suite oder ein Modell
                          von promptfoo mitbringt (docs/promptfoo.md)
  --offline               nur Verbindungen auf diesem Rechner
                          (docs/datenschutz.md)
  --dry-run               zeigt nur den Plan: Aufrufe, Token, Euro, Dauer
  --json                  Ergebnis als JSON
  --log-format text|json  wie der Fortschritt auf stderr steht: für Menschen,
                          oder je Ereignis eine Zeile JSON
                          (docs/schemas/log.schema.json)
  --help                  diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik (kein Netz, kein
Platz, unvollständig); nach Strg-C meldet npm selbst 130`;

const optionTypes = {
  config: { type: "string" },
  profile: { type: "string" },
  suite: { type: "string", multiple: true },
  model: { type: "string", multiple: true },
  sequences: { type: "string" },
  variant: { type: "string", multiple: true },
  "variant-file": { type: "string", multiple: true },
  "changed-since": { type: "string" },
  input: { type: "string", multiple: true },
  attempts: { type: "string" },
  "critical-attempts": { type: "string" },
  budget: { type: "string" },
  requirements: { type: "string" },
  out: { type: "string" },
  resume: { type: "string" },
  fresh: { type: "boolean" },
  "no-cache": { type: "boolean" },
  "no-answers": { type: "boolean" },
  strict: { type: "boolean" },
  "allow-code": { type: "boolean" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  "log-format": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** The words of a command line, read. */
export type Words = ReturnType<typeof parseWords>["values"];

/** Reads the words of a command line; a wrong one is an error. */
export function parseWords(words: string[]) {
  return parseOptions(words, optionTypes, "eval");
}
