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

/** A yes/no value: a boolean, or the words `ja`, `nein`, `wahr`, `falsch`, `true`, `false`. */
export function flag() {
  return z.union([z.boolean(), flagText]).pipe(z.boolean());
}

/** A day as ISO 8601; `31.12.2026` and `1.7.2026`, as German Excel writes them, are read too. */
export function isoDate(example: string) {
  const [year, month, day] = example.split("-");
  return z
    .string()
    .trim()
    .transform((text, context) => {
      const iso = text.replace(germanDay, (_all, ...[date, monthOfYear, full]: string[]) =>
        [full, monthOfYear?.padStart(2, "0"), date?.padStart(2, "0")].join("-"),
      );
      if (realDay.safeParse(iso).success) return iso;
      const message = /^\d{4}-\d{2}-\d{2}$/u.test(iso)
        ? `den Tag „${text}“ gibt es nicht`
        : `muss ein Datum wie ${example} oder ${day}.${month}.${year} sein`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}

const realDay = z.iso.date();
const germanDay = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u;

/** Speaks of the value that is meant where something else than text stands. */
function textFor(message: string) {
  return z.string({ error: ({ input }) => (input === undefined ? "fehlt" : message) });
}

const decimalText = textFor("ist keine Zahl")
  .trim()
  .regex(/^-?\d+(?:[.,]\d+)?$/u, { error: "ist keine Zahl" })
  .transform((text) => Number(text.replace(",", ".")));

const yesOrNo = "muss ja oder nein sein (auch wahr oder falsch)";
const yes: ReadonlySet<string> = new Set(["true", "wahr", "ja"]);
const no: ReadonlySet<string> = new Set(["false", "falsch", "nein"]);

const flagText = textFor(yesOrNo)
  .trim()
  .toLowerCase()
  .refine((text) => yes.has(text) || no.has(text), {
    error: yesOrNo,
  })
  .transform((text) => yes.has(text));
