import type { Assertion } from "../../../core/assertion.ts";
import { isTemplateCode } from "../../../core/template-code.ts";
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

/** A file or package that promptfoo would load, or a template that does more than put a value in. */
function isCode(text: string): boolean {
  return /^(?:file|package|exec|python|https?):/u.test(text.trim()) || isTemplateCode(text);
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
