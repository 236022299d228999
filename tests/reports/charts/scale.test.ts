import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceScale, extent, position, shareScale } from "../../../reports/charts/scale.ts";

const seed = 20_261_123;

describe("scale", () => {
  test("positions on the axis of a share", () => {
    expect(position(0, shareScale)).toBe("0%");
    expect(position(0.625, shareScale)).toBe("62.5%");
    expect(position(2, shareScale)).toBe("100%");
  });

  test("the axis of differences is round and holds 0", () => {
    expect(differenceScale([-0.22, 0.4]).ticks).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
    expect(differenceScale([0.1, 0.18])).toMatchObject({ low: 0, high: 0.2 });
    expect(differenceScale([])).toMatchObject({ low: 0, high: 0.02 });
  });

  test("every value lies on the axis, and the ticks stay readable", () => {
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), (values) => {
        const scale = differenceScale(values);
        expect(scale.low).toBeLessThanOrEqual(Math.min(0, ...values));
        expect(scale.high).toBeGreaterThanOrEqual(Math.max(0, ...values) - 1e-9);
        expect(scale.ticks.length).toBeGreaterThan(1);
        expect(scale.ticks.length).toBeLessThan(8);
      }),
      { seed },
    );
  });

  test("extent of a bar", () => {
    expect(extent(0, -0.1, differenceScale([-0.4, 0.4]))).toBe("12.5%");
  });
});
