import type { ModelConfig } from "../../core/model.ts";

/** A model of the overview: where it runs, what it costs, and whether it can be used now. */
export interface ListedModel {
  readonly id: string;
  readonly group: "eingebettet" | "Ollama" | "konfiguriert" | "Anbieter" | "Vergleichsgröße";
  readonly place: string;
  /** `–` where nothing is paid, `unbekannt` where nobody named a price. */
  readonly price: string;
  readonly contextTokens?: number | undefined;
  /** Whether the variable with the key is set; the key itself is never shown. */
  readonly key: "gesetzt" | "fehlt" | "keiner nötig";
  readonly keyVariable?: string | undefined;
  readonly card?: string | undefined;
  /** What was found out on the way; German. */
  readonly remarks: readonly string[];
  /** What keeps the model from being used, with what to do; absent when it can be. */
  readonly obstacle?: string | undefined;
  /** How to open it; absent when nobody has named a model yet. */
  readonly config?: ModelConfig | undefined;
}

/** The model's line in JSON: everything but the way to open it. */
export function asJson({ config: _config, ...rest }: ListedModel): object {
  return { ...rest, usable: rest.obstacle === undefined };
}
