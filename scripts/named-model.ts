import { checkValue } from "../core/messages.ts";
import { modelConfigSchema, type ModelConfig } from "../core/model.ts";
import { nearestName } from "../core/nearest-name.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { wrongUse } from "./options.ts";

/** What a name on the command line may mean. */
export interface Naming {
  readonly configured: readonly ModelConfig[];
  /** Command whose help is named when the name is none. */
  readonly command: string;
}

/**
 * The model that `--model` names: as it is configured, else by its name alone. An address is nothing
 * without its configuration, so a name that is like a configured one is refused with that one.
 */
export function namedModel(id: string, { configured, command }: Naming): ModelConfig {
  const known = configured.find((model) => model.id === id);
  if (known !== undefined) return known;
  const ids = configured.map((model) => model.id);
  if (id.startsWith("compatible:") && ids.length > 0) throw notConfigured(id, ids);
  const result = checkValue(modelConfigSchema, { id });
  if (result.ok) return result.value;
  throw wrongUse(`--model ${id}: ${result.flaws[0]?.message ?? "ist ungültig"}.`, command);
}

function notConfigured(id: string, ids: readonly string[]): UserError {
  const nearest = nearestName(id, ids);
  const guess = nearest === undefined ? "" : ` Meinten Sie „${nearest}“?`;
  return new UserError(`Das Modell „${id}“ steht nicht in den Einstellungen.${guess}`, {
    code: "unknown-model",
    exitCode: exitCodes.usage,
    nextStep: `Eingetragen sind: ${ids.join(", ")}. Eine weitere Adresse tragen Sie unter models mit baseURL und model ein.`,
  });
}
