import { z } from "zod";
import data from "./catalog.json" with { type: "json" };

/**
 * What stands around the task of a base model, which continues a text instead of answering: a
 * worked example in front, the start of the answer behind, and the marks at which the answer ends.
 * It is the same for every prompt variant.
 */
const frameSchema = z.strictObject({
  before: z.string().min(1),
  after: z.string().min(1),
  stop: z.array(z.string().min(1)).min(1),
});
export type CompletionFrame = z.infer<typeof frameSchema>;

/** A Python package that carries a part of the weights, and the part's path in it. */
const packageSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  member: z.string(),
});
export type WeightsPackage = z.infer<typeof packageSchema>;

const entrySchema = z.strictObject({
  title: z.string(),
  file: z.string().endsWith(".gguf"),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  bytes: z.int().positive(),
  license: z.string(),
  /** A base model gets the frame, a chat model the template of its own file. */
  kind: z.enum(["base", "chat"]),
  /** Tokens of prompt and answer together. */
  contextSize: z.int().positive(),
  /** In the order in which the parts are joined. */
  packages: z.array(packageSchema).min(1),
});
export type CatalogEntry = z.infer<typeof entrySchema>;

const parsed = z
  .strictObject({
    frames: z.strictObject({ "worked-example": frameSchema }),
    models: z.record(z.string(), entrySchema),
  })
  .parse(data);

/** The embedded models by name: where their weights come from, and how they are asked. */
export const catalog: Readonly<Record<string, CatalogEntry>> = parsed.models;

/** The frame for base models: one worked example in German. */
export const workedExample: CompletionFrame = parsed.frames["worked-example"];
