import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { exitCodes, UserError } from "../../../core/user-error.ts";
import { programFolder } from "../../folders.ts";

const typesSchema = z.array(
  z.strictObject({
    /** Judged without any model; with a named judge; code that is run; not here, with the reason. */
    kind: z.enum(["plain", "judge", "code", "refused"]),
    types: z.array(z.string()),
    packages: z.array(z.string()).default([]),
    reason: z.string().optional(),
  }),
);

/** What is known of a type of assertion. */
export type AssertionType = Omit<z.infer<typeof typesSchema>[number], "types">;

let known: ReadonlyMap<string, AssertionType> | undefined;

/** The types of promptfoo by name, read when the first grader `promptfoo:…` is named. */
export function assertionTypes(): ReadonlyMap<string, AssertionType> {
  known ??= readTypes(join(programFolder, "bridges", "promptfoo", "assertion-types.json"));
  return known;
}

/** `not-contains` is `contains` with the answer turned round. */
export function baseType(type: string): string {
  return type.startsWith("not-") ? type.slice("not-".length) : type;
}

function readTypes(file: string): ReadonlyMap<string, AssertionType> {
  if (!existsSync(file)) {
    throw new UserError("Für Grader von promptfoo fehlt der Ordner „bridges“ des Programms.", {
      code: "no-bridges",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep: "Spielen Sie das Programm vollständig ein, oder nehmen Sie eigene Grader.",
    });
  }
  const groups = typesSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return new Map(
    groups.flatMap(({ types, ...type }) => types.map((name) => [name, type] as const)),
  );
}
