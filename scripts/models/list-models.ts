import { stat } from "node:fs/promises";
import { modelConfigSchema, type ModelConfig } from "../../core/model.ts";
import { UserError } from "../../core/user-error.ts";
import { baselineNames } from "../../models/baseline.ts";
import { catalog } from "../../models/catalog.ts";
import { listOllama } from "../../models/ollama-check.ts";
import { providers } from "../../models/providers.ts";
import { weightsFile } from "../../models/weights.ts";
import { inspectModel, say, type Inspection } from "./inspect-model.ts";
import type { ListedModel } from "./listed-model.ts";

/** Everything that can be reached here: embedded, Ollama's list, what is configured, the providers. */
export async function listModels(
  configured: readonly ModelConfig[],
  inspection: Inspection,
): Promise<ListedModel[]> {
  const ids = new Set(configured.map(({ id }) => id));
  const embedded = Object.keys(catalog).filter((name) => !ids.has(`llama:${name}`));
  const parts = await Promise.all([
    Promise.all(configured.map((config) => inspectModel(config, "konfiguriert", inspection))),
    Promise.all(embedded.map((name) => embeddedModel(name, inspection))),
    ollamaModels(ids, inspection),
    Promise.all(
      baselineNames
        .map((name) => bare(`baseline:${name}`))
        .filter(({ id }) => !ids.has(id))
        .map((config) => baseline(config, inspection)),
    ),
  ]);
  return [...parts.flat(), ...providerLines(inspection)];
}

function bare(id: string): ModelConfig {
  return modelConfigSchema.parse({ id });
}

async function embeddedModel(name: string, inspection: Inspection): Promise<ListedModel> {
  const entry = catalog[name];
  const listed = await inspectModel(bare(`llama:${name}`), "eingebettet", inspection);
  if (entry === undefined) return listed;
  const isThere = await stat(weightsFile(entry, inspection.context)).catch(() => undefined);
  const size = Math.ceil(entry.bytes / 1_000_000);
  const remark = isThere === undefined ? `wird beim ersten Lauf geholt (${size} MB)` : "vorhanden";
  return { ...listed, contextTokens: entry.contextSize, remarks: [remark] };
}

const meanings: Readonly<Record<string, string>> = {
  "baseline:copy": "gibt den Text der Aufgabe unverändert zurück",
  "baseline:lead": "gibt die ersten Sätze des Textes zurück",
  "baseline:retrieval": "gibt die Stelle zurück, die am besten zur Frage passt",
  "baseline:reference": "gibt die hinterlegte Musterantwort zurück",
};

async function baseline(config: ModelConfig, inspection: Inspection): Promise<ListedModel> {
  const listed = await inspectModel(config, "Vergleichsgröße", inspection);
  const meaning = meanings[config.id];
  return { ...listed, remarks: [...(meaning === undefined ? [] : [meaning]), ...listed.remarks] };
}

/** What the Ollama of this machine has. */
async function ollamaModels(
  known: ReadonlySet<string>,
  inspection: Inspection,
): Promise<ListedModel[]> {
  const { baseURL } = providers.ollama;
  try {
    const names = await listOllama(baseURL, inspection.context);
    const fresh = names.filter((name) => !known.has(`ollama:${name}`));
    return await Promise.all(
      fresh.map((name) => inspectModel(bare(`ollama:${name}`), "Ollama", inspection)),
    );
  } catch (cause) {
    return [
      {
        id: "ollama:…",
        group: "Ollama",
        place: "auf diesem Rechner",
        price: "–",
        key: "keiner nötig",
        remarks: [],
        obstacle: isNobodyThere(cause) ? noOllama(baseURL) : say(cause),
      },
    ];
  }
}

function isNobodyThere(cause: unknown): boolean {
  return cause instanceof UserError && cause.code === "endpoint-unreachable";
}

function noOllama(baseURL: string): string {
  return `Unter ${baseURL} antwortet kein Ollama. Wenn Sie es nutzen möchten, starten Sie es (ollama serve); sonst ist nichts zu tun.`;
}

/** The commercial ways: whether their key is there; which models they have, they tell only with it. */
function providerLines({ context }: Inspection): ListedModel[] {
  return (["openai", "anthropic"] as const).map((way) => {
    const { apiKeyEnv } = providers[way];
    const isSet = (context.environment[apiKeyEnv] ?? "").trim() !== "";
    const provider = way === "openai" ? "OpenAI" : "Anthropic";
    return {
      id: `${way}:…`,
      group: "Anbieter" as const,
      place: `bei ${provider}`,
      price: "unbekannt",
      key: isSet ? ("gesetzt" as const) : ("fehlt" as const),
      keyVariable: apiKeyEnv,
      remarks: isSet ? [`Nennen Sie ein Modell: --model ${way}:NAME`] : [],
      ...(!isSet && { obstacle: `Setzen Sie ${apiKeyEnv} in der Umgebung oder in .env.` }),
    };
  });
}
