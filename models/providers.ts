import type { ModelConfig } from "../core/model.ts";
import type { Provider } from "./endpoint-card.ts";

/** Ways that know their provider's address and the usual variable with its key. */
export const providers = {
  openai: { kind: "openai", baseURL: "https://api.openai.com/v1", apiKeyEnv: "OPENAI_API_KEY" },
  anthropic: {
    kind: "anthropic",
    baseURL: "https://api.anthropic.com",
    apiKeyEnv: "ANTHROPIC_API_KEY",
  },
  ollama: { kind: "ollama", baseURL: "http://127.0.0.1:11434" },
} as const satisfies Record<string, Provider>;

/** Name of the environment variable in which a model's key is looked for; absent when in none. */
export function keyVariable({ id, apiKeyEnv }: ModelConfig): string | undefined {
  const known = Object.entries<Provider>(providers).find(([way]) => id.startsWith(`${way}:`));
  return apiKeyEnv ?? known?.[1].apiKeyEnv;
}
