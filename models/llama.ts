import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { ModelDescription } from "../core/model.ts";
import { UserError, exitCodes } from "../core/user-error.ts";
import { catalog, workedExample, type CatalogEntry, type CompletionFrame } from "./catalog.ts";
import { EmbeddedModel } from "./embedded-model.ts";
import { fileHash } from "./file-hash.ts";
import { freeCores } from "./free-cores.ts";
import { fetchFromHub } from "./hub-file.ts";
import { openWeights, runtimeFacts } from "./llama-process/open-weights.ts";
import { threadsOf, unusable, usesFlashAttention, type RuntimeFacts } from "./llama-weights.ts";
import { defaultDeadlineMs, type ModelContext, type ModelOrder } from "./model-context.ts";
import { ensureWeights } from "./weights.ts";

/** What is known of a GGUF file before it is loaded. */
interface Card {
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly license: string | undefined;
  readonly contextSize: number;
  /** Only for base models. */
  readonly frame: CompletionFrame | undefined;
  /** Makes sure that the file is there and returns its path. */
  readonly locate: (report: (message: string) => void) => Promise<string>;
}

/** Context of GGUF files that are not in the catalog, in tokens; less if trained on less. */
const ownFileContextSize = 8192;

/**
 * The way `llama`: GGUF files run by llama.cpp on the CPU, each model in a process of its own. With one sequence, the
 * default, the same prompt gets the same answer; `sequences` makes several answers at once, faster and
 * not reproducible. `llama:NAME` is in the catalog and fetched once; `llama:/path/to/file.gguf` is any
 * other file, asked with its own chat template, or as a base model with the worked example if it has
 * none; `llama:hf:OWNER/REPOSITORY/FILE` is fetched from Hugging Face when it is opened for the first
 * time. Answers are trimmed and otherwise left alone.
 */
export async function openLlama(order: ModelOrder): Promise<EmbeddedModel> {
  const card = await cardOf(order);
  const sequences = order.config.sequences ?? 1;
  const facts = await runtimeFacts();
  const threads = threadsOf(facts, await freeCores());
  return new EmbeddedModel(describe({ card, threads, sequences, facts }, order), {
    title: card.title,
    deadlineMs: order.context.deadlineMs ?? defaultDeadlineMs,
    sequences,
    load: async (report) => {
      const file = await card.locate(report);
      report(`${card.title}: wird geladen`);
      const { contextSize, frame } = card;
      const stop = frame?.stop ?? [];
      return await openWeights({ file, contextSize, threads, frame, sequences, stop });
    },
  });
}

/** What stays the same from call to call. */
interface Embedding {
  readonly card: Card;
  readonly threads: number;
  readonly sequences: number;
  readonly facts: RuntimeFacts;
}

function describe(
  { card, threads, sequences, facts }: Embedding,
  { config }: ModelOrder,
): ModelDescription {
  return {
    id: config.id,
    kind: "model",
    way: "llama",
    wayVersion: `1, ${facts.library}`,
    endpoint: "embedded",
    name: card.title,
    revision: `sha256:${card.sha256}`,
    ...(card.license !== undefined && { license: card.license }),
    place: "auf diesem Rechner",
    details: {
      file: card.fileName,
      sha256: card.sha256,
      ...frameDetails(card.frame),
      threads: String(threads),
      sequences: String(sequences),
      instructions: facts.instructions,
      flashAttention: usesFlashAttention({ sequences }) ? "on" : "off",
      contextSize: String(card.contextSize),
      answer:
        "Leerraum am Rand entfernt; bei Temperatur 0 abgebrochen (length), wenn eine Stelle dreimal hintereinander kommt",
    },
    reads: [],
    parameters: config.parameters,
    ...(config.price !== undefined && { price: config.price }),
    limits: config.limits,
    ...(config.dataClasses !== undefined && { dataClasses: config.dataClasses }),
  };
}

function frameDetails(frame: CompletionFrame | undefined): Record<string, string> {
  if (frame === undefined) return { frame: "Chatvorlage aus der Modelldatei" };
  return { frame: `${frame.before} {{prompt}}${frame.after}`, stop: JSON.stringify(frame.stop) };
}

async function cardOf({ name, context }: ModelOrder): Promise<Card> {
  const entry = catalog[name];
  if (entry !== undefined) return listed(entry, context);
  if (name.startsWith("hf:")) return await ownFile(await fetchFromHub(name.slice(3), context));
  return await ownFile(resolve(context.startFolder ?? ".", name));
}

function listed(entry: CatalogEntry, context: ModelContext): Card {
  return {
    title: entry.title,
    fileName: entry.file,
    sha256: entry.sha256,
    license: entry.license,
    contextSize: entry.contextSize,
    frame: entry.kind === "base" ? workedExample : undefined,
    locate: (report) => ensureWeights({ entry, context, report }),
  };
}

async function ownFile(path: string): Promise<Card> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) {
    throw new UserError(`Die Modelldatei ${path} gibt es nicht.`, {
      code: "unknown-model",
      exitCode: exitCodes.usage,
      nextStep: `Prüfen Sie den Pfad hinter „llama:“ (er gilt von dem Ordner aus, in dem Sie den Befehl eingeben), oder nehmen Sie llama:${Object.keys(catalog)[0]}.`,
    });
  }
  const { readGgufFileInfo } = await import("node-llama-cpp");
  const source = { sourceType: "filesystem", readTensorInfo: false, logWarnings: false } as const;
  const info = await readGgufFileInfo(path, source).catch((error: unknown) => {
    throw unusable(path, error);
  });
  const template = info.metadata.tokenizer.chat_template;
  return {
    title: info.metadata.general.name ?? basename(path),
    fileName: basename(path),
    sha256: await fileHash(path),
    license: info.metadata.general.license,
    contextSize: ownFileContextSize,
    frame: template === undefined ? workedExample : undefined,
    locate: async () => path,
  };
}
