import fc from "fast-check";
import { expect, test } from "vitest";
import type { Value } from "../../../graders/text/value.ts";
import { addFoundKeys, mostKeys, wantedKey } from "../../../graders/text/values-keys.ts";
import { sameValue } from "../../../graders/text/values-same.ts";
import { readValues } from "../../../graders/text/values.ts";

const few = fc.constantFrom("0", "1", "2", "3", "12", "16", "24", "192", "0,5", "1.234,56", "2026");
const units = fc.constantFrom(
  ..."Euro,Cent,%,Grad,Jahre,Monate,Wochen,Tage,Werktage,Arbeitstage,km,m²,Uhr,Stunden,,KW".split(
    ",",
  ),
);
const written = fc.oneof(
  fc
    .tuple(fc.constantFrom("", "-", "minus "), few, units)
    .map(([sign, n, unit]) => `${sign}${n} ${unit}`),
  fc.constantFrom(
    ..."1. März 2026|1. März|März 2026|01.03.2025|12:00|§ 3 Abs. 2 VwVfG|§ 3 VwVfG|§ 3 Satz 1 Abs. 2 VwVfG|§ 12|0341 12345|3.2.1|zwölf".split(
      "|",
    ),
  ),
);
const value = written
  .map((text) => readValues(`bis ${text} gilt`)[0])
  .filter((one) => one !== undefined);

function foundKeys(found: Value): number[] {
  const keys: number[] = [];
  addFoundKeys(found, keys);
  expect(keys).toHaveLength(mostKeys);
  return keys;
}

test("what says the same has a key in common", () => {
  fc.assert(
    fc.property(value, value, (wanted, found) => {
      fc.pre(sameValue(wanted, found));
      expect(foundKeys(found)).toContain(wantedKey(wanted));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["37 Euro", "38 Euro"],
  ["37 Euro", "37 %"],
  ["1. März 2026", "2. März 2026"],
  ["März 2026", "1. April 2026"],
  ["2026", "1. März 2025"],
  ["12:00 Uhr", "12:30 Uhr"],
  ["§ 3 VwVfG", "§ 4 VwVfG"],
  ["0341 12345", "0341 12346"],
])("%s and %s have none", (wanted, found) => {
  const [one, other] = [wanted, found].map((text) => readValues(text)[0]);
  if (one === undefined || other === undefined) throw new Error("a value is not read");
  expect(foundKeys(other)).not.toContain(wantedKey(one));
});

test("equal numbers of equal units are equal spellings", () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      fc.pre(one.kind === other.kind && one.amount !== 0 && Number.isFinite(one.amount));
      const isEqual = one.amount === other.amount && one.unit === other.unit;
      expect(one.canonical === other.canonical).toBe(isEqual);
    }),
    { numRuns: 3000 },
  );
});
