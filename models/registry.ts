import type { Model, ModelConfig } from "../core/model.ts";
import { UserError, exitCodes } from "../core/user-error.ts";
import { openAnthropic } from "./anthropic.ts";
import { baselineNames, openBaseline } from "./baseline.ts";
import { catalog } from "./catalog.ts";
import { openCompatible } from "./compatible.ts";
import { maskValues } from "./egress/secrets.ts";
import { openLlama } from "./llama.ts";
import type { ModelContext, OpenWay } from "./model-context.ts";
import { nearestName } from "../core/nearest-name.ts";
import { openManual } from "./manual.ts";
import { openOllama } from "./ollama.ts";
import { openOpenai } from "./openai.ts";
import { openPromptfoo } from "./promptfoo.ts";
import { openReplay } from "./replay.ts";

/** Every way of reaching a model: the part of the id before the colon. */
const ways: ReadonlyMap<string, OpenWay> = new Map<string, OpenWay>([
  ["llama", openLlama],
  ["openai", openOpenai],
  ["anthropic", openAnthropic],
  ["ollama", openOllama],
  ["compatible", openCompatible],
  ["promptfoo", openPromptfoo],
  ["baseline", openBaseline],
  ["replay", openReplay],
  ["manual", openManual],
]);

/** Ways to which any name may follow: only the endpoint knows which there are. */
const openWays: ReadonlySet<string> = new Set([
  "openai",
  "anthropic",
  "ollama",
  "compatible",
  "promptfoo",
  "replay",
  "manual",
]);

/** Ways whose answers come from somebody else's server, which has seen a key. */
const remoteWays: ReadonlySet<string> = new Set([
  "openai",
  "anthropic",
  "ollama",
  "compatible",
  "promptfoo",
]);

/** Settings that only some ways heed. */
const settingsOfWays = {
  api: ["openai"],
  reasoningEffort: ["openai", "anthropic", "ollama", "promptfoo"],
  config: ["promptfoo"],
  sequences: ["llama"],
  headers: ["openai", "compatible", "anthropic", "ollama"],
  apiKeyHeader: ["openai", "compatible"],
} as const satisfies Partial<Record<keyof ModelConfig, readonly string[]>>;

/** Models that need no further setting; addresses and GGUF files of one's own come on top. */
export const knownModels: readonly string[] = [
  ...Object.keys(catalog).map((name) => `llama:${name}`),
  ...baselineNames.map((name) => `baseline:${name}`),
];

/**
 * Opens a model by its id, without loading weights or calling an endpoint: its description is
 * complete and stays as it is. Throws a `UserError` for an id that nothing here can reach.
 *
 * @example
 * const model = await openModel(modelConfigSchema.parse({ id: "baseline:copy" }), context);
 */
export async function openModel(config: ModelConfig, context: ModelContext): Promise<Model> {
  const { way, name } = wayAndName(config.id);
  const open = ways.get(way);
  if (open === undefined || !isKnown(config.id)) throw unknownModel(config.id);
  for (const [setting, heeding] of Object.entries(settingsOfWays)) {
    const isSet = config[setting as keyof typeof settingsOfWays] !== undefined;
    if (isSet && !heeding.some((heeds) => heeds === way)) throw unheeded(config.id, setting);
  }
  const model = await open({ name, config, context });
  return remoteWays.has(way) ? withoutKeys(model) : model;
}

/** Messages are shown in a terminal, which would obey control characters. */
function harmless(message: string): string {
  return message.replaceAll(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}

/** Whatever a provider sends back, no outcome and no message carries a secret. */
function withoutKeys(model: Model): Model {
  return {
    ...model,
    prepare: async (report) =>
      await model.prepare((message) => report(harmless(maskValues(message)))),
    call: async (request, signal) => {
      const outcome = maskValues(await model.call(request, signal));
      if (outcome.status === "completed") return outcome;
      return { ...outcome, message: harmless(outcome.message) };
    },
    close: async () => await model.close(),
  };
}

/** Throws a `UserError` for an id that nothing here can reach. */
export function checkModelId(id: string): void {
  if (!isKnown(id)) throw unknownModel(id);
}

function wayAndName(id: string): { readonly way: string; readonly name: string } {
  const colon = id.indexOf(":");
  return { way: id.slice(0, Math.max(colon, 0)), name: id.slice(colon + 1) };
}

function isKnown(id: string): boolean {
  const { way, name } = wayAndName(id);
  if (!ways.has(way)) return false;
  if (openWays.has(way)) return name !== "";
  return knownModels.includes(id) || (way === "llama" && isWeightsName(name));
}

/** A file on disk, or one at Hugging Face. */
function isWeightsName(name: string): boolean {
  return /\.gguf$/iu.test(name) || name.includes("/") || name.startsWith("hf:");
}

function unheeded(id: string, setting: string): UserError {
  return new UserError(`Die Einstellung ${setting} wirkt bei „${id}“ nicht.`, {
    code: "model-config",
    exitCode: exitCodes.usage,
    nextStep: `Streichen Sie ${setting} bei diesem Modell in amtsprobe.yaml.`,
  });
}

function unknownModel(id: string): UserError {
  const nearest = nearestName(id, knownModels);
  const guess = nearest === undefined ? "" : ` Meinten Sie „${nearest}“?`;
  return new UserError(`Das Modell „${id}“ ist nicht bekannt.${guess}`, {
    code: "unknown-model",
    exitCode: exitCodes.usage,
    nextStep:
      `Bekannt sind: ${knownModels.join(", ")}. Eine eigene Modelldatei geben Sie als ` +
      "llama:/pfad/zur/datei.gguf an, ein Modell eines Anbieters als openai:NAME, anthropic:NAME " +
      "oder ollama:NAME, eine OpenAI-kompatible Adresse als compatible:NAME mit baseURL und model " +
      "in amtsprobe.yaml.",
  });
}
