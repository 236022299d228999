import type { ModelConfig } from "../../core/model.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { canonicalHost, classOf } from "../../models/egress/address-class.ts";
import { keyVariable } from "../../models/providers.ts";

/**
 * Refuses to go on with a run that names an address of its own and a key for it, when the person's
 * settings do not name both: the folder of a run may come from somebody else, and the key would go there.
 */
export function checkResumed(
  models: readonly ModelConfig[],
  configured: readonly ModelConfig[],
  folder: string,
): void {
  const stray = models.find(
    (model) => isElsewhere(model) && !configured.some((own) => isSame(own, model)),
  );
  if (stray === undefined) return;
  const { baseURL = "", id } = stray;
  throw new UserError(
    `Dieser Lauf fragt „${id}“ unter ${baseURL} und schickt dorthin den Schlüssel aus ${keyVariable(stray) ?? ""}; so steht es nicht in Ihren Einstellungen.`,
    {
      code: "foreign-endpoint",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep:
        "Ist es Ihr Lauf, nennen Sie mit --config die Datei, mit der er begann, oder tragen Sie das Modell in amtsprobe.yaml ein.",
    },
  );
}

/** An address beyond this machine, and a key that goes there. */
function isElsewhere(model: ModelConfig): boolean {
  const { baseURL } = model;
  if (baseURL === undefined || keyVariable(model) === undefined) return false;
  return classOf(canonicalHost(new URL(baseURL).hostname)) !== "loopback";
}

function isSame(own: ModelConfig, model: ModelConfig): boolean {
  return own.baseURL === model.baseURL && keyVariable(own) === keyVariable(model);
}
