import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Suite } from "../core/suite.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { variantHeadSchema, type PromptVariant, type VariantHead } from "../core/variant-file.ts";
import { checkLocated } from "./located-value.ts";
import { checkPlaceholders } from "./read-suite.ts";
import { readText } from "./read-text.ts";
import { parseYaml } from "./read-yaml.ts";

/** Reads a prompt file (`prompts/neu.md`); what is wrong is refused with its place. */
export function readVariantFile(file: string): PromptVariant {
  return parseVariantFile(readText(file), file);
}

/**
 * As {@link readVariantFile}, for a text that is already there. Between two lines `---` at its start
 * may stand what the prompt is called and which suites use it; the rest is the prompt, with the
 * placeholders of a suite.
 */
export function parseVariantFile(text: string, file: string): PromptVariant {
  const { head, prompt } = splitFrontMatter(text, file);
  if (prompt === "") {
    throw refuse("Die Prompt-Datei enthält keinen Prompt.", file, {
      code: "empty-prompt",
      nextStep: "Schreiben Sie den Prompt unter die Zeile ---.",
    });
  }
  checkPlaceholders(prompt, file);
  const name = head.name ?? nameFromFile(file);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { name, file, sha256, text, prompt, suites: head.suites };
}

/** The suites with the variants that are meant for them; the others as they are. */
export function withVariants(
  suites: readonly Suite[],
  variants: readonly PromptVariant[],
): readonly Suite[] {
  for (const [at, { name, file }] of variants.entries()) {
    const twice = variants.slice(0, at).find((other) => other.name === name);
    if (twice === undefined) continue;
    throw refuse(`Zwei Prompt-Dateien heißen „${name}“: diese und ${twice.file}.`, file, {
      code: "variant-twice",
      nextStep: "Geben Sie im Kopf der Datei mit name: einen anderen Namen an.",
    });
  }
  for (const variant of variants) refuseUnused(variant, suites);
  return suites.map((suite) =>
    variants.filter((one) => isFor(one, suite)).reduce(addVariant, suite),
  );
}

/** The suite as its folder has it, without the variants of files. */
export function withoutVariants(
  suite: Suite,
  variants: readonly { readonly name: string }[],
): Suite {
  const added = new Set(variants.map(({ name }) => name));
  const kept = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).filter(([name]) => !added.has(name)));
  return { ...suite, variants: kept(suite.variants), prompts: kept(suite.prompts) };
}

function isFor({ suites }: PromptVariant, { name }: Suite): boolean {
  return suites === undefined || suites.includes(name);
}

function addVariant(suite: Suite, { name, file, prompt }: PromptVariant): Suite {
  if (Object.hasOwn(suite.variants, name)) {
    throw refuse(`Die Suite „${suite.name}“ hat schon eine Prompt-Variante „${name}“.`, file, {
      code: "variant-taken",
      nextStep: "Geben Sie im Kopf der Datei mit name: einen anderen Namen an.",
    });
  }
  const [[own, template] = ["", ""]] = Object.entries(suite.prompts);
  const [wanted, found] = [checkPlaceholders(template, file), checkPlaceholders(prompt, file)];
  if (wanted !== found) {
    throw refuse(
      `Der Prompt enthält ${found}; die Suite „${suite.name}“ braucht ${wanted} (wie ihre Variante „${own}“).`,
      file,
      {
        code: "unequal-variants",
        nextStep:
          "Setzen Sie genau diese Platzhalter je einmal ein, oder nennen Sie im Kopf der Datei unter suites: nur passende Suiten.",
      },
    );
  }
  return {
    ...suite,
    variants: { ...suite.variants, [name]: file },
    prompts: { ...suite.prompts, [name]: prompt },
  };
}

function refuseUnused(variant: PromptVariant, suites: readonly Suite[]): void {
  if (suites.some((suite) => isFor(variant, suite))) return;
  const chosen = suites.map(({ name }) => name).join(", ");
  throw refuse(
    `Dieser Prompt ist für ${(variant.suites ?? []).join(", ")}; der Lauf hat ${chosen}.`,
    variant.file,
    {
      code: "variant-unused",
      nextStep:
        "Nennen Sie mit --suite eine dieser Suiten, oder ändern Sie suites: im Kopf der Datei.",
    },
  );
}

function splitFrontMatter(text: string, file: string): { head: VariantHead; prompt: string } {
  const lines = text.split(/\r?\n/u);
  if (lines[0]?.trimEnd() !== "---") return { head: {}, prompt: text.trim() };
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === "---");
  if (end < 0) {
    throw refuse("Der Kopf der Prompt-Datei hat kein Ende.", file, {
      code: "front-matter-open",
      nextStep: "Schließen Sie ihn mit einer Zeile --- ab, oder löschen Sie das --- am Anfang.",
    });
  }
  // The opening line becomes an empty one, so that places in messages are those of the file.
  const located = parseYaml(["", ...lines.slice(1, end)].join("\n"), file);
  const isEmpty = located.value === null || located.value === "";
  const head = isEmpty ? {} : checkLocated(variantHeadSchema, located);
  return {
    head,
    prompt: lines
      .slice(end + 1)
      .join("\n")
      .trim(),
  };
}

function nameFromFile(file: string): string {
  const name = basename(file).replace(/\.[^.]*$/u, "");
  const result = variantHeadSchema.shape.name.safeParse(name);
  if (result.success && result.data !== undefined) return result.data;
  throw refuse(
    `Aus dem Dateinamen „${basename(file)}“ lässt sich kein Name für den Prompt machen.`,
    file,
    {
      code: "variant-name",
      nextStep:
        "Nennen Sie ihn im Kopf der Datei: name: kleinbuchstaben-und-bindestriche (nicht none, nicht untrained…).",
    },
  );
}

function refuse(
  message: string,
  file: string,
  options: { readonly code: string; readonly nextStep: string },
): UserError {
  return new UserError(message, { exitCode: exitCodes.usage, place: { file }, ...options });
}
