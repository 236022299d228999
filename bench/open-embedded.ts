import { join } from "node:path";
import { modelConfigSchema, type Model } from "../core/model.ts";
import { cacheFolder } from "../models/cache-folder.ts";
import { catalog, workedExample } from "../models/catalog.ts";
import { EmbeddedModel } from "../models/embedded-model.ts";
import { openWeights } from "../models/llama-process/open-weights.ts";
import { openModel } from "../models/registry.ts";

/** An embedded model of the catalog that is to be timed. */
export interface EmbeddedOrder {
  readonly name: string;
  /** Answers at once. */
  readonly atOnce: number;
  /** Absent: as many as cores are free. */
  readonly threads: number | undefined;
}

/**
 * Opens and loads a model of the catalog as a run would, but with a given number of threads: on a machine that
 * others use, a run would take fewer than the machine has cores.
 */
export async function openEmbedded({
  name,
  atOnce,
  threads,
}: EmbeddedOrder): Promise<{ readonly model: Model; readonly threads: number }> {
  const cache = cacheFolder(process.env);
  const config = modelConfigSchema.parse({ id: `llama:${name}`, sequences: atOnce });
  const model = await openModel(config, { environment: process.env, cacheFolder: cache });
  // Also where it is loaded otherwise below: the weights have to be there.
  await model.prepare(() => {});
  const own = Number(model.description.details["threads"] ?? 1);
  const entry = catalog[name];
  if (threads === undefined || threads === own || entry === undefined) {
    return { model, threads: own };
  }
  await model.close();
  const frame = entry.kind === "base" ? workedExample : undefined;
  const file = join(cache, "models", entry.file);
  const { contextSize } = entry;
  const weights = { file, contextSize, threads, frame, sequences: atOnce };
  const forced = new EmbeddedModel(model.description, {
    title: entry.title,
    deadlineMs: 600_000,
    sequences: atOnce,
    load: async () => await openWeights({ ...weights, stop: frame?.stop ?? [] }),
  });
  await forced.prepare(() => {});
  return { model: forced, threads };
}
