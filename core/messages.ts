import { z } from "zod";

/** One thing that is wrong with a value, with the way to it from the root. */
export interface Flaw {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Checks a value and gives the value or German sentences about what is wrong with it. */
export function checkValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
):
  | { readonly ok: true; readonly value: z.output<Schema> }
  | { readonly ok: false; readonly flaws: readonly Flaw[] } {
  const result = schema.safeParse(value, { error: germanMessage });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, flaws: result.error.issues.flatMap(flawsOf) };
}

/** Writes a path as `expected.facts[2]`. */
export function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}

const german = z.locales.de().localeError;

const germanMessage: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "unrecognized_keys") {
    return `unbekannter Schlüssel ${issue.keys.map((key) => `„${key}“`).join(", ")}`;
  }
  if (issue.code === "invalid_type" && issue.input === undefined) return "fehlt";
  if (issue.code === "too_small" && issue.origin === "string") return "darf nicht leer sein";
  return german(issue);
};

/** The branches of a union are alternatives; the first one's complaint is the readable one. */
function flawsOf(issue: z.core.$ZodIssue): Flaw[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `unbekannter Schlüssel „${key}“`,
    }));
  }
  if (issue.code === "invalid_union") {
    const closest = issue.errors.at(-1)?.[0];
    if (closest !== undefined) return [{ path, message: closest.message }];
  }
  return [{ path, message: issue.message }];
}
