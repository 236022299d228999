import { resolve } from "node:path";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { runFiles } from "../../engine/run-files.ts";
import { lockRun } from "../../engine/run-lock.ts";
import { keyVariable } from "../../models/providers.ts";
import { onlyNoWords, parseOptions, wrongUse } from "../options.ts";
import { requirementsOfRun } from "../requirements.ts";
import { printError, printLine } from "../print.ts";
import { undecidableCriteria } from "./check-requirements.ts";
import { estimatePlan, formatEstimate } from "./dry-run.ts";
import { buildManifest } from "./manifest.ts";
import { createRunFolder, refuseUsedFolder, runIdFor, writePlan } from "./open-folder.ts";
import { readCacheUse, type CacheUse } from "./open-cache.ts";
import { prepareRun, type PreparedRun } from "./prepare.ts";
import { fromStart, shownPath, sourceFromKept } from "../start-folder.ts";
import { readRequest, type EvalRequest } from "./request.ts";
import { sit } from "./sitting.ts";

const help = `npm run eval [-- Angaben]

Prüft Sprachmodelle an Aufgaben aus der Verwaltung und schreibt einen Bericht.
Ohne Angaben: der Schnelllauf mit zwei kleinen Modellen auf diesem Rechner.

  --config DATEI          Einstellungen (amtsprobe.yaml)
  --profile quick|full    Schnelllauf oder alle Fälle
  --suite NAME            Suite oder Ordner; mehrfach oder mit Komma. Pfade gelten von dem Ordner aus,
                          in dem Sie den Befehl eingeben
  --model WEG:NAME        z. B. llama:gemma3-270m, ollama:NAME, openai:NAME, anthropic:NAME, baseline:copy;
                          compatible:… nur mit --config; mehrfach
  --variant NAME          untrained, trained oder eine einzelne Variante; mehrfach
  --input NAME            raw, pseudonymised; mehrfach
  --attempts ZAHL         wie oft jeder Durchgang gefragt wird (Vergleichsgrößen immer einmal)
  --budget EURO           hält an, bevor mehr ausgegeben wird; braucht den Preis des Modells
  --requirements DATEI    Anforderungen einer Beschaffung (anforderungen.yaml); sie werden im Lauf festgehalten
  --out ORDNER            Ordner des Laufs (Vorgabe: runs/<Zeit>-<Profil>)
  --resume ORDNER         setzt einen Lauf fort; Vorhandenes wird nicht neu gefragt
  --fresh                 fragt auch, was ein früherer Lauf schon gefragt hat, und merkt sich die Antworten
  --no-cache              benutzt keine Antworten früherer Läufe und merkt sich keine
  --dry-run               zeigt nur den Plan: Aufrufe, Token, Euro
  --json                  Ergebnis als JSON
  --help                  diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten · 3 Technik (kein Netz, kein Platz, unvollständig);
nach Strg-C meldet npm selbst 130`;

const optionTypes = {
  config: { type: "string" },
  profile: { type: "string" },
  suite: { type: "string", multiple: true },
  model: { type: "string", multiple: true },
  variant: { type: "string", multiple: true },
  input: { type: "string", multiple: true },
  attempts: { type: "string" },
  budget: { type: "string" },
  requirements: { type: "string" },
  out: { type: "string" },
  resume: { type: "string" },
  fresh: { type: "boolean" },
  "no-cache": { type: "boolean" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** What may be said when a run is taken up again. */
const besideResume: ReadonlySet<string> = new Set(["resume", "json", "fresh", "no-cache"]);

/** `npm run eval`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, optionTypes, "eval");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  onlyNoWords(positionals, "eval");
  if (values.resume !== undefined) {
    const others = Object.keys(values).filter((name) => !besideResume.has(name));
    if (others.length > 0) {
      throw wrongUse(`--resume verträgt sich nicht mit --${others.join(", --")}.`, "eval");
    }
    return resumeRun(fromStart(values.resume), readCacheUse(values), values.json === true);
  }
  const request = readRequest(values);
  if (values["dry-run"] === true) {
    const planned = await prepareRun(request, withoutKeys(request));
    warnOfCriteria(planned);
    return showPlan(planned, values.json === true);
  }
  const prepared = await prepareRun(request);
  warnOfBudget(prepared);
  warnOfCriteria(prepared);
  return startRun(prepared, values.out, values.json === true);
}

/** A plan asks nobody, so it needs no key. */
function withoutKeys({ models }: EvalRequest): Record<string, string | undefined> {
  const names = models.flatMap(({ model }) => keyVariable(model) ?? []);
  return { ...Object.fromEntries(names.map((name) => [name, "ungenutzt"])), ...process.env };
}

/** Better before the first call than in the findings. */
function warnOfCriteria({ request, plan, suites }: PreparedRun): void {
  if (request.requirements === undefined) return;
  const { requirements } = request.requirements;
  for (const text of undecidableCriteria(requirements, plan, suites)) {
    printError(`Achtung: ${text}`);
  }
}

/** A budget cannot hold back a model whose price nobody named. */
function warnOfBudget({ request, models }: PreparedRun): void {
  if (request.budget === undefined) return;
  const unpriced = models.filter(({ way, price }) => way === "compatible" && price === undefined);
  if (unpriced.length === 0) return;
  const names = unpriced.map(({ id }) => id).join(", ");
  printError(
    `Achtung: Ohne Preis wirkt das Budget nicht (${names}). Tragen Sie price in die Einstellungen ein.`,
  );
}

function showPlan(prepared: PreparedRun, asJson: boolean): ExitCode {
  const estimate = estimatePlan(prepared);
  const { trials, withheld } = prepared.plan;
  if (asJson) {
    printLine(JSON.stringify({ trials: trials.length, models: estimate, withheld }));
    return exitCodes.done;
  }
  const free = new Set(
    prepared.models
      .filter(({ kind, way }) => kind === "baseline" || way === "llama")
      .map(({ id }) => id),
  );
  printLine(formatEstimate(estimate, free));
  for (const { model, suite, case: id, reason } of withheld) {
    printLine(`Nicht geprüft: ${model}, ${suite}/${id}. ${reason}`);
  }
  return exitCodes.done;
}

async function startRun(
  prepared: PreparedRun,
  out: string | undefined,
  asJson: boolean,
): Promise<ExitCode> {
  const now = new Date();
  const runId = runIdFor(now, prepared.request.profile);
  const folder = out === undefined ? resolve("runs", runId) : fromStart(out);
  createRunFolder(folder);
  const release = lockRun(folder);
  try {
    refuseUsedFolder(folder);
    const manifest = buildManifest(prepared, {
      runId,
      createdAt: now.toISOString(),
      sessions: [],
    });
    writePlan(folder, manifest, prepared);
    return await finish(folder, sit(folder, manifest, prepared), asJson);
  } finally {
    release();
  }
}

async function resumeRun(folder: string, cache: CacheUse, asJson: boolean): Promise<ExitCode> {
  const before = readManifest(folder);
  const release = lockRun(folder);
  try {
    const { runId, createdAt, sessions } = before;
    const prepared = await prepareRun({ ...requestOf(before, folder), cache });
    const manifest = buildManifest(prepared, { runId, createdAt, sessions });
    writePlan(folder, manifest, prepared);
    return await finish(folder, sit(folder, manifest, prepared), asJson);
  } finally {
    release();
  }
}

function requestOf(
  manifest: ReturnType<typeof readManifest>,
  folder: string,
): Omit<EvalRequest, "cache"> {
  if (manifest.assignments.length === 0) {
    throw new UserError("Dieser Lauf nennt seine Modelle nicht und lässt sich nicht fortsetzen.", {
      code: "not-resumable",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep: "Auswerten geht mit „npm run analyse“; zum Fragen beginnen Sie einen neuen Lauf.",
    });
  }
  const { title, profile, variants, inputs, attempts, seed, budget } = manifest;
  const { requirements: recorded } = manifest;
  const requirements = requirementsOfRun(manifest, runFiles(folder).manifest);
  return {
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
    budget,
    suites: manifest.suiteSources.map(sourceFromKept),
    models: manifest.assignments,
  };
}

async function finish(
  folder: string,
  sitting: ReturnType<typeof sit>,
  asJson: boolean,
): Promise<ExitCode> {
  try {
    const { code, summary, findings } = await sitting;
    if (asJson) printLine(JSON.stringify({ folder, run: findings.run }));
    else printLine(summary);
    return code;
  } catch (cause) {
    printError(
      `Bis hier ist alles gespeichert. Weiter geht es mit: npm run eval -- --resume ${shownPath(folder)}`,
    );
    throw cause;
  }
}
