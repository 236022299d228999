import { checkValue, formatPath, type Flaw } from "../core/messages.ts";
import { exitCodes, formatPlace, UserError, type Place } from "../core/user-error.ts";
import type { z } from "zod";

/** A value read from a file that knows where each of its parts stands. */
export interface LocatedValue {
  readonly value: unknown;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/** A flaw together with its place in the file. */
export interface LocatedFlaw extends Flaw {
  readonly place: Place;
}

/** Checks a located value against a schema; all flaws are reported at once, each with its place. */
export function checkLocated<Schema extends z.ZodType>(
  schema: Schema,
  located: LocatedValue,
): z.output<Schema> {
  const result = checkValue(schema, located.value);
  if (result.ok) return result.value;
  throw flawError(result.flaws.map((flaw) => ({ ...flaw, place: located.placeOf(flaw.path) })));
}

/** One error that lists flaws, a line each: place, what, how it is wrong. */
export function flawError(flaws: readonly LocatedFlaw[]): UserError {
  const lines = flaws.map((flaw) => {
    const what = formatPath(flaw.path);
    return `${formatPlace(flaw.place)}: ${what === "" ? "" : `${what}: `}${flaw.message}`;
  });
  return new UserError(lines.join("\n"), {
    code: "invalid-data",
    exitCode: exitCodes.usage,
    nextStep:
      "Berichtigen Sie die genannten Stellen. Was erlaubt ist, steht in docs/schemas; „npm run check“ prüft erneut.",
  });
}
