import { describe, expect, it } from "vitest";
import { caseSchema } from "../../core/case.ts";
import { caseHash, suiteHash } from "../../engine/identity.ts";
import { storeCases } from "../../engine/stored-cases.ts";
import { shippedSuites, suiteFolder } from "../../scripts/load-suites.ts";
import { readSuite } from "../../datasets/read-suite.ts";
import { sampleCase } from "../helpers/sample-suite.ts";

const fields = Object.keys(caseSchema.shape);

describe("storeCases", () => {
  it.each(shippedSuites())("gives every case of %s back, field by field", (name) => {
    const suite = readSuite(suiteFolder(name));
    const stored = storeCases(suite.cases);
    expect(stored).toHaveLength(suite.cases.length);
    for (const [index, graded] of suite.cases.entries()) {
      const back = stored[index] ?? sampleCase();
      expect(JSON.stringify(back)).toBe(JSON.stringify(graded));
      for (const field of fields as (keyof typeof graded)[]) {
        expect(back[field]).toEqual(graded[field]);
      }
      expect(caseHash(suite, back)).toBe(caseHash(suite, graded));
    }
    expect(suiteHash({ ...suite, cases: stored })).toBe(suiteHash(suite));
  });

  it("finds any case again, in any order, more of them than are unpacked at a time", () => {
    const count = 5000;
    const cases = Array.from({ length: count }, (_, index) => sampleCase({ id: `fall-${index}` }));
    const stored = storeCases(cases.values());
    for (let step = 0; step < count; step += 1) {
      const index = (step * 1777) % count;
      expect(stored[index]?.id).toBe(`fall-${index}`);
    }
  });

  it("keeps the bytes, not the case that went in", () => {
    const graded = sampleCase({ id: "fall-1" });
    const [back] = storeCases([graded]);
    expect(back?.input).toEqual(graded.input);
    expect(back?.input).not.toBe(graded.input);
  });
});
