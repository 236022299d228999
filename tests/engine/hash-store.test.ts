import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeHashStore } from "../../engine/hash-store.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

describe("makeHashStore", () => {
  test("gives back every hash unchanged, over the edges of its buffers", () => {
    const store = makeHashStore();
    const hashes = Array.from({ length: 2049 }, (_, index) => hashOf(String(index)));
    const places = hashes.map((hash) => store.add(hash));
    expect(places.map((place) => store.at(place))).toEqual(hashes);
  });

  test.each(["", "abc", "g".repeat(64), "a".repeat(63), "a".repeat(66)])(
    "refuses %j, which is no hash",
    (text) => {
      expect(() => makeHashStore().add(text)).toThrow(RangeError);
    },
  );

  test("knows no place that was not given", () => {
    const store = makeHashStore();
    store.add(hashOf("a"));
    expect(() => store.at(1)).toThrow(RangeError);
  });
});
