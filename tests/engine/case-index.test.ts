import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexCases } from "../../engine/case-index.ts";
import { sampleCase } from "../helpers/sample-suite.ts";

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}(?:-[a-z0-9]{1,3})?$/u), {
  maxLength: 200,
});

describe("indexCases", () => {
  it("finds what a Map finds, and nothing else", () => {
    fc.assert(
      fc.property(ids, ids, (present, others) => {
        const cases = present.map((id) => sampleCase({ id }));
        const index = indexCases(cases);
        const map = new Map(cases.map((graded) => [graded.id, graded]));
        for (const id of [...present, ...others]) expect(index.get(id)).toBe(map.get(id));
      }),
      { seed: 6 },
    );
  });

  it("is empty for no cases", () => {
    expect(indexCases([]).get("a")).toBeUndefined();
  });
});
