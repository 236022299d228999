import type { ApiProvider } from "promptfoo";
import { withholdingReason, type DataClass } from "../../../core/data-class.ts";
import { modelConfigSchema } from "../../../core/model.ts";
import { callAlone } from "../../../engine/call-alone.ts";
import { promptfooAnswer } from "../../../models/promptfoo-answer.ts";
import { openModel } from "../../../models/registry.ts";
import { readEnvironment } from "../../environment.ts";
import { findConfig, networkOf } from "../../find-config.ts";
import { modelContext } from "../../model-context.ts";
import { promptfooPrefix } from "./names.ts";

/** Tokens a judge may answer with when its configuration names no limit. */
const longestVerdict = 1000;

/**
 * Opens the model that a person named as judge, by its id as for `npm run eval`; its address and key are
 * those in amtsprobe.yaml. `promptfoo:ID` is left to promptfoo, which knows models for similarity and
 * classes too. A default there is none.
 */
export async function openJudge(id: string): Promise<Judge> {
  if (id.startsWith(promptfooPrefix)) {
    const provider = id.slice(promptfooPrefix.length);
    return { provider, reasonAgainst: withholder(undefined, false) };
  }
  const environment = readEnvironment();
  const config = findConfig(undefined, environment)?.config;
  const configured = config?.models?.find((model) => model.id === id);
  const model = await openModel(
    configured ?? modelConfigSchema.parse({ id }),
    modelContext(networkOf(config, environment), environment),
  );
  const { parameters, dataClasses, endpoint } = model.description;
  const provider: ApiProvider = {
    id: () => id,
    callApi: async (prompt) => {
      const outcome = await callAlone(model, {
        messages: messagesOf(prompt),
        temperature: parameters.temperature,
        seed: parameters.seed,
        maxTokens: parameters.maxTokens ?? longestVerdict,
      });
      return promptfooAnswer(outcome);
    },
  };
  return { provider, reasonAgainst: withholder(dataClasses, endpoint === "embedded") };
}

/** A model that judges. */
export interface Judge {
  readonly provider: ApiProvider | string;
  /** Why it may not see a case of this data class, German; absent when it may. */
  readonly reasonAgainst: (protection: DataClass) => string | undefined;
}

function withholder(
  dataClasses: readonly DataClass[] | undefined,
  isEmbedded: boolean,
): Judge["reasonAgainst"] {
  return (protection) => withholdingReason({ protection, dataClasses, isEmbedded, strict: false });
}

type Messages = Parameters<typeof callAlone>[1]["messages"];

/** promptfoo puts its own orders to judges as JSON with roles, others as plain text. */
function messagesOf(prompt: string): Messages {
  try {
    const parsed: unknown = JSON.parse(prompt);
    if (Array.isArray(parsed) && parsed.every(isMessage)) return parsed as Messages;
  } catch {
    // Plain text.
  }
  return [{ role: "user", content: prompt }];
}

function isMessage(value: unknown): boolean {
  const message = value as { role?: unknown; content?: unknown } | null;
  return typeof message?.role === "string" && typeof message.content === "string";
}
