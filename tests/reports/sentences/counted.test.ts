import { describe, expect, test } from "vitest";
import { counted, listed } from "../../../reports/sentences/counted.ts";
import { percentagePoints } from "../../../reports/sentences/measured.ts";
import { plain } from "../../helpers/sentence-rows.ts";

describe("agreement of number and case", () => {
  test.each([
    [0, "0 Fälle", "0 Fällen"],
    [1, "1 Fall", "1 Fall"],
    [2, "2 Fälle", "2 Fällen"],
    [1.5, "1,5 Fälle", "1,5 Fällen"],
  ])("%d", (count, nominative, dative) => {
    expect(plain(counted(count, "case"))).toBe(nominative);
    expect(plain(counted(count, "case", "dative"))).toBe(dative);
  });

  test("lists", () => {
    expect(listed([])).toBe("");
    expect(listed(["A"])).toBe("A");
    expect(listed(["A", "B"])).toBe("A und B");
    expect(listed(["A", "B", "C"])).toBe("A, B und C");
  });

  test("percentage points", () => {
    expect(plain(percentagePoints(0.01))).toBe("+1 Prozentpunkt");
    expect(plain(percentagePoints(-0.01))).toBe("−1 Prozentpunkt");
    expect(plain(percentagePoints(0))).toBe("0 Prozentpunkte");
  });
});
