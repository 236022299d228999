import { expect, test } from "vitest";
import { anchorsFor } from "../../analysis/anchors.ts";

test("a hash is shortened", () => {
  const hash = "0123456789abcdef".repeat(4);
  expect(anchorsFor([hash]).get(hash)).toBe("fall-0123456789abcdef");
});

test("any other id is kept whole, fit for an address, and unique", () => {
  const anchors = anchorsFor(["t/1", "t 1", "t-1", "Prüfung"]);
  expect([...anchors.values()].toSorted()).toEqual(
    ["fall-t-1", "fall-t-1.2", "fall-t-1.3", "fall-Pr-fung"].toSorted(),
  );
});
