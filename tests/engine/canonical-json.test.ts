import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, canonicalPieces } from "../../engine/canonical-json.ts";

/** The same by the language's own means: objects are sorted while they are written. */
function bySorting(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const values = fc.anything({
  withDate: true,
  withNullPrototype: true,
  key: fc.oneof(fc.string(), fc.integer({ min: 0 }).map(String), fc.constantFrom("a", "ä", "-1")),
});

describe("canonicalJson", () => {
  it("is what sorting every object and writing it gives", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalJson({ value })).toBe(bySorting({ value }));
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it("does not depend on the order of the keys", () => {
    expect(canonicalJson({ b: 1, a: [{ d: 2, c: undefined }] })).toBe('{"a":[{"d":2}],"b":1}');
  });
});

describe("canonicalPieces", () => {
  it("gives the same text, item by item", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (list, other) => {
        const value = { zuletzt: other, list, first: other };
        const pieces = [...canonicalPieces(value, "list")];
        expect(pieces.join("")).toBe(canonicalJson(value));
        expect(pieces).toHaveLength(list.length + 2);
      }),
      { seed: 6 },
    );
  });
});
