import type { ReadPrompt } from "./written-prompt.ts";
import type { RenderedTest } from "./place-prompts.ts";

/** Placeholders that a prompt file of ours may have, and the field of `input` each stands for. */
const slots = ["text", "question", "old", "new"] as const;
type Slot = (typeof slots)[number];

/** Prompts as files of ours, and the input of every case. */
export interface TemplatePrompts {
  /** In the order of the prompts. */
  readonly templates: readonly string[];
  /** In the order of the tests. */
  readonly inputs: readonly Readonly<Partial<Record<Slot, string>>>[];
}

/**
 * Prompts as templates of ours, where that is the same: nothing but plain placeholders, the same in every
 * prompt, each once, at most four; and every case renders to just what promptfoo would send. Absent where
 * prompts have to be written out per case.
 */
export function asTemplates(
  prompts: readonly ReadPrompt[],
  tests: readonly RenderedTest[],
): TemplatePrompts | undefined {
  const names = commonNames(prompts);
  if (names === undefined) return undefined;
  const slotOf = assignSlots(names);
  const templates = prompts.map(({ raw }) =>
    raw.replaceAll(placeholder, (_all, name: string) => `{{${slotOf.get(name) ?? name}}}`),
  );
  const inputs = tests.map(({ vars }) => inputOf(vars, slotOf));
  const isSame = tests.every(({ messages }, index) =>
    templates.every((template, number) => {
      const [only, ...others] = messages[number] ?? [];
      const isText = only?.role === "user" && others.length === 0;
      return isText && rendered(template, inputs[index] ?? {}) === only.content;
    }),
  );
  return isSame ? { templates, inputs } : undefined;
}

const placeholder = /\{\{\s*(\w+)\s*\}\}/gu;

/** The names that stand, each once, in every prompt. */
function commonNames(prompts: readonly ReadPrompt[]): string[] | undefined {
  const lists = prompts.map(({ raw }) =>
    [...raw.matchAll(placeholder)].map(([, name = ""]) => name),
  );
  const [first = []] = lists;
  const isUsable =
    first.length > 0 &&
    first.length <= slots.length &&
    prompts.every(({ raw, program }) => program === undefined && raw.trimEnd() === raw) &&
    lists.every((names) => new Set(names).size === names.length) &&
    lists.every((names) => names.toSorted().join() === first.toSorted().join());
  return isUsable ? first : undefined;
}

/** Names that we have too keep their place; the others take what is free, in order. */
function assignSlots(names: readonly string[]): Map<string, Slot> {
  const own = new Map<string, Slot>();
  for (const slot of slots) if (names.includes(slot)) own.set(slot, slot);
  const free = slots.filter((slot) => !own.has(slot));
  for (const name of names) {
    const next = own.has(name) ? undefined : free.shift();
    if (next !== undefined) own.set(name, next);
  }
  return own;
}

function inputOf(
  vars: Readonly<Record<string, unknown>>,
  slotOf: ReadonlyMap<string, Slot>,
): Partial<Record<Slot, string>> {
  const entries = [...slotOf].flatMap(([name, slot]): [Slot, string][] => {
    const value = vars[name];
    return typeof value === "string" && value !== "" ? [[slot, value]] : [];
  });
  return Object.fromEntries(entries);
}

/** As the engine renders a prompt file: what is put in is trimmed, and never read as a template. */
function rendered(
  template: string,
  input: Readonly<Partial<Record<Slot, string>>>,
): string | undefined {
  let isWhole = true;
  const text = template.replaceAll(placeholder, (_all, name: Slot) => {
    const value = input[name];
    if (value === undefined) isWhole = false;
    return value?.trim() ?? "";
  });
  return isWhole ? text : undefined;
}
