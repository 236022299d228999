import { existsSync } from "node:fs";
import type { InputKind } from "../../core/case.ts";
import { inputKindSchema } from "../../core/case.ts";
import { flag } from "../../core/coerce.ts";
import { checkValue } from "../../core/messages.ts";
import { modelConfigSchema, type ModelConfig } from "../../core/model.ts";
import type { PromptVariant } from "../../core/variant-file.ts";
import type { Config } from "../../datasets/read-config.ts";
import type { NetworkSettings } from "../../models/network.ts";
import { readEnvironment, type Environment } from "../environment.ts";
import { findConfig, networkOf } from "../find-config.ts";
import { isShipped, shippedSuites } from "../load-suites.ts";
import { namedModel } from "../named-model.ts";
import { wholeNumber, wrongUse } from "../options.ts";
import { printError } from "../print.ts";
import { readRequirements, type KnownRequirements } from "../requirements.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { readCacheUse, type CacheUse } from "./open-cache.ts";
import { readVariantFiles, suitesOfVariants } from "./variant-files.ts";

/** A model and the suites it is tried on; without a list on all of the run. */
export interface ModelChoice {
  readonly model: ModelConfig;
  readonly suites?: string[] | undefined;
}

/** What a person wants to have measured, with every default filled in. */
export interface EvalRequest {
  readonly title: string;
  readonly profile: "quick" | "full";
  /** Names of shipped suites, whole paths of others. */
  readonly suites: readonly string[];
  readonly models: readonly ModelChoice[];
  readonly variants: readonly string[];
  readonly inputs: readonly InputKind[];
  readonly attempts: number;
  /** Least number of attempts for critical cases. */
  readonly criticalAttempts?: number | undefined;
  /** Prompt files outside of the suites. */
  readonly variantFiles: readonly PromptVariant[];
  readonly seed: number;
  readonly budget: number | undefined;
  /** Invented texts obey the data classes too. */
  readonly strict: boolean;
  /** Answers are graded and then not kept, neither in the run nor in the cache. */
  readonly noAnswers?: boolean | undefined;
  /** Code that a suite brings along, or that a model of promptfoo names, may run; absent: it may not. */
  readonly allowCode?: boolean | undefined;
  /** The file of settings, where there is one: models that judge are looked up there. */
  readonly config?: string | undefined;
  /** Proxy and certificate authorities; part of the surroundings, not of the run. */
  readonly network: NetworkSettings;
  readonly cache: CacheUse;
  /** What was fixed before the run. */
  readonly requirements?: KnownRequirements | undefined;
}

/** The words of the command line that shape the request. */
export interface EvalWords {
  readonly config?: string | undefined;
  readonly profile?: string | undefined;
  readonly suite?: string[] | undefined;
  readonly model?: string[] | undefined;
  readonly sequences?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly "no-answers"?: boolean | undefined;
  readonly "allow-code"?: boolean | undefined;
  readonly variant?: string[] | undefined;
  readonly input?: string[] | undefined;
  readonly "variant-file"?: string[] | undefined;
  readonly attempts?: string | undefined;
  readonly "critical-attempts"?: string | undefined;
  readonly budget?: string | undefined;
  readonly requirements?: string | undefined;
  readonly "no-cache"?: boolean | undefined;
  readonly fresh?: boolean | undefined;
}

const coreSuites = ["vereinfachung", "buergerfragen", "datenabfluss"];
const baselines = ["copy", "lead", "retrieval", "reference"].map((name) => `baseline:${name}`);

/**
 * Puts a request together: the command line wins over the configuration, the configuration over
 * the profile. Without any of them it is the quick profile.
 */
export function readRequest(words: EvalWords, environment = readEnvironment()): EvalRequest {
  const found = findConfig(words.config, environment);
  if (found !== undefined && words.config === undefined) {
    printError(`Einstellungen: ${shownPath(found.file)}`);
  }
  const config = found?.config;
  const named = words.profile ?? environment["AMTSPROBE_PROFILE"];
  const profile = readProfile(named) ?? config?.profile ?? defaultProfile(config);
  const variantFiles = readVariantFiles(list(words["variant-file"]));
  const suites = list(words.suite) ?? suitesOfVariants(variantFiles) ?? config?.suites;
  return {
    title: config?.title ?? (profile === "quick" ? "Schnelllauf" : "Vollständiger Lauf"),
    profile,
    suites: suites?.map(sourceOf) ?? (profile === "quick" ? coreSuites : shippedSuites()),
    models: withSequences(
      chooseModels(list(words.model), config?.models, profile),
      words.sequences,
    ),
    variants: chooseVariants(list(words.variant), variantFiles, config),
    variantFiles,
    inputs: readInputs(list(words.input)) ?? config?.inputs ?? ["raw", "pseudonymised"],
    attempts: readAttempts(words.attempts) ?? config?.attempts ?? 1,
    criticalAttempts: readCriticalAttempts(words["critical-attempts"]),
    seed: config?.seed ?? 1,
    budget: readBudget(words.budget ?? environment["AMTSPROBE_BUDGET"]) ?? config?.budget,
    strict: words.strict ?? readStrict(environment) ?? config?.strict ?? false,
    config: found?.file,
    network: networkOf(config, environment),
    cache: readCacheUse(words),
    noAnswers: words["no-answers"],
    allowCode: words["allow-code"] === true,
    ...(words.requirements !== undefined && {
      requirements: readRequirements(fromStart(words.requirements), new Date()),
    }),
  };
}

/** The name of a shipped suite, or the whole path of a suite of one's own; anything else as typed. */
function sourceOf(suite: string): string {
  return isShipped(suite) || !existsSync(fromStart(suite)) ? suite : fromStart(suite);
}

/** An agency's own configuration asks for the whole; a bare start for a first look. */
function defaultProfile(config: Config | undefined): "quick" | "full" {
  return config === undefined ? "quick" : "full";
}

function readProfile(text: string | undefined): "quick" | "full" | undefined {
  if (text === undefined || text === "quick" || text === "full") return text;
  throw wrongUse(`Das Profil „${text}“ gibt es nicht; möglich sind quick und full.`, "eval");
}

/**
 * Models named on the command line are looked up in the configuration, so that `--model
 * compatible:haus` finds its address there.
 */
function chooseModels(
  named: readonly string[] | undefined,
  configured: readonly ModelConfig[] | undefined,
  profile: "quick" | "full",
): ModelChoice[] {
  if (named !== undefined) {
    const naming = { configured: configured ?? [], command: "eval" };
    return named.map((id) => ({ model: namedModel(id, naming) }));
  }
  if (configured !== undefined) return configured.map((model) => ({ model }));
  return [
    { model: bareModel("llama:gemma3-270m") },
    {
      model: bareModel("llama:smollm2-135m"),
      ...(profile === "quick" && { suites: ["buergerfragen"] }),
    },
    ...baselines.map((id) => ({ model: bareModel(id) })),
  ];
}

/** `--sequences` counts for every embedded model. */
function withSequences(choices: ModelChoice[], text: string | undefined): ModelChoice[] {
  if (text === undefined) return choices;
  const sequences = wholeNumber(text, "sequences", 1);
  return choices.map((choice) =>
    choice.model.id.startsWith("llama:")
      ? { ...choice, model: { ...choice.model, sequences } }
      : choice,
  );
}

function bareModel(id: string): ModelConfig {
  return modelConfigSchema.parse({ id });
}

function readInputs(names: readonly string[] | undefined): InputKind[] | undefined {
  return names?.map((name) => {
    const result = inputKindSchema.safeParse(name);
    if (result.success) return result.data;
    throw wrongUse(
      `Die Eingabe „${name}“ gibt es nicht; möglich sind raw und pseudonymised.`,
      "eval",
    );
  });
}

function readAttempts(text: string | undefined): number | undefined {
  return text === undefined ? undefined : wholeNumber(text, "attempts", 1);
}

function readCriticalAttempts(text: string | undefined): number | undefined {
  return text === undefined ? undefined : wholeNumber(text, "critical-attempts", 1);
}

/** A prompt file is what is to be tried: others run beside it only when they are named. */
function chooseVariants(
  named: readonly string[] | undefined,
  files: readonly PromptVariant[],
  config: Config | undefined,
): readonly string[] {
  const own = files.map(({ name }) => name);
  if (own.length > 0) return [...new Set([...(named ?? []), ...own])];
  return named ?? config?.variants ?? ["untrained", "trained"];
}

function readStrict(environment: Environment): boolean | undefined {
  const text = environment["AMTSPROBE_STRICT"];
  if (text === undefined || text === "") return undefined;
  const result = checkValue(flag(), text);
  if (result.ok) return result.value;
  throw wrongUse(`AMTSPROBE_STRICT ${result.flaws[0]?.message ?? "ist ungültig"}.`, "eval");
}

/** Reads `--budget`: euro, with comma or point. */
export function readBudget(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const euro = Number(text.replace(",", "."));
  if (Number.isFinite(euro) && euro > 0) return euro;
  throw wrongUse(`--budget erwartet einen Betrag in Euro, nicht „${text}“.`, "eval");
}

/** Repeated options and comma lists mean the same: `--suite a --suite b`, `--suite a,b`. */
function list(words: readonly string[] | undefined): string[] | undefined {
  return words
    ?.flatMap((word) => word.split(","))
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
