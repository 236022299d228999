import { checkValue, describeFlaw, type Flaw } from "../core/messages.ts";
import { exitCodes, formatPlace, UserError, type Place } from "../core/user-error.ts";
import type { z } from "zod";

/** A value read from a file that knows where each of its parts stands. */
export interface LocatedValue {
  readonly value: unknown;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
  /** Of a list of cases: what a person calls the entry. */
  readonly entryName?: ((index: number) => string) | undefined;
  /** Of a table: what a person calls a part of an entry. */
  readonly partName?: ((index: number, path: readonly (string | number)[]) => string) | undefined;
}

/** Checks a located value against a schema; all flaws are reported at once, each with its place. */
export function checkLocated<Schema extends z.ZodType>(
  schema: Schema,
  located: LocatedValue,
): z.output<Schema> {
  const result = checkValue(schema, located.value);
  if (result.ok) return result.value;
  const lines = result.flaws
    .slice(0, mostFlaws)
    .map((flaw) => `${formatPlace(located.placeOf(flaw.path))}: ${describeIn(located, flaw)}`);
  const rest = result.flaws.length - lines.length;
  if (rest > 0) lines.push(`… und ${rest} weitere Stellen.`);
  throw new UserError(lines.join("\n"), {
    code: "invalid-data",
    exitCode: exitCodes.usage,
    nextStep:
      "Berichtigen Sie die genannten Stellen und starten Sie den Befehl erneut. Was erlaubt ist, steht in docs/schemas.",
  });
}

/** Flaws that are told one by one. */
const mostFlaws = 100;

/** Speaks of an entry of a list by its name: `Fall „hund“: source: fehlt`. */
function describeIn(located: LocatedValue, flaw: Flaw): string {
  const [index, ...rest] = flaw.subject;
  if (typeof index !== "number" || located.entryName === undefined) return describeFlaw(flaw);
  const part = located.partName?.(index, rest);
  const subject = part === undefined ? rest : [part].filter((name) => name !== "");
  return `${located.entryName(index)}: ${describeFlaw({ ...flaw, subject })}`;
}
