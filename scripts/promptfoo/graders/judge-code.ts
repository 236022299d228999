import { readYaml } from "../../../datasets/read-yaml.ts";
import { providerCode } from "../../../models/promptfoo-code.ts";
import { promptfooPrefix } from "./names.ts";

/**
 * What of a model that judges would run as a program: promptfoo loads it by its id, and an id can be a
 * program. A file of settings, as an import writes it, is read as promptfoo reads it. Our own ways run nothing.
 */
export function codeOfJudge(judge: string | undefined): string[] {
  if (judge?.startsWith(promptfooPrefix) !== true) return [];
  const name = judge.slice(promptfooPrefix.length);
  const file = /^file:\/\/(?<path>.+\.(?:ya?ml|json))$/iu.exec(name)?.groups?.["path"];
  const found = file === undefined ? providerCode(name, undefined) : codeOfFile(file);
  return found.map((code) => `judge: ${code}`);
}

function codeOfFile(file: string): string[] {
  const { value } = readYaml(file);
  const all = Array.isArray(value) ? (value as unknown[]) : [value];
  return all.flatMap((one) => {
    const { id } = (one ?? {}) as { readonly id?: unknown };
    // Without an id promptfoo takes each name in it for one.
    return typeof id === "string" ? providerCode(id, one) : [`file://${file}`];
  });
}
