import { expect, test } from "vitest";
import { z } from "zod";
import { flag, integer, number } from "../../core/coerce.ts";
import { checkValue, formatPath } from "../../core/messages.ts";

const schema = z.strictObject({
  name: z.string().min(1),
  share: number().optional(),
  count: integer().optional(),
  yes: flag().optional(),
  reason: z.string().min(10).optional(),
});

test.each([
  [{}, "name", "fehlt"],
  [{ name: "" }, "name", "darf nicht leer sein"],
  [{ name: "a", farbe: 1 }, "farbe", "unbekannter Schlüssel „farbe“"],
  [{ name: "a", reason: "kurz" }, "reason", "braucht mindestens 10 Zeichen"],
  [{ name: "a", share: "viel" }, "share", "ist keine Zahl"],
  [{ name: "a", yes: "vielleicht" }, "yes", "muss ja oder nein sein (auch wahr oder falsch)"],
])("says in German what is wrong with %j", (value, path, message) => {
  const result = checkValue(schema, value);
  expect(
    result.ok ? [] : result.flaws.map((flaw) => [formatPath(flaw.path), flaw.message]),
  ).toEqual([[path, message]]);
});

test("reads scalars from files without types", () => {
  const result = checkValue(schema, { name: "a", share: "0,8", count: "12", yes: "ja" });
  expect(result).toEqual({ ok: true, value: { name: "a", share: 0.8, count: 12, yes: true } });
});

test("formats paths", () => {
  expect(formatPath([0, "expected", "facts", 2])).toBe("[0].expected.facts[2]");
});
