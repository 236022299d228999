import { createInterface } from "node:readline/promises";
import { resolve } from "node:path";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { countAnswersBefore, forgetAnswersBefore } from "../../engine/forget-answers.ts";
import { cacheFolder } from "../../models/cache-folder.ts";
import { readEnvironment } from "../environment.ts";
import { parseOptions, wrongUse } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { findRuns, type FoundRun, type FoundRuns } from "./find-runs.ts";
import { removeRun } from "./remove-run.ts";
import { stripAnswers } from "./strip-answers.ts";

const help = `npm run clean -- --older-than TAGEd [ORDNER]

Löscht Läufe, deren letzter Start so viele Tage her ist, und ebenso alte
Antworten im Zwischenspeicher. Ohne ORDNER: runs. Was kein Lauf ist, was gerade
läuft und Verknüpfungen bleiben unberührt.

  --older-than 90d   Alter in Tagen
  --answers-only     löscht nur die Antworten; Urteile, Zahlen und ein Bericht
                     ohne Texte bleiben
  --dry-run          zeigt nur, was gelöscht würde
  --yes              löscht ohne Rückfrage
  --json             Ergebnis als JSON
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben · 3 Technik`;

const optionTypes = {
  "older-than": { type: "string" },
  "answers-only": { type: "boolean" },
  "dry-run": { type: "boolean" },
  yes: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const day = 24 * 60 * 60 * 1000;

/** `npm run clean`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, optionTypes, "clean");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  if (positionals.length > 1) throw wrongUse("Es ist mehr als ein Ordner genannt.", "clean");
  const cutoff = Date.now() - readDays(values["older-than"]) * day;
  const [named] = positionals;
  const folder = named === undefined ? resolve("runs") : fromStart(named);
  const answersOnly = values["answers-only"] === true;
  const order = { ...wanted(findRuns(folder, cutoff), answersOnly), cutoff, answersOnly };
  const cached = countAnswersBefore(cacheFolder(readEnvironment()), cutoff);
  tell(order, cached);
  if (values["dry-run"] === true || order.old.length + cached === 0) {
    if (values["dry-run"] === true && values.json !== true) return finishDry(order, cached);
    return finish({ ...order, done: [], cached: 0, failed: [] }, values.json === true);
  }
  if (values.yes !== true && !(await isConfirmed())) throw unconfirmed();
  return finish(await carryOut(order), values.json === true);
}

interface Order extends FoundRuns {
  readonly cutoff: number;
  readonly answersOnly: boolean;
}

interface Outcome extends Order {
  readonly done: readonly string[];
  readonly cached: number;
  readonly failed: readonly string[];
}

/** Runs without answers have none to delete. */
function wanted({ old, spared }: FoundRuns, answersOnly: boolean): FoundRuns {
  if (!answersOnly) return { old, spared };
  return { old: old.filter(({ manifest }) => manifest.noAnswers !== true), spared };
}

async function carryOut(order: Order): Promise<Outcome> {
  const done: string[] = [];
  const failed: string[] = [];
  const spared = [...order.spared];
  for (const run of order.old) {
    try {
      await clean(run, order.answersOnly);
      done.push(run.folder);
    } catch (cause) {
      if (!(cause instanceof UserError)) failed.push(run.folder);
      const reason = cause instanceof Error ? cause.message : String(cause);
      spared.push({ folder: run.folder, reason });
      printError(`${shownPath(run.folder)}: ${reason}`);
    }
  }
  const cached = forgetAnswersBefore(cacheFolder(readEnvironment()), order.cutoff);
  return { ...order, spared, done, cached, failed };
}

async function clean({ folder }: FoundRun, answersOnly: boolean): Promise<void> {
  if (!answersOnly) {
    removeRun(folder);
    return;
  }
  const others = await stripAnswers(folder);
  if (others.length === 0) return;
  printError(
    `${shownPath(folder)}: Diese Dateien sind nicht vom Lauf und bleiben; sehen Sie nach, ob Antworten darin stehen: ${others.join(", ")}`,
  );
}

function tell({ old, spared, answersOnly }: Order, cached: number): void {
  const what = answersOnly ? "Antworten löschen" : "löschen";
  for (const { folder, manifest } of old) {
    printError(`${what}: ${shownPath(folder)} (${manifest.createdAt.slice(0, 10)})`);
  }
  for (const { folder, reason } of spared) printError(`bleibt: ${shownPath(folder)} (${reason})`);
  if (cached > 0) printError(`löschen: ${cached} Antworten im Zwischenspeicher`);
}

function finish(outcome: Outcome, asJson: boolean): ExitCode {
  const { cutoff, done, cached, spared, failed, old } = outcome;
  if (asJson) {
    const found = old.map(({ folder }) => folder);
    const before = new Date(cutoff).toISOString();
    printLine(JSON.stringify({ before, found, cleaned: done, cacheEntries: cached, spared }));
  } else if (old.length === 0) printLine("Es gibt keine so alten Läufe.");
  else
    printLine(
      `${done.length} von ${old.length} Läufen bereinigt, ${cached} Einträge im Zwischenspeicher gelöscht.`,
    );
  return failed.length === 0 ? exitCodes.done : exitCodes.infrastructure;
}

function finishDry({ old }: Order, cached: number): ExitCode {
  const nothing = old.length + cached === 0;
  printLine(nothing ? "Es gibt keine so alten Läufe." : "Mit --dry-run ist nichts gelöscht.");
  return exitCodes.done;
}

function readDays(text: string | undefined): number {
  const days = /^(?<days>\d{1,5})d$/u.exec(text ?? "")?.groups?.["days"];
  if (days !== undefined) return Number(days);
  throw wrongUse(
    text === undefined
      ? "Es fehlt --older-than, zum Beispiel --older-than 90d."
      : `--older-than erwartet Tage wie 90d, nicht „${text}“.`,
    "clean",
  );
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question("Das lässt sich nicht zurückholen. Löschen? [j/N] ");
    return /^(?:j|ja|y)$/iu.test(answer.trim());
  } finally {
    lines.close();
  }
}

function unconfirmed(): UserError {
  return new UserError("Es wurde nichts gelöscht.", {
    code: "not-confirmed",
    exitCode: exitCodes.usage,
    nextStep: "Zum Löschen schreiben Sie --yes dazu; --dry-run zeigt nur, was gelöscht würde.",
  });
}
