import type { Model, ModelConfig } from "../core/model.ts";
import { UserError, exitCodes } from "../core/user-error.ts";
import { baselineNames, openBaseline } from "./baseline.ts";
import { catalog } from "./catalog.ts";
import { openCompatible } from "./compatible.ts";
import { openLlama } from "./llama.ts";
import type { ModelContext, OpenWay } from "./model-context.ts";
import { nearestName } from "./nearest-name.ts";

/** Every way of reaching a model: the part of the id before the colon. */
const ways: ReadonlyMap<string, OpenWay> = new Map<string, OpenWay>([
  ["llama", openLlama],
  ["compatible", openCompatible],
  ["baseline", openBaseline],
]);

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
  const colon = config.id.indexOf(":");
  const name = config.id.slice(colon + 1);
  const open = ways.get(config.id.slice(0, Math.max(colon, 0)));
  if (open === undefined || !isKnown(config.id, name)) throw unknownModel(config.id);
  return await open({ name, config, context });
}

function isKnown(id: string, name: string): boolean {
  if (id.startsWith("compatible:")) return name !== "";
  return knownModels.includes(id) || (id.startsWith("llama:") && name.endsWith(".gguf"));
}

function unknownModel(id: string): UserError {
  const nearest = nearestName(id, knownModels);
  const guess = nearest === undefined ? "" : ` Meinten Sie „${nearest}“?`;
  return new UserError(`Das Modell „${id}“ ist nicht bekannt.${guess}`, {
    code: "unknown-model",
    exitCode: exitCodes.usage,
    nextStep:
      `Bekannt sind: ${knownModels.join(", ")}. Eine eigene Modelldatei geben Sie als ` +
      "llama:/pfad/zur/datei.gguf an, eine OpenAI-kompatible Adresse als compatible:NAME mit " +
      "baseURL und model in amtsprobe.yaml.",
  });
}
