import { describe, expect, test } from "vitest";
import { z } from "zod";
import { flag, isoDate } from "../../core/coerce.ts";
import { checkValue } from "../../core/messages.ts";

const schema = z.strictObject({ day: isoDate("2026-10-01").optional(), yes: flag().optional() });

function messageOf(value: unknown): string | undefined {
  const result = checkValue(schema, value);
  return result.ok ? undefined : result.flaws[0]?.message;
}

describe("isoDate", () => {
  test.each([
    ["2026-10-01", "2026-10-01"],
    ["01.10.2026", "2026-10-01"],
    ["1.10.2026", "2026-10-01"],
    [" 1. 7. 2026 ", "2026-07-01"],
    ["29.2.2028", "2028-02-29"],
  ])("reads %j as %s", (day, iso) => {
    expect(checkValue(schema, { day })).toEqual({ ok: true, value: { day: iso } });
  });

  test.each([
    ["gestern", "muss ein Datum wie 2026-10-01 oder 01.10.2026 sein"],
    ["1.10.26", "muss ein Datum wie 2026-10-01 oder 01.10.2026 sein"],
    ["31.2.2026", "den Tag „31.2.2026“ gibt es nicht"],
    ["2026-02-30", "den Tag „2026-02-30“ gibt es nicht"],
  ])("says of %j: %s", (day, message) => {
    expect(messageOf({ day })).toBe(message);
  });
});

test.each([
  ["ja", true],
  ["Wahr", true],
  ["nein", false],
  ["FALSCH", false],
  ["true", true],
  [false, false],
])("reads %j as %j", (yes, value) => {
  expect(checkValue(schema, { yes })).toEqual({ ok: true, value: { yes: value } });
});

test.each(["vielleicht", 1])("says of %j what is possible", (yes) => {
  expect(messageOf({ yes })).toBe("muss ja oder nein sein (auch wahr oder falsch)");
});
