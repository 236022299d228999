import { isScriptReference } from "./load-references.ts";
import { isGroup, type Group } from "./raw-config.ts";
import { secretIn } from "./secrets.ts";
import type { ImportSession } from "./session.ts";

/** A provider as the configuration has it. */
export interface WrittenProvider {
  readonly id: string;
  readonly settings: Group;
  readonly holder: object;
  readonly key: string | number | undefined;
}

/** A model as it is written into `amtsprobe.yaml`. */
export interface ImportedModel {
  readonly id: string;
  readonly model?: string;
  readonly baseURL?: string;
  readonly apiKeyEnv?: string;
  readonly api?: "chat" | "responses";
  readonly parameters?: Readonly<Record<string, number>>;
  readonly limits?: Readonly<Record<string, number>>;
  /** What only promptfoo understands, as it is written. */
  readonly config?: Group;
  /** Places of the prompts it answers; absent when all. */
  readonly prompts?: readonly number[];
}

/** Ways of ours that stand for a kind of promptfoo's. */
const ways: readonly (readonly [RegExp, string, Partial<ImportedModel>])[] = [
  [/^openai:chat:(?<name>.+)$/u, "openai", { api: "chat" }],
  [/^openai:responses:(?<name>.+)$/u, "openai", { api: "responses" }],
  [/^openai:(?<name>(?:gpt-4|gpt-3\.5-turbo|gpt-5|o[134])[^:]*)$/u, "openai", { api: "chat" }],
  [/^anthropic:(?:messages:)?(?<name>claude-[^:]+)$/u, "anthropic", {}],
  [/^ollama:(?:chat:)?(?<name>(?!completion:|embedding).+)$/u, "ollama", {}],
];

/** Settings of a provider that have a name of their own here. */
const parameterNames: Readonly<Record<string, string>> = {
  temperature: "temperature",
  max_tokens: "maxTokens",
  max_completion_tokens: "maxTokens",
  max_output_tokens: "maxTokens",
  num_predict: "maxTokens",
  seed: "seed",
};

/** Turns one provider into a model; what has no counterpart becomes a problem. */
export function convertProvider(
  session: ImportSession,
  provider: WrittenProvider,
): ImportedModel | undefined {
  const { id, settings, holder, key } = provider;
  if (isRefused(session, provider)) return undefined;
  if (isCode(id) && !session.admitCode(holder, key, `Modell aus dem Programm ${id}`))
    return undefined;
  const config = isGroup(settings["config"]) ? settings["config"] : {};
  const read = readSettings(session, config);
  if (read === undefined) return undefined;
  const limits = limitsOf(settings);
  const shared = { ...read.known, ...(limits && { limits }) };
  const own = Object.keys(read.rest).length === 0 ? ownWay(id, read.known.baseURL) : undefined;
  if (own !== undefined) return { ...own, ...shared };
  const { baseURL, ...withoutAddress } = shared;
  const rest = { ...read.rest, ...(baseURL !== undefined && { apiBaseUrl: baseURL }) };
  const hasRest = Object.keys(rest).length > 0;
  return {
    id: `promptfoo:${placedId(session, id)}`,
    ...withoutAddress,
    ...(hasRest && { config: rest }),
  };
}

function isCode(id: string): boolean {
  return (
    /^(?:exec|python|golang|ruby|package):/u.test(id) ||
    (id.startsWith("file://") && isScriptReference(id))
  );
}

/** A program is named by its whole path, wherever the run starts. */
function placedId(session: ImportSession, id: string): string {
  const [, scheme = "", path = "", name = ""] =
    /^(file:\/\/|python:|ruby:|golang:)(.+?\.\w+)(:\w+)?$/u.exec(id) ?? [];
  return path === "" ? id : `${scheme}${session.folder.resolve(path)}${name}`;
}

function isRefused(
  session: ImportSession,
  { id, settings, holder, key }: WrittenProvider,
): boolean {
  if (id.startsWith("promptfoo:")) {
    session.refuse(holder, key, `„${id}“ arbeitet auf den Servern von promptfoo`);
    return true;
  }
  if (id.includes("{{")) {
    session.refuse(
      holder,
      key,
      `der Name „${id}“ hängt von der Umgebung ab; schreiben Sie ihn aus`,
    );
    return true;
  }
  if (settings["transform"] !== undefined) {
    session.refuse(
      holder,
      "transform",
      "transform an einem Modell hat hier kein Gegenstück; setzen Sie es bei den Prüfungen ein",
    );
    return true;
  }
  return false;
}

interface ReadSettings {
  readonly known: Omit<ImportedModel, "id">;
  readonly rest: Group;
}

function readSettings(session: ImportSession, config: Group): ReadSettings | undefined {
  const parameters: Record<string, number> = {};
  const known: { baseURL?: string; apiKeyEnv?: string } = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(config)) {
    const parameter = parameterNames[name];
    if (parameter !== undefined && isParameter(parameter, value)) parameters[parameter] = value;
    else if (name === "apiKeyEnvar" && typeof value === "string") known.apiKeyEnv = value;
    else if (name === "apiKey") {
      const variable = envName(value);
      if (variable === undefined) return refuseSecret(session, config, name);
      known.apiKeyEnv = variable;
    } else if (name === "apiBaseUrl" && isAddress(value)) known.baseURL = value;
    else if (secretIn({ [name]: value }) !== undefined) return refuseSecret(session, config, name);
    else rest[name] = withPlaces(session, value);
  }
  const hasParameters = Object.keys(parameters).length > 0;
  return { known: { ...known, ...(hasParameters && { parameters }) }, rest };
}

/** Within the range of our own settings; what lies outside stays promptfoo's. */
function isParameter(name: string, value: unknown): value is number {
  if (typeof value !== "number") return false;
  if (name === "temperature") return value >= 0 && value <= 2;
  return Number.isInteger(value) && value >= (name === "seed" ? 0 : 1);
}

function isAddress(value: unknown): value is string {
  return typeof value === "string" && /^https?:\/\/[^{}]+$/u.test(value);
}

/** `{{env.NAME}}` → `NAME`. */
function envName(value: unknown): string | undefined {
  const text = typeof value === "string" ? value : "";
  return /^\{\{\s*env(?:\.|\[['"])(?<name>[A-Z_][A-Z0-9_]*)(?:['"]\])?\s*\}\}$/u.exec(text)
    ?.groups?.["name"];
}

function refuseSecret(session: ImportSession, config: Group, name: string): undefined {
  const reason = `„${name}“ steht lesbar in der Datei; schreiben Sie {{env.NAME}}, damit der Schlüssel nicht in die Suite kommt`;
  session.refuse(config, name, reason);
  return undefined;
}

/** Files of a provider are named by their whole path, wherever the run starts. */
function withPlaces(session: ImportSession, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withPlaces(session, item));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, withPlaces(session, part)]),
    );
  }
  if (typeof value !== "string" || !value.startsWith("file://")) return value;
  return `file://${session.folder.resolve(value)}`;
}

function ownWay(id: string, baseURL: string | undefined): ImportedModel | undefined {
  for (const [pattern, way, extra] of ways) {
    const name = pattern.exec(id)?.groups?.["name"];
    if (name === undefined) continue;
    if (baseURL === undefined) return { id: `${way}:${name}`, ...extra };
    return way === "openai" ? { id: `compatible:${name}`, model: name } : undefined;
  }
  return undefined;
}

function limitsOf({ delay }: Group): Readonly<Record<string, number>> | undefined {
  if (typeof delay !== "number" || delay <= 0) return undefined;
  return { concurrency: 1, requestsPerMinute: Math.max(1, Math.floor(60_000 / delay)) };
}
