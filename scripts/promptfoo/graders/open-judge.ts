import type { ApiProvider } from "promptfoo";
import { withholdingReason, type DataClass } from "../../../core/data-class.ts";
import { modelConfigSchema, type Model } from "../../../core/model.ts";
import { exitCodes, UserError } from "../../../core/user-error.ts";
import { callAlone } from "../../../engine/call-alone.ts";
import type { Purse } from "../../../engine/pay-for-call.ts";
import { permitHosts } from "../../../models/promptfoo.ts";
import { promptfooAnswer } from "../../../models/promptfoo-answer.ts";
import { openModel } from "../../../models/registry.ts";
import { readEnvironment } from "../../environment.ts";
import { findConfig, networkOf } from "../../find-config.ts";
import type { Priced } from "../../eval/spend.ts";
import { loadModelCards, withCard } from "../../model-cards.ts";
import { modelContext } from "../../model-context.ts";
import { promptfooPrefix } from "./names.ts";

/** Tokens a judge may answer with when its configuration names no limit. */
const longestVerdict = 1000;

/**
 * Opens the model that a person named as judge, by its id as for `npm run eval`; its address and key are
 * those in amtsprobe.yaml. `promptfoo:ID` is left to promptfoo, which knows models for similarity and
 * classes too. A default there is none.
 */
export async function openJudge(
  id: string,
  { config, budget }: { readonly config: string | undefined; readonly budget: Purse },
): Promise<Judge> {
  if (id.startsWith(promptfooPrefix)) {
    const provider = id.slice(promptfooPrefix.length);
    permitForeign(id, config);
    return { provider, reasonAgainst: withholder(undefined, false) };
  }
  const model = await openNamed(id, config);
  const { parameters, dataClasses, endpoint } = model.description;
  const provider: ApiProvider = {
    id: () => id,
    callApi: async (prompt) => {
      const request = {
        messages: messagesOf(prompt),
        temperature: parameters.temperature,
        seed: parameters.seed,
        maxTokens: parameters.maxTokens ?? longestVerdict,
      };
      const outcome = await callAlone(model, request, { budget });
      return promptfooAnswer(outcome);
    },
  };
  return { provider, reasonAgainst: withholder(dataClasses, endpoint === "embedded") };
}

/**
 * What is known of a model that judges, as far as its cost goes. Of one that promptfoo asks itself, or
 * that cannot be opened, nobody knows a price.
 */
export async function describeJudge(id: string, config: string | undefined): Promise<Priced> {
  const unknown = { id, kind: "model", way: "unknown", place: "unknown" } as const;
  if (id.startsWith(promptfooPrefix)) return unknown;
  try {
    const model = await openNamed(id, config);
    await model.close();
    return model.description;
  } catch (cause) {
    if (cause instanceof UserError && cause.code !== "judge-not-configured") return unknown;
    throw cause;
  }
}

/** One that promptfoo asks may reach its provider only where it stands in the settings as well. */
function permitForeign(id: string, file: string | undefined): void {
  const environment = readEnvironment();
  const settings = findConfig(file, environment)?.config;
  const config = settings?.models?.find((model) => model.id === id);
  if (config === undefined) return;
  const context = modelContext(networkOf(settings, environment), environment);
  permitHosts({ name: id.slice(promptfooPrefix.length), config, context });
}

async function openNamed(id: string, file: string | undefined): Promise<Model> {
  const environment = readEnvironment();
  const config = findConfig(file, environment)?.config;
  const configured = config?.models?.find((model) => model.id === id);
  if (configured === undefined && !staysHere.test(id)) throw notConfigured(id);
  const context = modelContext(networkOf(config, environment), environment);
  const model = await openModel(configured ?? modelConfigSchema.parse({ id }), context);
  return { ...model, description: withCard(model.description, loadModelCards(environment)) };
}

/** Ways that ask nobody beyond this machine when no settings say otherwise. */
const staysHere = /^(?:llama|ollama|baseline):/u;

/** A suite comes from anybody; who gets to see texts, and is paid with whose key, only the person decides. */
function notConfigured(id: string): UserError {
  return new UserError(
    `Das Modell „${id}“ soll urteilen, steht aber nicht in Ihren Einstellungen.`,
    {
      code: "judge-not-configured",
      exitCode: exitCodes.usage,
      nextStep:
        "Soll es Texte der Fälle und Antworten bekommen, tragen Sie es in amtsprobe.yaml unter models ein; sonst nennen Sie in der Suite ein anderes.",
    },
  );
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
