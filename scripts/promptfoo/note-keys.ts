import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { noteSecret } from "../../models/egress/secrets.ts";
import { readBytes } from "../../datasets/read-text.ts";
import type { ModelConfig } from "../../core/model.ts";
import { readLimits } from "../../core/read-limits.ts";
import { UserError } from "../../core/user-error.ts";
import { readEnvironment, type Environment } from "../environment.ts";
import { findConfig } from "../find-config.ts";

/** Where promptfoo looks when no configuration is named. */
const usualFiles = ["promptfooconfig.yaml", "promptfooconfig.yml", "promptfooconfig.json"];

/** Notes as secret what the models of the settings have as keys, whatever their variables are called. */
export function noteConfiguredKeys(): void {
  const environment = readEnvironment();
  for (const { apiKeyEnv } of configuredModels(environment)) {
    if (apiKeyEnv !== undefined) noteSecret(environment[apiKeyEnv]);
  }
}

/** Settings that cannot be read are no concern of promptfoo's. */
function configuredModels(environment: Environment): readonly ModelConfig[] {
  try {
    return findConfig(undefined, environment)?.config.models ?? [];
  } catch (cause) {
    if (cause instanceof UserError) return [];
    throw cause;
  }
}

/**
 * Notes as secret what stands in the variables that a configuration of promptfoo names as keys
 * (`apiKeyEnv`, `apiKeyEnvar` …), whatever they are called. Reads nothing else of it: that is promptfoo's.
 */
export function noteKeysOf(words: readonly string[], folder: string): void {
  const environment = readEnvironment();
  const named = words.flatMap((word, at) => {
    const own = /^(?:-c|--config)(?:=(?<file>.*))?$/u.exec(word);
    return own === null ? [] : [own.groups?.["file"] ?? words[at + 1] ?? ""];
  });
  const files = named.length > 0 ? named.map((file) => resolve(folder, file)) : inFolder(folder);
  for (const file of files.filter((one) => existsSync(one))) {
    const text = readBytes(file, readLimits.text).toString("utf8");
    for (const [, name = ""] of text.matchAll(keyName)) noteSecret(environment[name]);
  }
}

const keyName = /\b\w*(?:key|token|secret|password)_?env(?:ar)?["']?\s*:\s*["']?(\w+)/giu;

function inFolder(folder: string): string[] {
  return usualFiles.map((name) => join(folder, name));
}
