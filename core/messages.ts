import { z } from "zod";

type Path = readonly (string | number)[];

/** One thing that is wrong with a value. */
export interface Flaw {
  /** The way from the root to the place that is wrong. */
  readonly path: Path;
  /** The way to what the message speaks of: of an unknown key, the group that has it. */
  readonly subject: Path;
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

/** What is wrong in one line, e.g. `expected.facts: fehlt`. */
export function describeFlaw(flaw: Flaw | undefined): string {
  if (flaw === undefined) return "";
  const subject = formatPath(flaw.subject);
  return subject === "" ? flaw.message : `${subject}: ${flaw.message}`;
}

/** Writes a path as `expected.facts[2]`. */
export function formatPath(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}

const german = z.locales.de().localeError;

const germanMessage: z.core.$ZodErrorMap = (issue) => ownMessage(issue) ?? german(issue);

/** What zod's own German says less plainly; absent where it is good enough. */
function ownMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type") {
    return issue.input === undefined ? "fehlt" : typeMessages[issue.expected];
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String).join(", ");
    return issue.values.length === 1 ? `muss ${values} sein` : `muss eines davon sein: ${values}`;
  }
  if (issue.code === "too_small") {
    const isNumber = issue.origin === "number" || issue.origin === "int";
    if (isNumber && issue.inclusive === false) return `muss größer als ${issue.minimum} sein`;
    return sizeMessage(issue.origin, "mindestens", issue.minimum);
  }
  if (issue.code === "too_big") return sizeMessage(issue.origin, "höchstens", issue.maximum);
  return undefined;
}

const typeMessages: Readonly<Record<string, string>> = {
  array: "muss eine Liste sein",
  object: "muss eine Gruppe von Angaben sein",
  record: "muss eine Gruppe von Angaben sein",
  string: "muss ein Text sein",
  number: "muss eine Zahl sein",
  int: "muss eine ganze Zahl sein",
  boolean: "muss ja oder nein sein (auch wahr oder falsch)",
};

function sizeMessage(
  origin: string,
  bound: "mindestens" | "höchstens",
  limit: number | bigint,
): string | undefined {
  if (origin === "string" && bound === "mindestens") {
    return limit > 1 ? `braucht mindestens ${limit} Zeichen` : "darf nicht leer sein";
  }
  if (origin === "string") return `darf ${bound} ${limit} Zeichen haben`;
  if (origin === "array")
    return `braucht ${bound} ${limit} ${limit === 1 ? "Eintrag" : "Einträge"}`;
  return origin === "number" || origin === "int" ? `muss ${bound} ${limit} sein` : undefined;
}

/** The branches of a union are alternatives; the first one's complaint is the readable one. */
function flawsOf(issue: z.core.$ZodIssue): Flaw[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      subject: path,
      message: `unbekannter Schlüssel „${key}“`,
    }));
  }
  if (issue.code === "invalid_union") {
    const closest = issue.errors.at(-1)?.[0];
    if (closest !== undefined) return [{ path, subject: path, message: closest.message }];
  }
  return [{ path, subject: path, message: issue.message }];
}
