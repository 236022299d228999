import type { ModelConfig } from "../../core/model.ts";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { checkModelId } from "../../models/registry.ts";
import { readEnvironment, warnOfUnknownVariables } from "../environment.ts";
import { findConfig, networkOf } from "../find-config.ts";
import { loadModelCards } from "../model-cards.ts";
import { modelContext } from "../model-context.ts";
import { namedModel } from "../named-model.ts";
import { onlyNoWords, parseOptions } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { askModel, type Answered } from "./ask-model.ts";
import { formatAnswers, formatModels } from "./format-models.ts";
import { inspectModel, type Inspection } from "./inspect-model.ts";
import { asJson, type ListedModel } from "./listed-model.ts";
import { listModels } from "./list-models.ts";

const help = `npm run models [-- Angaben]

Zeigt, welche Modelle hier und jetzt erreichbar sind: eingebettete, die von
Ollama, die in amtsprobe.yaml eingetragenen und die Anbieter; mit Ort der
Verarbeitung, Preis, Kontext und dem, was im Weg steht. Schlüssel werden nie
gezeigt, nur ob ihre Variable gesetzt ist.

  --config DATEI      Einstellungen; sonst amtsprobe.yaml in diesem Ordner oder
                      in ~/.config/amtsprobe
  --model WEG:NAME    nur dieses Modell; mehrfach
  --test              schickt jedem erreichbaren Modell eine Frage und zeigt
                      Antwort, Zeit und Token; eingebettete Modelle werden dafür
                      geholt und geladen
  --json              Ergebnis als JSON
  --offline           nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help              diese Hilfe

Ende: 0 fertig · 1 mit --test hat ein Modell nicht geantwortet · 2 falsche
Angaben`;

const optionTypes = {
  config: { type: "string" },
  model: { type: "string", multiple: true },
  test: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** `npm run models`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, optionTypes, "models");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  onlyNoWords(positionals, "models");
  const environment = readEnvironment();
  warnOfUnknownVariables(environment);
  const config = findConfig(values.config, environment)?.config;
  const context = modelContext(networkOf(config, environment), environment);
  const inspection = { context, cards: loadModelCards(environment) };
  const models = await chosenModels(values.model, config?.models ?? [], inspection);
  const isNamed = values.model !== undefined;
  const answers = values.test === true ? await askAll(models, inspection, isNamed) : undefined;
  if (values.json === true) {
    printLine(JSON.stringify({ models: models.map(asJson), ...(answers && { answers }) }));
  } else {
    printLine(formatModels(models));
    if (answers !== undefined) printLine(`\n${formatAnswers(answers, models)}`);
  }
  return answers?.some(({ ok }) => !ok) === true ? exitCodes.no : exitCodes.done;
}

async function chosenModels(
  named: readonly string[] | undefined,
  configured: readonly ModelConfig[],
  inspection: Inspection,
): Promise<ListedModel[]> {
  if (named === undefined) return await listModels(configured, inspection);
  return await Promise.all(
    named.map(async (id) => {
      const config = namedModel(id, { configured, command: "models" });
      checkModelId(config.id);
      const group = configured.includes(config) ? "konfiguriert" : groupOf(id);
      return await inspectModel(config, group, inspection);
    }),
  );
}

function groupOf(id: string): ListedModel["group"] {
  if (id.startsWith("llama:")) return "eingebettet";
  if (id.startsWith("ollama:")) return "Ollama";
  return id.startsWith("baseline:") ? "Vergleichsgröße" : "Anbieter";
}

/**
 * One after the other: embedded models share the machine. A model that somebody named or configured
 * and that cannot be asked counts as one that does not answer.
 */
async function askAll(
  models: readonly ListedModel[],
  { context }: Inspection,
  isNamed: boolean,
): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const { id, config, obstacle, group } of models) {
    const isQuiet = group === "Vergleichsgröße" || id.startsWith("manual:");
    if (config === undefined || isQuiet) continue;
    if (obstacle !== undefined) {
      if (isNamed || group === "konfiguriert") answers.push({ id, ok: false, text: obstacle });
      continue;
    }
    printError(`${id} wird gefragt …`);
    answers.push(await askModel(config, context, printError));
  }
  return answers;
}
