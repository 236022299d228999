import type { Assertion } from "../../../core/assertion.ts";
import { assertionTypes, baseType } from "./assertion-types.ts";

/**
 * What of an assertion would run as a program: scripts, files, expressions, and templates that do more
 * than put a variable in (they can reach the process).
 */
export function codeIn(assertion: Assertion): string[] {
  const { type, value, assert = [] } = assertion;
  const isScript = assertionTypes().get(baseType(type))?.kind === "code";
  const scripts = isScript ? [`${type}: ${textOf(value ?? assertion["config"])}`] : [];
  const expressions = ["transform", "contextTransform"]
    .filter((name) => assertion[name] !== undefined)
    .map((name) => `${name}: ${textOf(assertion[name])}`);
  const others = Object.entries(assertion)
    .filter(([name]) => name !== "assert" && !expressionFields.has(name))
    .flatMap(([name, inner]) => (isScript && name === "value" ? [] : textsIn(inner)))
    .filter(isCode);
  return [...scripts, ...expressions, ...others, ...assert.flatMap(codeIn)];
}

const expressionFields: ReadonlySet<string> = new Set(["transform", "contextTransform"]);

/**
 * A file or package that promptfoo would load, or a template that is more than names with dots; what
 * stands in a `raw` block is no template.
 */
function isCode(text: string): boolean {
  if (/^(?:file|package|exec|python|https?):/u.test(text.trim())) return true;
  const template = text.replaceAll(/\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/gu, "");
  if (/\{%/u.test(template)) return true;
  const inserted = [...template.matchAll(/\{\{(?<inside>[\s\S]*?)\}\}/gu)].map(
    (match) => match.groups?.["inside"] ?? "",
  );
  return inserted.some((inside) => !isPlainName(inside));
}

function isPlainName(inside: string): boolean {
  if (!/^-?\s*[A-Za-z_]\w*(?:\.\w+)*\s*-?$/u.test(inside)) return false;
  return !/\b(?:constructor|prototype|__proto__|env)\b/u.test(inside);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
