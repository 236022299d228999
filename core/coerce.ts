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

/** A yes/no value: `true`, `false`, or the words `true`, `false`, `ja`, `nein`. */
export function flag() {
  return z.union([z.boolean(), flagText]).pipe(z.boolean());
}

const decimalText = z
  .string()
  .trim()
  .regex(/^-?\d+(?:[.,]\d+)?$/u, { error: "ist keine Zahl" })
  .transform((text) => Number(text.replace(",", ".")));

const flagText = z
  .enum(["true", "false", "ja", "nein"], { error: "muss true, false, ja oder nein sein" })
  .transform((text) => text === "true" || text === "ja");
