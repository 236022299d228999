import type { Group } from "./raw-config.ts";
import { Refusal } from "./refusal.ts";
import type { TemplateEngine } from "./template-engine.ts";

/** A message as a case carries it. */
export interface RenderedMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/**
 * Renders a prompt with resolved variables as promptfoo does: in JSON every text by itself, else variables
 * first, then the prompt; a text with half a tag is left as it is.
 */
export function renderPrompt(engine: TemplateEngine, raw: string, vars: Group): string {
  if (/\b_conversation\b/u.test(raw)) {
    throw new Refusal("_conversation führt ein Gespräch fort; hier steht jede Frage allein");
  }
  const data = parsedData(raw);
  if (data !== undefined) {
    return JSON.stringify(renderTexts(engine, data.value, vars), null, 2);
  }
  const rendered = Object.entries(vars).map(([name, value]) => [
    name,
    typeof value === "string" && !namesUnknown(value, vars)
      ? engine.render(asTemplate(value), vars)
      : value,
  ]);
  return engine.render(asTemplate(raw), Object.fromEntries(rendered) as object);
}

/** Text that does not begin like JSON is not tried: a prompt is asked this for every test. */
function parsedData(raw: string): { readonly value: unknown } | undefined {
  if (!/^\s*(?:["[{\d-]|true|false|null)/u.test(raw)) return undefined;
  try {
    return { value: JSON.parse(raw) };
  } catch {
    return undefined;
  }
}

function renderTexts(engine: TemplateEngine, value: unknown, vars: Group): unknown {
  if (typeof value === "string") return engine.render(value, vars);
  if (Array.isArray(value)) return value.map((item) => renderTexts(engine, item, vars));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, renderTexts(engine, part, vars)]),
  );
}

function asTemplate(text: string): string {
  const isHalf = /(?:\{%[^%]*$|\{\{[^}]*$|\{#[^#]*$)/mu.test(text);
  const isRaw = /\{%\s*raw\s*%\}/u.test(text) && /\{%\s*endraw\s*%\}/u.test(text);
  return isHalf && !isRaw ? `{% raw %}${text}{% endraw %}` : text;
}

/** A variable whose text names variables that do not exist is not taken for a template. */
function namesUnknown(text: string, vars: Group): boolean {
  const names = text
    .replaceAll(/\{#[\s\S]*?#\}/gu, "")
    .matchAll(/\{\{\s*([A-Za-z_]\w*)[^}]*\}\}|\{%\s*(?:if|for)\s+(\w+)/gu);
  return [...names].some(([, name = "", block = ""]) => {
    const found = name === "" ? block : name;
    return found !== "env" && vars[found] === undefined;
  });
}

/**
 * What a provider makes of a rendered prompt: messages where it is JSON (or YAML) with roles, else one
 * message of the user. Pictures, tools and other roles are a `Refusal`.
 */
export function messagesOf(text: string, parseList: (text: string) => unknown): RenderedMessage[] {
  const start = text.trimStart();
  const list = start.startsWith("[")
    ? parsedData(text)?.value
    : start.startsWith("- role:")
      ? parseList(text)
      : undefined;
  const isChat =
    Array.isArray(list) &&
    list.length > 0 &&
    list.every((item) => typeof (item as { role?: unknown } | null)?.role === "string");
  return isChat ? list.map(messageOf) : [{ role: "user", content: text }];
}

function messageOf(item: unknown): RenderedMessage {
  const { role, content } = item as { readonly role: string; readonly content?: unknown };
  if (role !== "system" && role !== "user" && role !== "assistant") {
    throw new Refusal(`eine Nachricht mit der Rolle „${role}“ gibt es hier nicht`);
  }
  if (typeof content === "string") return { role, content };
  const texts = Array.isArray(content) ? content.map(textPart) : [undefined];
  if (texts.includes(undefined)) {
    throw new Refusal("eine Nachricht besteht nicht nur aus Text (Bild, Werkzeug oder Ton)");
  }
  return { role, content: texts.join("\n") };
}

function textPart(part: unknown): string | undefined {
  const { type, text } = (part ?? {}) as { readonly type?: unknown; readonly text?: unknown };
  return type === "text" && typeof text === "string" ? text : undefined;
}
