import { z } from "zod";

/**
 * Scalars as they come from files without types (YAML failsafe, CSV: every scalar is text) and
 * from JSON (real numbers and booleans). The parsed value always has the real type.
 */

/** A finite number; text such as `0.8` or `0,8` is read as a number. */
export function number() {
  return z.union([z.number(), decimalText]).pipe(z.number());
}

/** A whole number; text such as `12` is read as a number. */
export function integer() {
  return z.union([z.number(), decimalText]).pipe(z.int());
}

/** A yes/no value: `true`, `false`, or the words `true`, `false`, `wahr`, `falsch`, `ja`, `nein`. */
export function flag() {
  return z.union([z.boolean(), flagText]).pipe(z.boolean());
}

/** A day as ISO 8601; `31.12.2026`, as German Excel writes it, is read too. */
export function isoDate(example: string) {
  return z
    .string()
    .trim()
    .transform((text) => text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/u, "$3-$2-$1"))
    .pipe(z.iso.date({ error: `muss ein Datum wie ${example} sein` }));
}

const decimalText = z
  .string()
  .trim()
  .regex(/^-?\d+(?:[.,]\d+)?$/u, { error: "ist keine Zahl" })
  .transform((text) => Number(text.replace(",", ".")));

const yes: ReadonlySet<string> = new Set(["true", "wahr", "ja"]);
const no: ReadonlySet<string> = new Set(["false", "falsch", "nein"]);

const flagText = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => yes.has(text) || no.has(text), {
    error: "muss true, false, ja oder nein sein",
  })
  .transform((text) => yes.has(text));
