import type { Suite } from "../../core/suite.ts";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { promptHygiene } from "../../graders/prompt-hygiene.ts";
import { renderFeedback } from "../../training/participants/feedback.ts";
import { renderGroup } from "../../training/participants/group-sheet.ts";
import type { PromptResult, Yardsticks } from "../../training/participants/result.ts";
import { openChosen } from "../eval/prepare.ts";
import { readRequest } from "../eval/request.ts";
import { gradingPlace, loadSuites } from "../load-suites.ts";
import { onlyNoWords, parseOptions, wrongUse } from "../options.ts";
import { writeOutput } from "../output-folder.ts";
import { printError, printLine } from "../print.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { chooseCases, refuseProtected } from "./choose-cases.ts";
import { groupMean } from "./group-mean.ts";
import { readParticipants, templateOf, type Participant } from "./participants.ts";
import { tryPrompt, type Tried, type Trying } from "./try-prompt.ts";

const help = `npm run training -- evaluate --prompts DATEI --suite NAME

Probiert Prompts aus, die Teilnehmende geschrieben haben, und beurteilt sie wie
jede Prompt-Variante. Die Tabelle (CSV) hat die Spalten kuerzel und prompt.
Angaben zu Personen werden vor dem Senden gesucht.

  --prompts DATEI         die Tabelle
  --suite NAME            Suite mit den Fällen
  --case KENNUNG          nur diese Fälle; mehrfach. Ohne Angabe: die des
                          Schnelllaufs, höchstens 10
  --model WEG:NAME        Modell (Vorgabe llama:gemma3-270m, auf diesem Rechner)
  --config DATEI          Einstellungen für eigene Modelle (amtsprobe.yaml)
  --allow-personal-data   sendet auch Prompts, in denen Angaben zu Personen
                          gefunden wurden
  --out ORDNER            ein Blatt je Kürzel und eines für die Gruppe; sonst
                          nur auf den Bildschirm
  --force                 ersetzt Dateien, die es dort schon gibt
  --keep                  behält auch Prompts und Antworten (antworten.json);
                          braucht --out
  --json                  Ergebnis als JSON
  --offline               nur Verbindungen auf diesem Rechner
                          (docs/datenschutz.md)
  --help                  diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik`;

const optionTypes = {
  prompts: { type: "string" },
  suite: { type: "string" },
  case: { type: "string", multiple: true },
  model: { type: "string" },
  config: { type: "string" },
  "allow-personal-data": { type: "boolean" },
  out: { type: "string" },
  keep: { type: "boolean" },
  force: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const command = "training -- evaluate";

/** `npm run training -- evaluate`. Nothing is kept unless it is asked for. */
export async function evaluate(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, optionTypes, command);
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  onlyNoWords(positionals, command);
  if (values.prompts === undefined) throw wrongUse("Es fehlt --prompts DATEI.", command);
  if (values.suite === undefined) throw wrongUse("Es fehlt --suite NAME.", command);
  if (values.keep === true && values.out === undefined)
    throw wrongUse("--keep braucht --out ORDNER.", command);
  const participants = readParticipants(fromStart(values.prompts));
  const request = readRequest({
    config: values.config,
    model: [values.model ?? "llama:gemma3-270m"],
    suite: [values.suite],
    "no-cache": true,
  });
  const [suite] = loadSuites(request.suites);
  if (suite === undefined) throw wrongUse("Es ist keine Suite genannt.", command);
  const cases = chooseCases(suite, values.case);
  const model = await openChosen(request, request.models[0]?.model.id ?? "");
  if (model.description.kind === "baseline")
    throw wrongUse(
      "Vergleichsgrößen lesen keinen Prompt; nennen Sie mit --model ein Modell.",
      command,
    );
  const abort = new AbortController();
  process.once("SIGINT", () => abort.abort());
  try {
    refuseProtected(cases, model.description.dataClasses);
    await model.prepare(printError);
    const trying = { model, place: gradingPlace(suite), cases, signal: abort.signal };
    const rows = await tryAll(participants, trying, values["allow-personal-data"] === true);
    handOut(rows, await measureYardsticks(suite, trying), values);
  } finally {
    await model.close();
  }
  return exitCodes.done;
}

interface Row {
  readonly participant: Participant;
  readonly result: PromptResult;
  readonly tried: Tried | undefined;
}

async function tryAll(
  participants: readonly Participant[],
  trying: Trying,
  mayHavePersonalData: boolean,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const participant of participants) {
    const { score } = promptHygiene.grade({ answer: participant.prompt });
    const measures = score.status === "scored" ? score.measures : {};
    const personalData = measures["personalData"] ?? 0;
    const isHeld = personalData > 0 && !mayHavePersonalData;
    const tried = isHeld ? undefined : await tryPrompt(templateOf(participant.prompt), trying);
    const has = (part: string): boolean => measures[part] === 1;
    rows.push({
      participant,
      tried,
      result: {
        code: participant.code,
        parts: { task: has("task"), source: has("source"), form: has("form"), check: has("check") },
        personalData,
        advice: score.reason.replaceAll(/„[^“]*“/gu, "[…]"),
        share: tried?.share,
        notSent: isHeld
          ? "Er enthält Angaben zu Personen. Ersetzen Sie sie durch Platzhalter."
          : undefined,
      },
    });
    printError(`${rows.length} von ${participants.length} Prompts`);
  }
  return rows;
}

async function measureYardsticks(suite: Suite, trying: Trying): Promise<Yardsticks> {
  const measure = async (name: string) => {
    const template = suite.prompts[name];
    return template === undefined ? undefined : (await tryPrompt(template, trying)).share;
  };
  return { untrained: await measure("untrained-kurz"), trained: await measure("trained") };
}

interface HandOut {
  readonly out?: string | undefined;
  readonly keep?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** Sheets on the screen, or one file each; prompts and answers only when they are to be kept. */
function handOut(rows: readonly Row[], yardsticks: Yardsticks, words: HandOut): void {
  const { out, keep, json } = words;
  const results = rows.map(({ result }) => result);
  const sheets = results.map(
    (result) => [`rueckmeldung-${result.code}.md`, renderFeedback(result, yardsticks)] as const,
  );
  const mean = groupMean(results);
  const group = renderGroup({ results, mean }, yardsticks);
  if (out !== undefined) {
    const files = new Map<string, string>([...sheets, ["gruppe.md", group] as const]);
    const kept = rows.map(({ participant, tried }) => ({
      ...participant,
      answers: tried?.answers ?? [],
    }));
    if (keep === true) files.set("antworten.json", JSON.stringify(kept, null, 2));
    const all = new Map(files.entries().map(([name, text]) => [name, `${text}\n`]));
    writeOutput(fromStart(out), all, { force: words.force === true });
  }
  if (json === true) printLine(JSON.stringify({ results, mean, yardsticks }));
  else if (out === undefined)
    printLine([...sheets.map(([, text]) => text), group].join("\n\n---\n\n"));
  else printLine(`${results.length} Rückmeldungen: ${shownPath(fromStart(out), out)}`);
}
