import { exitCodes, UserError } from "../../core/user-error.ts";
import { isFree, isHere, type Priced } from "./spend.ts";

/**
 * Refuses a budget that nothing could hold back: one for a model elsewhere whose price nobody named.
 * For one on this machine, which most likely costs nothing, it gives a German warning.
 */
export function checkBudget(
  budget: number | undefined,
  models: readonly Priced[],
): string | undefined {
  if (budget === undefined) return undefined;
  const unpriced = models.filter((model) => model.price === undefined && !isFree(model));
  const elsewhere = unpriced.filter((model) => !isHere(model));
  if (elsewhere.length > 0) throw unknownPrice(namesOf(elsewhere));
  if (unpriced.length === 0) return undefined;
  return `Achtung: Ohne Preis wirkt das Budget nicht (${namesOf(unpriced)}). Tragen Sie price in die Einstellungen ein.`;
}

function namesOf(models: readonly Priced[]): string {
  return models.map(({ id }) => id).join(", ");
}

function unknownPrice(names: string): UserError {
  return new UserError(`Ein Budget lässt sich ohne Preis nicht einhalten. Unbekannt: ${names}.`, {
    code: "price-unknown",
    exitCode: exitCodes.usage,
    nextStep:
      "Tragen Sie in amtsprobe.yaml bei diesem Modell price ein (inputPerMillion und outputPerMillion in Euro, asOf; 0 für einen eigenen Server) oder lassen Sie das Budget weg.",
  });
}
