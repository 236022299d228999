import fc from "fast-check";
import { expect, test } from "vitest";
import { followerAt } from "../../../graders/text/follower.ts";

test.each([
  ["Die Gebühr", "upper", "Die"],
  ["(„die Gebühr", "lower", "die"],
  ["37 Euro", "digit", ""],
  ["§ 3", "other", ""],
  ["www.amt.de", "other", "www"],
  ["post@amt.de", "other", "post"],
  ["", "other", ""],
])("%j", (text, kind, word) => {
  expect(followerAt(text, 0)).toEqual({ kind, word });
});

test("is the same as the patterns", () => {
  const unit = fc.constantFrom(
    ...Array.from("aÄß7²@.:/ (\n„"),
    "www.",
    "https:",
    "𐌰",
    "\ud800",
    "a".repeat(39),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const text = units.join("");
      const ahead = text.replace(/^[ \n(„]+/u, "");
      const word = /^\p{L}*/u.exec(ahead.slice(0, 40))?.[0] ?? "";
      const isAddress = /^(?:www\.|https?:|[^\s@]{1,60}@|[\p{L}\d-]{1,60}\.[\p{L}\d])/u.test(
        ahead.slice(0, 100),
      );
      const kind = /^\p{Ll}+$/u.test(word) ? (isAddress ? "other" : "lower") : "upper";
      const other = /^\p{N}/u.test(ahead) ? "digit" : "other";
      expect(followerAt(text, 0)).toEqual({ kind: word === "" ? other : kind, word });
    }),
    { numRuns: 1000 },
  );
});
