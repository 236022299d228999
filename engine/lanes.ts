import type { ModelDescription } from "../core/model.ts";

/** Models that share a machine or an address, one after the other. */
export function lanesOf(models: readonly ModelDescription[]): ModelDescription[][] {
  const lanes = Map.groupBy(models, (model) =>
    model.way === "llama" ? "embedded" : `${model.endpoint} ${model.id}`,
  );
  return [...lanes.values()];
}
