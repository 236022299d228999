import { z } from "zod";

const group = z.record(z.string(), z.unknown());

/** Names under which a provider takes a secret. */
const secretName = /^(?:api[-_]?key|.*[-_]?(?:token|secret)|password|authorization|cookie)$/iu;

/**
 * Settings of a promptfoo provider, as promptfoo names them: a group of values, or JSON text where they
 * are not all text. A secret stands in it only as `{{env.NAME}}`.
 */
export const providerConfigSchema = z
  .union([group, z.string().transform(readJson)])
  .superRefine((config, context) => {
    const name = findSecret(config);
    if (name === undefined) return;
    context.addIssue({
      code: "custom",
      path: [name],
      message:
        "ist ein Geheimnis; schreiben Sie {{env.NAME}} mit dem Namen einer Umgebungsvariablen",
    });
  });

function readJson(text: string, context: z.RefinementCtx): z.output<typeof group> {
  try {
    const result = group.safeParse(JSON.parse(text));
    if (result.success) return result.data;
  } catch {
    // Said below.
  }
  context.addIssue({
    code: "custom",
    message: "ist keine Gruppe von Angaben, auch nicht als JSON",
  });
  return z.NEVER;
}

/** The name of the first secret that is written out; absent when there is none. */
function findSecret(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === "string" && secretName.test(name) && !part.includes("{{")) return name;
    const inner = findSecret(part);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

const variable = /\{\{\s*env\.(\w+)\s*\}\}/gu;

/** Names of the variables that settings take in by `{{env.NAME}}`. */
export function variablesIn(value: unknown): string[] {
  const text = JSON.stringify(value) ?? "";
  return [...text.matchAll(variable)].map(([, name = ""]) => name);
}

/** Puts the values of variables in place of `{{env.NAME}}`; what is not set becomes empty. */
export function withEnvironment(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): unknown {
  if (typeof value === "string") {
    return value.replaceAll(variable, (_all, name: string) => environment[name] ?? "");
  }
  if (Array.isArray(value)) return value.map((item: unknown) => withEnvironment(item, environment));
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [
    key,
    withEnvironment(part, environment),
  ]);
  return Object.fromEntries(parts) as unknown;
}
