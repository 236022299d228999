import type { Spending } from "../../engine/budget.ts";
import type { ModelDescription } from "../../core/model.ts";

/** What a run has cost since it was started, and how far that is known. */
export interface Spend extends Spending {
  /** False when nobody named the price of a model that costs money. */
  readonly isComplete: boolean;
  /** False when no model costs money. */
  readonly isPaid: boolean;
  readonly limit?: number | undefined;
}

/** What has to be known of a model to say what it costs. */
export type Priced = Pick<ModelDescription, "id" | "kind" | "way" | "place" | "price">;

/** Puts together what is known of the cost. */
export function spendOf(
  spent: Spending,
  models: readonly Priced[],
  limit: number | undefined,
): Spend {
  const charging = models.filter((model) => model.price !== undefined || !isFree(model));
  return {
    ...spent,
    isComplete: charging.every(({ price }) => price !== undefined),
    isPaid: charging.length > 0,
    ...(limit !== undefined && { limit }),
  };
}

/**
 * True when surely nobody asks money for a model's calls: baselines, embedded models, answers of an
 * earlier run, and Ollama on this machine. Other addresses on this machine may pass the call on to
 * somebody who does.
 */
export function isFree({ kind, way, ...model }: Priced): boolean {
  if (kind === "baseline" || way === "llama" || way === "replay") return true;
  return way === "ollama" && isHere(model);
}

/** True for a model that is reached at an address of this machine. */
export function isHere({ place }: Pick<ModelDescription, "place">): boolean {
  return place === "auf diesem Rechner";
}

const euro = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });

/** `1,20 € von 5,00 €`; empty when no model costs money. */
export function formatSpend(spend: Spend): string {
  if (!spend.isPaid) return "";
  const { billed, uncertain, isComplete, limit } = spend;
  if (!isComplete && billed + uncertain === 0) return "Kosten unbekannt";
  return [
    euro.format(billed),
    ...(uncertain > 0 ? [`+ höchstens ${euro.format(uncertain)} ohne Abrechnung`] : []),
    ...(isComplete ? [] : ["+ unbekannt"]),
    ...(limit === undefined ? [] : [`von ${euro.format(limit)}`]),
  ].join(" ");
}
