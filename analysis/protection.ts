import { dataClassSchema } from "../core/data-class.ts";
import type { Protection } from "../core/findings-protection.ts";
import type { RunRecords } from "./run-records.ts";

/**
 * Data classes of the cases, per suite, the least sensitive first. Empty when the run does not hold
 * its cases: then nobody knows them.
 */
export function findProtection({ manifest, cases }: RunRecords): Protection[] {
  return manifest.suites.flatMap(({ name, cases: planned }) => {
    const ids = new Set(planned.map(({ id }) => id));
    const own = cases.filter(
      (line) => line.suite === name && (ids.size === 0 || ids.has(line.case.id)),
    );
    return dataClassSchema.options.flatMap((protection) => {
      const count = own.filter((line) => line.case.protection === protection).length;
      return count === 0 ? [] : [{ suite: name, protection, cases: count }];
    });
  });
}
