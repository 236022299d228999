import { readYaml } from "../../../datasets/read-yaml.ts";
import { promptfooPrefix } from "./names.ts";

/**
 * Programs that a judge would run: promptfoo takes `exec:`, `python:` and files for providers too. A file
 * of settings (`promptfoo:file://richter-1.yaml`) is looked into; one that cannot be read counts as code.
 */
export function codeInJudge(id: string): string[] {
  if (!id.startsWith(promptfooPrefix)) return [];
  return isProgram(id.slice(promptfooPrefix.length), 0) ? [`Richter: ${id}`] : [];
}

/** A file that names a file that names a file … is nobody's judge. */
const deepest = 3;

function isProgram(provider: string, depth: number): boolean {
  if (/^(?:exec|python|ruby|golang|package|https?|wss?|mcp):/iu.test(provider)) return true;
  if (!/^file:/iu.test(provider))
    return /\{[{%]|\.(?:[cm]?[jt]s|py|rb|go)(?::\w+)?$/iu.test(provider);
  const path = provider.replace(/^file:(?:\/\/)?/iu, "");
  if (depth >= deepest || !/\.(?:ya?ml|json)$/iu.test(path)) return true;
  try {
    const { id } = readYaml(path).value as { readonly id?: unknown };
    return typeof id !== "string" || isProgram(id, depth + 1);
  } catch {
    return true;
  }
}
