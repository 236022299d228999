import { dump } from "js-yaml";
import type { ImportedModel } from "./convert-provider.ts";
import type { ImportedSuite } from "./import-config.ts";

/** Where and under which name a suite is written. */
export interface SuitePlace {
  readonly name: string;
  /** The suite as `amtsprobe.yaml` names it. */
  readonly path: string;
  /** Whole path of its folder. */
  readonly folder: string;
}

/** YAML that is read without types: every value is text. */
export function written(value: unknown): string {
  return dump(value, { lineWidth: -1, noRefs: true });
}

/**
 * A run puts all its prompts to all its models. Models that answer only some of the prompts get a
 * configuration of their own, with those.
 */
export function configFiles(suite: ImportedSuite): Map<string, ImportedSuite> {
  const groups = Map.groupBy(suite.models, ({ prompts }) => JSON.stringify(prompts ?? "all"));
  return new Map(
    [...groups.values()].map((models, index) => {
      const places = models[0]?.prompts;
      const variants = suite.variants.filter((_one, at) => places?.includes(at) ?? true);
      const name = index === 0 ? "amtsprobe.yaml" : `amtsprobe-${index + 1}.yaml`;
      return [name, { ...suite, models, variants }];
    }),
  );
}

/** The text of one of them. */
export function configFile(suite: ImportedSuite, { path }: SuitePlace): string {
  const { models, settings, variants, title } = suite;
  return written({
    schemaVersion: "1",
    title,
    suites: [path],
    models: models.map((model) => modelEntry(model, settings)),
    variants: variants.map(({ name }) => name),
    inputs: ["raw"],
    ...(settings.attempts !== undefined && { attempts: settings.attempts }),
  });
}

function modelEntry(model: ImportedModel, settings: ImportedSuite["settings"]): object {
  const { config, limits, prompts: _prompts, ...rest } = model;
  const { concurrency, requestsPerMinute } = settings;
  const held = {
    ...(concurrency !== undefined && { concurrency }),
    ...(requestsPerMinute !== undefined && { requestsPerMinute }),
    ...limits,
  };
  return {
    ...rest,
    ...(Object.keys(held).length > 0 && { limits: held }),
    ...(config !== undefined && { config: JSON.stringify(config) }),
  };
}
