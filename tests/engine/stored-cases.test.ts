import { inflateRawSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { caseSchema } from "../../core/case.ts";
import { caseHash, suiteHash } from "../../engine/identity.ts";
import { storeCases } from "../../engine/stored-cases.ts";
import { shippedSuites, suiteFolder } from "../../scripts/load-suites.ts";
import { readSuite } from "../../datasets/read-suite.ts";
import { sampleCase } from "../helpers/sample-suite.ts";

vi.mock("node:zlib", { spy: true });

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

  it("knows without unpacking that no case has a field, and finds one that a single case has", () => {
    const rare = sampleCase({ id: "fall-77", must: ["facts"] });
    const cases = Array.from({ length: 100 }, (_, index) =>
      index === 77 ? rare : sampleCase({ id: `fall-${index}` }),
    );
    const without = storeCases(cases.filter((graded) => graded !== rare));
    const unpack = vi.mocked(inflateRawSync);
    unpack.mockClear();
    expect(without.filter(({ must }) => must !== undefined)).toEqual([]);
    expect(unpack).not.toHaveBeenCalled();
    expect(storeCases(cases).flatMap(({ must, id }) => (must === undefined ? [] : id))).toEqual([
      "fall-77",
    ]);
  });

  it("keeps the bytes, not the case that went in", () => {
    const graded = sampleCase({ id: "fall-1" });
    const [back] = storeCases([graded]);
    expect(back?.input).toEqual(graded.input);
    expect(back?.input).not.toBe(graded.input);
  });
});
