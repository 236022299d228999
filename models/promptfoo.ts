import type { Model, ModelDescription, ModelRequest } from "../core/model.ts";
import type { Failed, Outcome } from "../core/outcome.ts";
import { variablesIn } from "../core/provider-config.ts";
import { UserError, exitCodes } from "../core/user-error.ts";
import { permitAddress } from "./egress/permits.ts";
import { notePassword, noteSecret } from "./egress/secrets.ts";
import { isLocalAddress } from "./endpoint-description.ts";
import { connectionFailure } from "./connection-failure.ts";
import { refusalOutcome, type CallSituation } from "./endpoint-failure.ts";
import { maskSecret } from "./mask-secret.ts";
import { defaultDeadlineMs, type ModelOrder } from "./model-context.ts";
import { refuseCode } from "./promptfoo-code.ts";
import { connectPromptfoo, type PromptfooClient } from "./promptfoo-client.ts";
import { finishReasonOf } from "./promptfoo-answer.ts";
import hosts from "./promptfoo-hosts.json" with { type: "json" };
import { promptfooVersion, requirePackages } from "./promptfoo-packages.ts";
import { tokenUsage } from "./token-usage.ts";

type Reply = Awaited<ReturnType<PromptfooClient["ask"]>>;

/**
 * The way `promptfoo`: any provider of promptfoo by its id, for what has no way of its own. promptfoo
 * is loaded with the first use. It reports trouble as a text; the status is read out of it, and what
 * has none is `network`. Throws a `UserError` for a provider whose packages are missing
 * (`missing-package`), for those that need promptfoo's own servers (`promptfoo-remote`) and for those
 * that would run code of this machine without leave (`code-not-allowed`).
 */
export async function openPromptfoo(given: ModelOrder): Promise<Model> {
  const order = { ...given, name: given.config.model ?? given.name };
  refuseRemote(order.name);
  refuseCode(order);
  requirePackages(order.name);
  permitHosts(order);
  const card = cardOf(order);
  let connection: Promise<PromptfooClient> | undefined;
  const connect = () => (connection ??= connectPromptfoo(order));
  return {
    description: describe(card, order),
    concurrency: order.config.limits.concurrency ?? 4,
    prepare: async () => void (await connect()),
    call: async (request, signal) => await call({ card, connect }, request, signal),
    close: async () => {
      const open = await connection?.catch(() => undefined);
      connection = undefined;
      await open?.close();
    },
  };
}

/**
 * The address in the configuration, else that of a provider whose address is known. Any other
 * provider's connection is refused, and the refusal names its address.
 */
export function permitHosts({ name, config, context }: ModelOrder): void {
  const [provider = ""] = name.split(":");
  const known = new Map<string, readonly string[]>(Object.entries(hosts)).get(provider) ?? [];
  const addresses = config.baseURL === undefined ? known : [config.baseURL];
  for (const address of addresses) permitAddress(address, "model");
  if (config.apiKeyEnv !== undefined) noteSecret(context.environment[config.apiKeyEnv]);
  // What is taken from a variable is not meant to be read, whatever its name; an address is.
  for (const variable of variablesIn(config.config)) {
    const value = context.environment[variable] ?? "";
    if (URL.canParse(value)) notePassword(value);
    else noteSecret(value);
  }
}

type Card = Omit<CallSituation, "signal" | "deadline">;

function cardOf({ config, context, name }: ModelOrder): Card {
  const { apiKeyEnv, baseURL } = config;
  return {
    host: baseURL === undefined ? `promptfoo:${name}` : new URL(baseURL).host,
    model: name,
    apiKeyEnv,
    key: apiKeyEnv === undefined ? undefined : context.environment[apiKeyEnv],
    deadlineMs: context.deadlineMs ?? defaultDeadlineMs,
  };
}

function describe({ host }: Card, { config, name }: ModelOrder): ModelDescription {
  return {
    id: config.id,
    kind: "model",
    way: "promptfoo",
    wayVersion: `1, promptfoo ${promptfooVersion()}`,
    endpoint: config.baseURL ?? `promptfoo:${name}`,
    name,
    place: isLocalAddress(host) ? "auf diesem Rechner" : "unbekannt (hinter promptfoo)",
    details: {
      protocol: "promptfoo loadApiProvider",
      temperature: "gesendet",
      seed: "gesendet",
      ...(config.config !== undefined && { config: JSON.stringify(config.config) }),
    },
    reads: [],
    parameters: config.parameters,
    ...(config.price !== undefined && { price: config.price }),
    limits: config.limits,
    ...(config.dataClasses !== undefined && { dataClasses: config.dataClasses }),
  };
}

interface Calling {
  readonly card: Card;
  readonly connect: () => Promise<PromptfooClient>;
}

async function call(
  { card, connect }: Calling,
  request: ModelRequest,
  signal: AbortSignal,
): Promise<Outcome> {
  const deadline = AbortSignal.timeout(card.deadlineMs);
  const situation = { ...card, signal, deadline };
  const started = performance.now();
  try {
    signal.throwIfAborted();
    const client = await connect();
    const both = AbortSignal.any([signal, deadline]);
    const reply = await Promise.race([client.ask(request, both), abortOf(both)]);
    const outcome = outcomeOf(reply, situation);
    if (outcome.status === "failed") return outcome;
    return { ...outcome, timing: { totalMs: performance.now() - started } };
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (signal.aborted || deadline.aborted) return connectionFailure(error, situation);
    return failureOf(error instanceof Error ? error.message : String(error), situation);
  }
}

/** promptfoo's own providers send what they get to promptfoo. */
function refuseRemote(name: string): void {
  if (!name.startsWith("promptfoo:")) return;
  throw new UserError(`„promptfoo:${name}“ arbeitet auf den Servern von promptfoo.`, {
    code: "promptfoo-remote",
    exitCode: exitCodes.usage,
    nextStep: "Amtsprobe schickt dorthin nichts. Nehmen Sie einen anderen Anbieter.",
  });
}

/** Many providers do not heed the signal; nobody waits for them longer. */
async function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

function outcomeOf(reply: Reply, situation: CallSituation): Outcome {
  const { output, error, isRefusal, tokenUsage: used } = reply;
  if (isRefusal !== true && error !== undefined) {
    const status = reply.metadata?.http?.status;
    return failureOf(status === undefined ? error : `HTTP ${status} ${error}`, situation);
  }
  const text = isRefusal === true ? (textOf(output) ?? error ?? "") : textOf(output);
  if (text === undefined) return failureOf("ohne Antwort", situation);
  const key = situation.key ?? "";
  return {
    status: "completed",
    answer: (key.length >= 16 ? maskSecret(text, key) : text).trim(),
    finishReason: finishReasonOf(reply),
    usage: tokenUsage({
      inputTokens: used?.prompt,
      outputTokens: used?.completion,
      cachedTokens: used?.cached,
      reasoningTokens: used?.completionDetails?.reasoning,
    }),
  };
}

function textOf(output: unknown): string | undefined {
  if (output === undefined || output === null) return undefined;
  return typeof output === "string" ? output : JSON.stringify(output);
}

/** The status as promptfoo's messages have it: `API error: 401 …`, `status 429`, `Rate limited: 429`. */
function failureOf(message: string, situation: CallSituation): Outcome {
  const found = /(?:error|status|limited|code|HTTP)\D{0,12}(?<status>[345]\d\d)\b/iu.exec(message);
  const status = Number(found?.groups?.["status"] ?? Number.NaN);
  const said = maskSecret(message, situation.key);
  if (!Number.isNaN(status)) {
    const code = /insufficient_quota|content_filter/u.exec(message)?.[0];
    return refusalOutcome({ status, message: said, code }, situation);
  }
  const isForm = /JSON|parse|ohne Antwort|unexpected token/iu.test(message);
  const failed: Failed = {
    status: "failed",
    code: isForm ? "malformed-answer" : "network",
    message: `${situation.host} (promptfoo) meldet einen Fehler: ${said.slice(0, 300)}`,
  };
  return failed;
}
