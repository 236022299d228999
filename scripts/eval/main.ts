import { resolve } from "node:path";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { runFiles } from "../../engine/run-files.ts";
import { lockRun } from "../../engine/run-lock.ts";
import { keyVariable } from "../../models/providers.ts";
import { readEnvironment, warnOfUnknownVariables } from "../environment.ts";
import { findConfig, networkOf } from "../find-config.ts";
import { onlyNoWords, parseOptions, wrongUse } from "../options.ts";
import { requirementsOfRun } from "../requirements.ts";
import { printError, printLine } from "../print.ts";
import { undecidableCriteria } from "./check-requirements.ts";
import { estimatePlan, formatEstimate } from "./dry-run.ts";
import { buildManifest } from "./manifest.ts";
import { createRunFolder, refuseUsedFolder, runIdFor, writePlan } from "./open-folder.ts";
import { checkBudget } from "./check-budget.ts";
import { writeErrorEvent, writeEvent } from "./json-log.ts";
import { readCacheUse } from "./open-cache.ts";
import { prepareRun, type PreparedRun } from "./prepare.ts";
import { fromStart, shownPath, sourceFromKept } from "../start-folder.ts";
import { readBudget, readRequest, type EvalRequest } from "./request.ts";
import { readLogFormat } from "./open-log.ts";
import type { LogFormat } from "./run-log.ts";
import { sit, type SittingOrder } from "./sitting.ts";

const help = `npm run eval [-- Angaben]

Prüft Sprachmodelle an Aufgaben aus der Verwaltung und schreibt einen Bericht.
Ohne Angaben: der Schnelllauf mit zwei kleinen Modellen auf diesem Rechner.

  --config DATEI          Einstellungen; sonst amtsprobe.yaml in diesem Ordner oder in ~/.config/amtsprobe
  --profile quick|full    Schnelllauf oder alle Fälle
  --suite NAME            Suite oder Ordner; mehrfach oder mit Komma. Pfade gelten von dem Ordner aus,
                          in dem Sie den Befehl eingeben
  --model WEG:NAME        z. B. llama:gemma3-270m, ollama:NAME, openai:NAME, anthropic:NAME, baseline:copy;
                          compatible:… nur mit --config; manual:ORDNER fragt über eine Seite zum Ausfüllen,
                          replay:ORDNER nimmt die Antworten eines früheren Laufs; mehrfach
  --sequences ZAHL        eingebettete Modelle: so viele Antworten zugleich (schneller, nicht wiederholbar)
  --variant NAME          untrained, trained oder eine einzelne Variante; mehrfach
  --input NAME            raw, pseudonymised; mehrfach
  --attempts ZAHL         wie oft jeder Durchgang gefragt wird (Vergleichsgrößen immer einmal)
  --budget EURO           hält an, bevor mehr ausgegeben wird; braucht den Preis des Modells
  --requirements DATEI    Anforderungen einer Beschaffung (anforderungen.yaml); sie werden im Lauf festgehalten
  --out ORDNER            Ordner des Laufs (Vorgabe: runs/<Zeit>-<Profil>)
  --resume ORDNER         setzt einen Lauf fort; Vorhandenes wird nicht neu gefragt. Dazu passen nur
                          --budget (gilt für den ganzen Lauf), --fresh, --no-cache, --json, --log-format
  --fresh                 fragt auch, was ein früherer Lauf schon gefragt hat, und merkt sich die Antworten
  --no-cache              benutzt keine Antworten früherer Läufe und merkt sich keine
  --strict                auch erfundene Fälle nur dorthin, wo dataClasses des Modells es erlaubt
  --dry-run               zeigt nur den Plan: Aufrufe, Token, Euro, Dauer
  --json                  Ergebnis als JSON
  --log-format text|json  wie der Fortschritt auf stderr steht: für Menschen, oder je Ereignis eine
                          Zeile JSON (docs/schemas/log.schema.json)
  --help                  diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik (kein Netz, kein Platz, unvollständig);
nach Strg-C meldet npm selbst 130`;

const optionTypes = {
  config: { type: "string" },
  profile: { type: "string" },
  suite: { type: "string", multiple: true },
  model: { type: "string", multiple: true },
  sequences: { type: "string" },
  variant: { type: "string", multiple: true },
  input: { type: "string", multiple: true },
  attempts: { type: "string" },
  budget: { type: "string" },
  requirements: { type: "string" },
  out: { type: "string" },
  resume: { type: "string" },
  fresh: { type: "boolean" },
  "no-cache": { type: "boolean" },
  strict: { type: "boolean" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  "log-format": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** What may be said when a run is taken up again. */
const besideResume: ReadonlySet<string> = new Set([
  "resume",
  "json",
  "fresh",
  "no-cache",
  "budget",
  "log-format",
]);

type Words = ReturnType<typeof parseWords>["values"];

function parseWords(words: string[]) {
  return parseOptions(words, optionTypes, "eval");
}

/** `npm run eval`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseWords(words);
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  onlyNoWords(positionals, "eval");
  if (readLogFormat(values["log-format"]) === "text") return obey(values);
  try {
    return await obey(values);
  } catch (cause) {
    writeErrorEvent(process.stderr, cause);
    return cause instanceof UserError ? cause.exitCode : exitCodes.infrastructure;
  }
}

async function obey(values: Words): Promise<ExitCode> {
  const output = { asJson: values.json === true, format: readLogFormat(values["log-format"]) };
  if (values.resume !== undefined) {
    const others = Object.keys(values).filter((name) => !besideResume.has(name));
    if (others.length > 0) {
      throw wrongUse(`--resume verträgt sich nicht mit --${others.join(", --")}.`, "eval");
    }
    return resumeRun(fromStart(values.resume), values, output);
  }
  warnOfUnknownVariables(readEnvironment());
  const request = readRequest(values);
  if (values["dry-run"] === true) {
    const planned = await prepareRun(request, withoutKeys(request));
    warnOfCriteria(planned);
    return showPlan(planned, output.asJson);
  }
  const prepared = await prepareRun(request);
  warnOfCriteria(prepared);
  return startRun(prepared, values.out, output);
}

/** How results and progress are written. */
interface Output {
  readonly asJson: boolean;
  readonly format: LogFormat;
}

/** A plan asks nobody, so it needs no key. */
function withoutKeys({ models }: EvalRequest): Record<string, string | undefined> {
  const names = models.flatMap(({ model }) => keyVariable(model) ?? []);
  return { ...Object.fromEntries(names.map((name) => [name, "ungenutzt"])), ...readEnvironment() };
}

/** Better before the first call than in the findings. */
function warnOfCriteria({ request, plan, suites }: PreparedRun): void {
  if (request.requirements === undefined) return;
  const { requirements } = request.requirements;
  for (const text of undecidableCriteria(requirements, plan, suites)) {
    printError(`Achtung: ${text}`);
  }
}

async function showPlan(prepared: PreparedRun, asJson: boolean): Promise<ExitCode> {
  const estimate = await estimatePlan(prepared, resolve("runs"));
  const { trials, withheld } = prepared.plan;
  if (asJson) {
    const { models, time } = estimate;
    printLine(JSON.stringify({ trials: trials.length, time, models, withheld }));
    return exitCodes.done;
  }
  printLine(formatEstimate(estimate));
  for (const { model, suite, case: id, reason } of withheld) {
    printLine(`${model}, ${suite}/${id}: ${reason}`);
  }
  return exitCodes.done;
}

async function startRun(
  prepared: PreparedRun,
  out: string | undefined,
  output: Output,
): Promise<ExitCode> {
  const warning = checkBudget(prepared.request.budget, prepared.models);
  const now = new Date();
  const runId = runIdFor(now, prepared.request.profile);
  const folder = out === undefined ? resolve("runs", runId) : fromStart(out);
  createRunFolder(folder);
  const release = lockRun(folder);
  try {
    refuseUsedFolder(folder);
    const head = { runId, createdAt: now.toISOString(), sessions: [] };
    const manifest = buildManifest(prepared, head);
    writePlan(folder, manifest, prepared);
    const { asJson, format } = output;
    return await finish({ folder, manifest, prepared, format, warning }, asJson);
  } finally {
    release();
  }
}

async function resumeRun(folder: string, words: Words, output: Output): Promise<ExitCode> {
  const before = readManifest(folder);
  const cache = readCacheUse(words);
  const budget = readBudget(words.budget) ?? before.budget;
  const release = lockRun(folder);
  try {
    const { runId, createdAt, sessions } = before;
    const environment = readEnvironment();
    const network = networkOf(findConfig(undefined, environment)?.config, environment);
    const prepared = await prepareRun({ ...requestOf(before, folder), cache, budget, network });
    const warning = checkBudget(budget, prepared.models);
    const manifest = buildManifest(prepared, { runId, createdAt, sessions });
    writePlan(folder, manifest, prepared);
    const { asJson, format } = output;
    return await finish({ folder, manifest, prepared, format, warning }, asJson);
  } finally {
    release();
  }
}

function requestOf(
  manifest: ReturnType<typeof readManifest>,
  folder: string,
): Omit<EvalRequest, "cache" | "budget" | "network"> {
  if (manifest.assignments.length === 0) {
    throw new UserError("Dieser Lauf nennt seine Modelle nicht und lässt sich nicht fortsetzen.", {
      code: "not-resumable",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep: "Auswerten geht mit „npm run analyse“; zum Fragen beginnen Sie einen neuen Lauf.",
    });
  }
  const { title, profile, variants, inputs, attempts, seed, strict = false } = manifest;
  const { requirements: recorded } = manifest;
  const requirements = requirementsOfRun(manifest, runFiles(folder).manifest);
  return {
    strict,
    ...(recorded !== undefined &&
      requirements !== undefined && {
        requirements: { recorded, requirements },
      }),
    title,
    profile,
    variants,
    inputs,
    attempts,
    seed,
    suites: manifest.suiteSources.map(sourceFromKept),
    models: manifest.assignments,
  };
}

async function finish(order: SittingOrder, asJson: boolean): Promise<ExitCode> {
  const { folder, format } = order;
  try {
    const { code, summary, findings } = await sit(order);
    if (asJson) printLine(JSON.stringify({ folder, run: findings.run }));
    else printLine(summary);
    return code;
  } catch (cause) {
    const message = `Bis hier ist alles gespeichert. Weiter geht es mit: npm run eval -- --resume ${shownPath(folder)}`;
    if (format === "json") writeEvent(process.stderr, { event: "warning", message });
    else printError(message);
    throw cause;
  }
}
