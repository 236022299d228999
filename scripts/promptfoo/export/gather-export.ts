import type { ExportedProvider, ExportedTest } from "../../../bridges/promptfoo/export/exported.ts";
import type { Bundle } from "../../../bridges/promptfoo/export/bundle.ts";
import { inputKindSchema, type InputKind } from "../../../core/case.ts";
import { mustGraders, type Suite } from "../../../core/suite.ts";
import { exitCodes, UserError } from "../../../core/user-error.ts";
import { settledTrials } from "../../../engine/pending.ts";
import { readRun } from "../../../engine/read-run.ts";
import { readRequest } from "../../eval/request.ts";
import { loadSuites } from "../../load-suites.ts";
import { wrongUse } from "../../options.ts";
import { fromStart } from "../../start-folder.ts";
import { providersOfRun, suitesOfRun, testsOfRun } from "./export-run.ts";
import { providersOfModels, testsOfSuites } from "./export-suites.ts";

/** The words of the command line that say what is exported. */
export interface ExportWords {
  readonly suite?: string[] | undefined;
  readonly run?: string | undefined;
  readonly model?: string[] | undefined;
  readonly config?: string | undefined;
  readonly variant?: string[] | undefined;
  readonly input?: string[] | undefined;
}

/** Everything an export consists of. */
export interface Gathered {
  readonly title: string;
  readonly suites: readonly Suite[];
  readonly tests: readonly ExportedTest[];
  /** Who answers, by way of a file with this name. */
  readonly providers: (file: string) => ExportedProvider[];
  readonly run: Bundle["run"];
  /** What the person has to know, German. */
  readonly notes: readonly string[];
}

/** Reads what is to be exported; nothing is called. */
export async function gatherExport(words: ExportWords): Promise<Gathered> {
  if (words.run !== undefined) return gatherRun(words, fromStart(words.run));
  const names = list(words.suite);
  if (names === undefined) throw wrongUse("Es fehlt --suite NAME oder --run ORDNER.", "promptfoo");
  const suites = loadSuites(names);
  for (const suite of suites) refuseWrittenOut(suite);
  const tests = testsOfSuites(suites, {
    variants: list(words.variant),
    inputs: readInputs(list(words.input)),
  });
  if (tests.length === 0) throw wrongUse("Diese Variante hat keine der Suiten.", "promptfoo");
  const model = list(words.model) ?? ["baseline:reference"];
  const { models } = readRequest({ config: words.config, model, suite: names });
  return {
    title: suites.map(({ title }) => title).join(" · "),
    suites,
    tests,
    providers: (file) =>
      providersOfModels(
        models.map((choice) => choice.model),
        file,
      ),
    run: undefined,
    notes: suites.filter(comparesVersions).map(({ name }) => standInNote(name)),
  };
}

async function gatherRun(words: ExportWords, folder: string): Promise<Gathered> {
  const besides = (["model", "config", "variant", "input"] as const).find(
    (name) => words[name] !== undefined,
  );
  if (besides !== undefined) {
    throw wrongUse(`Mit --run steht schon fest, was gilt; --${besides} geht nicht.`, "promptfoo");
  }
  const records = await readRun(folder);
  const names = list(words.suite);
  const suites = suitesOfRun(records).filter(({ name }) => names?.includes(name) ?? true);
  if (suites.length === 0) throw wrongUse("Diese Suite hat der Lauf nicht.", "promptfoo");
  const trials = settledTrials(records.trials).values();
  const { runId, title } = records.manifest;
  return {
    title: `${title} (Antworten des Laufs ${runId})`,
    suites,
    tests: testsOfRun(trials, suites),
    providers: (file) => providersOfRun(records, file),
    run: { folder, runId },
    notes: [],
  };
}

/** Messages that stand in the cases have no prompt that promptfoo could fill. */
function refuseWrittenOut({ name, variants, prompts }: Suite): void {
  const variant = Object.keys(variants).find((one) => prompts[one] === undefined);
  if (variant === undefined) return;
  throw new UserError(
    `Die Suite „${name}“ schreibt ihre Nachrichten aus (Variante „${variant}“); das lässt sich nicht exportieren.`,
    {
      code: "no-prompt",
      exitCode: exitCodes.usage,
      nextStep:
        "Nehmen Sie die Konfiguration, aus der sie importiert wurde, oder --run mit einem Lauf.",
    },
  );
}

function comparesVersions(suite: Suite): boolean {
  return suite.cases.some((graded) => mustGraders(suite, graded).includes("pair"));
}

function standInNote(name: string): string {
  return `Achtung: ${name} vergleicht Antworten auf mehrere Fassungen einer Aufgabe. promptfoo zeigt einer Prüfung nur eine Antwort; für die anderen stehen deshalb die Musterantworten. Mit --run gelten die Antworten des Laufs.`;
}

function readInputs(names: readonly string[] | undefined): readonly InputKind[] {
  return (names ?? ["raw", "pseudonymised"]).map((name) => {
    const result = inputKindSchema.safeParse(name);
    if (result.success) return result.data;
    throw wrongUse(
      `Die Eingabe „${name}“ gibt es nicht; möglich sind raw und pseudonymised.`,
      "promptfoo",
    );
  });
}

function list(words: readonly string[] | undefined): string[] | undefined {
  return words?.flatMap((word) => word.split(",")).filter((word) => word !== "");
}
