import { z } from "zod";
import { UserError, exitCodes } from "../core/user-error.ts";
import { modelConfigSchema } from "../core/model.ts";
import { readEndpointCard, type EndpointCard } from "./endpoint-card.ts";
import { fetchList, type EndpointFinding } from "./endpoint-check.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { ModelContext } from "./model-context.ts";
import { connectOllama, type OllamaClient } from "./ollama-client.ts";
import { isWebPage } from "./reply-body.ts";

interface OllamaCheck {
  readonly card: EndpointCard;
  readonly report: (message: string) => void;
}

const listSchema = z.object({ models: z.array(z.object({ name: z.string() })) });
const showSchema = z.object({ model_info: z.record(z.string(), z.unknown()) });

interface OllamaFinding extends EndpointFinding {
  /** Context that the model was trained for, in tokens; absent when Ollama does not say. */
  readonly contextTokens?: number | undefined;
}

/**
 * Asks Ollama for its models and for the context of this one. Nobody there and a model that is not
 * there are a `UserError`; the latter names the line that fetches it.
 */
export async function checkOllama(
  client: OllamaClient,
  { card, report }: OllamaCheck,
): Promise<OllamaFinding> {
  const list = (signal: AbortSignal) => client.exchange((ollama) => ollama.list(), signal);
  const start = "Ollama starten Sie mit „ollama serve“.";
  const body = await fetchList({ card, report, list, start });
  const names = readNames(body);
  if (names === undefined) {
    report(`${card.host} nennt seine Modelle nicht wie Ollama; es geht trotzdem weiter.`);
    return { isWebPage: body !== undefined && isWebPage(body) };
  }
  if (!names.includes(fullName(card.model))) throw missingModel(card, names);
  const show = (signal: AbortSignal) =>
    client.exchange((ollama) => ollama.show({ model: card.model }), signal);
  const contextTokens = readContext(await fetchList({ card, report, list: show }));
  return { isWebPage: false, contextTokens };
}

/** Names of the models that an Ollama server has; throws a `UserError` when nobody is there. */
export async function listOllama(baseURL: string, context: ModelContext): Promise<string[]> {
  const config = modelConfigSchema.parse({ id: "ollama:liste" });
  const card = readEndpointCard({ name: "liste", config, context }, { kind: "ollama", baseURL });
  const client = await connectOllama(card);
  const list = (signal: AbortSignal) => client.exchange((ollama) => ollama.list(), signal);
  try {
    return readNames(await fetchList({ card, report: () => {}, list })) ?? [];
  } finally {
    await client.close();
  }
}

/** Ollama adds `latest` to a name without a tag. */
function fullName(model: string): string {
  return /:[^/]*$/u.test(model) ? model : `${model}:latest`;
}

function readNames(body: string | undefined): string[] | undefined {
  const list = listSchema.safeParse(parse(body));
  return list.success ? list.data.models.map(({ name }) => name) : undefined;
}

function readContext(body: string | undefined): number | undefined {
  const shown = showSchema.safeParse(parse(body));
  if (!shown.success) return undefined;
  const lengths = Object.entries(shown.data.model_info).flatMap(([name, value]) =>
    name.endsWith(".context_length") && typeof value === "number" && value > 0 ? [value] : [],
  );
  return lengths.length === 0 ? undefined : Math.min(...lengths);
}

function parse(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : (JSON.parse(body) as unknown);
  } catch {
    return undefined;
  }
}

function missingModel({ host, model }: EndpointCard, names: readonly string[]): UserError {
  const nearest = nearestName(fullName(model), names);
  const guess = nearest === undefined ? "" : ` Meinten Sie „${nearest}“?`;
  const known = names.length === 0 ? "noch keines" : names.slice(0, 10).join(", ");
  return new UserError(`Ollama (${host}) hat das Modell „${model}“ nicht.${guess}`, {
    code: "model-not-found",
    exitCode: exitCodes.infrastructure,
    nextStep: `Laden Sie es mit: ollama pull ${model} Vorhanden: ${known}.`,
  });
}
