import { dirname } from "node:path";
import type { ConvertedTest } from "./convert-cases.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Group } from "./raw-config.ts";
import type { ReadPrompt } from "./written-prompt.ts";
import { reasonOf } from "./refusal.ts";
import { messagesOf, renderPrompt, type RenderedMessage } from "./render-prompt.ts";
import { resolveVars } from "./resolve-vars.ts";
import { runProgram } from "./run-program.ts";
import type { ImportSession } from "./session.ts";
import type { TemplateEngine } from "./template-engine.ts";

/** A test with the variables its assertions see and what every prompt becomes with it. */
export interface RenderedTest extends ConvertedTest {
  readonly vars: Group;
  /** In the order of the prompts. */
  readonly messages: readonly (readonly RenderedMessage[])[];
}

interface Rendering {
  readonly session: ImportSession;
  readonly engine: TemplateEngine;
  readonly prompts: readonly ReadPrompt[];
}

/** Renders every prompt with every test, as promptfoo would send it. Problems go to the session. */
export async function renderTests(
  rendering: Rendering,
  tests: readonly ConvertedTest[],
): Promise<RenderedTest[]> {
  const { session, prompts } = rendering;
  const rendered: RenderedTest[] = [];
  for (const converted of tests) {
    const { holder, vars } = converted.test;
    const place = { holder, prompt: prompts[0]?.raw ?? "" };
    const resolved = await resolveVars(session, vars, place);
    if (resolved === undefined) continue;
    const messages: RenderedMessage[][] = [];
    for (const prompt of prompts) {
      const made = await messagesFor(rendering, prompt, { ...converted, resolved });
      if (made !== undefined) messages.push(made);
    }
    rendered.push({ ...converted, vars: resolved, messages });
    if (session.problems.length > mostProblems) break;
  }
  return rendered;
}

/** One wrong prompt is wrong in every test; the first hundred places say enough. */
const mostProblems = 100;

type Resolved = ConvertedTest & { readonly resolved: Group };

async function messagesFor(
  rendering: Rendering,
  prompt: ReadPrompt,
  { resolved, options }: Resolved,
): Promise<RenderedMessage[] | undefined> {
  const { session, engine } = rendering;
  const base = await templateOf(rendering, prompt, resolved);
  if (base === undefined) return undefined;
  const raw = prompt.program === undefined ? `${options.prefix}${base}${options.suffix}` : base;
  const result = reasonOf(() => messagesOf(renderPrompt(engine, raw, resolved), parseList));
  if ("value" in result) return result.value;
  refuseOnce(session, prompt, result.reason);
  return undefined;
}

/** The template of a prompt; a program makes one for every test. */
async function templateOf(
  { session }: Rendering,
  prompt: ReadPrompt,
  vars: Group,
): Promise<string | undefined> {
  const { program } = prompt;
  if (program === undefined) return prompt.raw;
  if (!session.options.allowCode) return undefined;
  const made = new Set<string>();
  for (const provider of session.providers) {
    const result = await runPrompt(session, prompt, { vars: structuredClone(vars), provider });
    if ("reason" in result) refuseOnce(session, prompt, result.reason);
    else made.add(result.text);
  }
  if (made.size <= 1) return [...made][0];
  refuseOnce(session, prompt, "das Programm gibt jedem Modell einen anderen Prompt");
  return undefined;
}

async function runPrompt(
  session: ImportSession,
  { program = "", config = {} }: ReadPrompt,
  context: { readonly vars: Group; readonly provider: object },
): Promise<{ readonly text: string } | { readonly reason: string }> {
  const args = [{ ...context, config }];
  const result = await runProgram(session, program, { fallback: "get_prompt", args });
  if ("reason" in result) return result;
  const { value } = result;
  if (typeof value === "string") return { text: value };
  const { prompt, config: settings } = (value ?? {}) as { prompt?: unknown; config?: unknown };
  if (settings !== undefined) {
    return { reason: "das Programm ändert mit dem Prompt die Einstellungen des Modells" };
  }
  const inner = prompt ?? value;
  return { text: typeof inner === "string" ? inner : (JSON.stringify(inner) ?? "") };
}

function parseList(text: string): unknown {
  return parseYaml(text, dirname("."));
}

function refuseOnce(session: ImportSession, { holder, key }: ReadPrompt, reason: string): void {
  const place = session.places.of(holder, key);
  const isKnown = session.problems.some(
    (problem) =>
      problem.text === reason &&
      problem.place.line === place.line &&
      problem.place.file === place.file,
  );
  if (!isKnown) session.problems.push({ place, text: reason });
}
