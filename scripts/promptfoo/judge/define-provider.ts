import type { CallApiContextParams, ProviderResponse } from "promptfoo";
import type { TestMark } from "../../../bridges/promptfoo/export/exported.ts";
import { modelConfigSchema, type Model } from "../../../core/model.ts";
import { noVariant } from "../../../core/suite.ts";
import { callAlone } from "../../../engine/call-alone.ts";
import { baselineFields } from "../../../engine/prompt.ts";
import { promptfooAnswer } from "../../../models/promptfoo-answer.ts";
import { openModel } from "../../../models/registry.ts";
import { findConfig, networkOf } from "../../find-config.ts";
import { readEnvironment } from "../../environment.ts";
import { modelContext } from "../../model-context.ts";
import { markedCase, openBundle, type OpenBundle } from "./read-bundle.ts";
import { openReplayedRun } from "./replayed-run.ts";

/** What stands in the configuration at a provider of ours. */
interface ProviderOptions {
  readonly label?: string;
  readonly config?: { readonly replays?: string; readonly model?: unknown };
}

/** A provider as promptfoo makes it: a class whose objects answer. */
export type ProviderClass = new (options: ProviderOptions) => {
  readonly id: () => string;
  readonly callApi: (prompt: string, context?: CallApiContextParams) => Promise<ProviderResponse>;
};

/**
 * Makes the provider beside a configuration. It replays a model of a run (`replays`) or asks any model
 * that Amtsprobe reaches (`model`, as in amtsprobe.yaml).
 */
export function defineProvider(bundleUrl: string): ProviderClass {
  let bundle: OpenBundle | undefined;
  return class {
    readonly #options: ProviderOptions;
    #model: Promise<Model> | undefined;

    constructor(options: ProviderOptions) {
      this.#options = options;
    }

    id() {
      return `amtsprobe:${this.#options.label ?? ""}`;
    }

    async callApi(prompt: string, context?: CallApiContextParams): Promise<ProviderResponse> {
      bundle ??= openBundle(bundleUrl);
      const question = { prompt, label: context?.prompt.label ?? "", test: context?.test };
      const { replays, model } = this.#options.config ?? {};
      if (replays !== undefined) return replay(bundle, replays, question);
      return ask(bundle, await (this.#model ??= openNamed(model)), question);
    }
  };
}

interface Question {
  readonly prompt: string;
  /** Of the prompt: suite and variant. */
  readonly label: string;
  readonly test: CallApiContextParams["test"];
}

async function replay(
  bundle: OpenBundle,
  model: string,
  { label, test }: Question,
): Promise<ProviderResponse> {
  const { mark, place, graded } = markedCase(bundle, markOf(test));
  if (bundle.run === undefined) return { error: "Zu diesem Export gehört kein Lauf." };
  const { input, attempt } = mark;
  const suite = place.suite.name;
  const variant = label.slice(suite.length + 1);
  const run = await openReplayedRun(bundle.run.folder);
  const trial = run.find({ suite, case: graded.id, input, attempt, variant, model });
  if (trial === undefined) return { error: "Der Lauf hat zu dieser Frage keine Antwort." };
  const metadata = { amtsprobe: { trialId: trial.trialId } };
  return { ...promptfooAnswer(trial.outcome), metadata };
}

async function openNamed(config: unknown): Promise<Model> {
  const environment = readEnvironment();
  const network = networkOf(findConfig(undefined, environment)?.config, environment);
  return openModel(modelConfigSchema.parse(config), modelContext(network, environment));
}

async function ask(
  bundle: OpenBundle,
  model: Model,
  { prompt, label, test }: Question,
): Promise<ProviderResponse> {
  const { place, graded, mark } = markedCase(bundle, markOf(test));
  const { parameters, kind } = model.description;
  const isBaseline = kind === "baseline" || label.endsWith(`/${noVariant}`);
  const request = {
    messages: [{ role: "user" as const, content: prompt }],
    temperature: parameters.temperature,
    seed: parameters.seed,
    maxTokens: parameters.maxTokens ?? graded.maxTokens ?? place.suite.maxTokens,
    ...(isBaseline && { fields: baselineFields(model.description, graded, mark.input) }),
  };
  const outcome = await callAlone(model, request);
  return promptfooAnswer(outcome);
}

function markOf(test: CallApiContextParams["test"]): TestMark | undefined {
  return test?.metadata?.["amtsprobe"] as TestMark | undefined;
}
