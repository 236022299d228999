import { z } from "zod";
import type { CaseInput } from "./case.ts";
import { integer, isoDate, number } from "./coerce.ts";
import { dataClassSchema } from "./data-class.ts";
import { cardFactSchema } from "./model-card.ts";
import { providerConfigSchema } from "./provider-config.ts";
import type { Outcome } from "./outcome.ts";

/** What the model is asked to do with its randomness and length. */
export const parametersSchema = z.strictObject({
  temperature: number().pipe(z.number().min(0).max(2)).default(0),
  /** Upper limit of the answer in tokens; without it the suite's own limit holds. */
  maxTokens: integer().pipe(z.int().min(1)).optional(),
  seed: integer().pipe(z.int().min(0)).default(1),
});

/** Price of a model. A price that is not known is left out, never 0. */
export const priceSchema = z.strictObject({
  inputPerMillion: number().pipe(z.number().min(0)),
  outputPerMillion: number().pipe(z.number().min(0)),
  currency: z.literal("EUR", { error: "muss EUR sein" }).default("EUR"),
  asOf: isoDate("2026-11-01"),
});
export type Price = z.infer<typeof priceSchema>;

/** How hard an endpoint may be used. */
export const endpointLimitsSchema = z.strictObject({
  concurrency: integer().pipe(z.int().min(1).max(1000)).optional(),
  requestsPerMinute: integer().pipe(z.int().min(1)).optional(),
  tokensPerMinute: integer().pipe(z.int().min(1)).optional(),
});

const noSecret =
  "gehört nicht in diese Datei: Sie wird weitergegeben und gesichert, ein Schlüssel darin wäre verraten. " +
  "Setzen Sie ihn in der Umgebung oder in einer Datei .env, und nennen Sie hier mit apiKeyEnv nur den Namen der Variablen";

/** Names under which people write a key into a configuration; refused with the reason. */
const forbiddenSecrets = Object.fromEntries(
  ["apiKey", "api_key", "key", "token", "password", "secret", "authorization"].map((name) => [
    name,
    z.never({ error: noSecret }).optional(),
  ]),
) as Record<"apiKey", z.ZodOptional<z.ZodNever>>;

/** Names of headers that carry a secret. */
const secretHeader = /authorization|cookie|api-?key|token|secret|password/iu;

const headersSchema = z
  .record(
    z.string().regex(/^[a-z0-9][a-z0-9-]*$/iu, { error: "ist kein Name einer Kopfzeile" }),
    z.string().regex(/^[\u0020-\u007E]*$/u, { error: "darf nur einfache Zeichen enthalten" }),
  )
  .superRefine((headers, context) => {
    for (const name of Object.keys(headers).filter((header) => secretHeader.test(header))) {
      context.addIssue({ code: "custom", path: [name], message: noSecret });
    }
  });

/** A model as an agency configures it. */
export const modelConfigSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+:.+$/u, { error: "muss wie llama:gemma3-270m oder compatible:haus aussehen" })
    .describe(
      "Weg und Name, zum Beispiel llama:gemma3-270m, ollama:mistral-small3.2 oder compatible:haus.",
    ),
  baseURL: z.url({ error: "muss eine Adresse wie http://127.0.0.1:8080/v1 sein" }).optional(),
  model: z.string().min(1).optional().describe("Name des Modells am Endpunkt."),
  apiKeyEnv: z
    .string()
    .regex(/^[A-Z_][A-Z0-9_]*$/u, {
      error: "ist der Name einer Umgebungsvariablen (GROSS_GESCHRIEBEN), nie der Schlüssel selbst",
    })
    .optional()
    .describe(
      "Name der Umgebungsvariablen mit dem Schlüssel; bei openai: sonst OPENAI_API_KEY, bei anthropic: ANTHROPIC_API_KEY.",
    ),
  apiKeyHeader: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/iu, { error: "ist der Name einer Kopfzeile, zum Beispiel api-key" })
    .optional()
    .describe(
      "Nur compatible und openai: Kopfzeile für den Schlüssel, wenn es nicht Authorization ist (Azure: api-key).",
    ),
  headers: headersSchema
    .optional()
    .describe("Eigene Kopfzeilen für jede Anfrage, zum Beispiel x-mandant: amt-50. Nie Schlüssel."),
  ...forbiddenSecrets,
  api: z
    .enum(["responses", "chat"])
    .optional()
    .describe("Nur openai: Responses (Vorgabe) oder Chat Completions."),
  reasoningEffort: z
    .enum(["none", "low", "medium", "high"])
    .optional()
    .describe("Nur openai, anthropic und ollama: wie lange das Modell vor der Antwort nachdenkt."),
  config: providerConfigSchema
    .optional()
    .describe(
      "Nur promptfoo: Einstellungen des Anbieters, wie promptfoo sie nennt, als Angaben oder JSON-Text.",
    ),
  sequences: integer()
    .pipe(z.int().min(1).max(16))
    .optional()
    .describe(
      "Nur llama: wie viele Antworten zugleich entstehen. Mehr sind schneller; wiederholbar ist nur 1 (Vorgabe).",
    ),
  parameters: parametersSchema.prefault({}),
  price: priceSchema.optional(),
  limits: endpointLimitsSchema.prefault({}),
  dataClasses: z.array(dataClassSchema).optional(),
});
export type ModelConfig = z.infer<typeof modelConfigSchema>;

/** What a run records about a model: everything that repeats the call, and no secret. */
export const modelDescriptionSchema = z.object({
  id: z.string(),
  kind: z.enum(["model", "baseline"]).default("model"),
  way: z.string().default("unknown"),
  wayVersion: z.string().default("unknown"),
  endpoint: z.string().default("unknown"),
  name: z.string().optional(),
  revision: z.string().optional(),
  license: z.string().optional(),
  /** Where the text is processed, in German words. */
  place: z.string().optional(),
  /** Everything else that shapes the answer: frame of a base model, hash of the weights … */
  details: z.record(z.string(), z.string()).default({}),
  /** Fields of the case a baseline reads, as paths. */
  reads: z.array(z.string()).default([]),
  parameters: parametersSchema.prefault({}),
  price: priceSchema.optional(),
  limits: endpointLimitsSchema.prefault({}),
  dataClasses: z.array(dataClassSchema).optional(),
  /** Tokens of prompt and answer together, where a card or the file tells. */
  contextTokens: z.int().min(1).optional(),
  /** What the model's card says of it, see `modelCardSchema`. */
  card: z.object({ id: z.string(), facts: z.array(cardFactSchema) }).optional(),
});
export type ModelDescription = z.infer<typeof modelDescriptionSchema>;

export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** One question to a model. `fields` holds what a baseline reads of the case. */
export interface ModelRequest {
  readonly messages: readonly Message[];
  readonly temperature: number;
  readonly seed: number;
  readonly maxTokens: number;
  /** Which time this question is asked, from 1; the seed differs with it. Default 1. */
  readonly attempt?: number | undefined;
  readonly fields?: BaselineFields | undefined;
  /** The answer has to be JSON of this form; ways without it (manual, replay, some providers of promptfoo) do not heed it. */
  readonly answerForm?: AnswerForm | undefined;
}

/** A JSON Schema for an answer; objects in it name all their properties as required. */
export interface AnswerForm {
  /** Letters, digits and underscores. */
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** The parts of a case a baseline may read; `text` is the one of the trial's input. */
export interface BaselineFields {
  readonly text?: string | undefined;
  readonly question?: string | undefined;
  readonly reference?: string | undefined;
  readonly input?: CaseInput | undefined;
}

/** A way to get an answer. Trouble with the endpoint is a `failed` outcome, not an exception. */
export interface Model {
  readonly description: ModelDescription;
  /** Calls that may be under way at once, at the most. */
  readonly concurrency: number;
  /** Calls under way at the start; the engine finds out what the endpoint takes. Default: the most. */
  readonly startConcurrency?: number | undefined;
  /**
   * Makes the model ready: fetches weights, loads them, looks whether the endpoint is there.
   * Throws a `UserError` when the person has to do something first.
   */
  readonly prepare: (report: (message: string) => void) => Promise<void>;
  readonly call: (request: ModelRequest, signal: AbortSignal) => Promise<Outcome>;
  /**
   * Bytes of memory that the process of an embedded model took at the most, also after `close`. Absent
   * for every other model, undefined before the first answer.
   */
  readonly peakMemoryBytes?: (() => number | undefined) | undefined;
  readonly close: () => Promise<void>;
}
