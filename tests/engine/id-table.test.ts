import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeIdTable } from "../../engine/id-table.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

describe("makeIdTable", () => {
  it("numbers ids in the order they came, and knows them again after it has grown", () => {
    const table = makeIdTable();
    const ids = Array.from({ length: 5000 }, (_, index) => hashOf(String(index)));
    expect(ids.map((id) => table.add(id))).toEqual([...ids.keys()]);
    expect(ids.map((id) => table.find(id))).toEqual([...ids.keys()]);
    expect(ids.map((id) => table.add(id))).toEqual([...ids.keys()]);
    expect(table.find(hashOf("fremd"))).toBeUndefined();
  });

  it("tells ids apart that begin with the same digits", () => {
    const table = makeIdTable();
    const ids = Array.from({ length: 40 }, (_, index) => `${"0".repeat(62)}${index + 10}`);
    expect(ids.map((id) => table.add(id))).toEqual([...ids.keys()]);
    expect(ids.map((id) => table.find(id))).toEqual([...ids.keys()]);
  });

  it("takes any text that another program may have for an id", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (ids) => {
        const table = makeIdTable();
        expect(ids.map((id) => table.add(id))).toEqual([...ids.keys()]);
        expect(ids.map((id) => table.find(id))).toEqual([...ids.keys()]);
      }),
      { seed: 6 },
    );
  });
});
