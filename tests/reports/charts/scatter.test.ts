import { expect, test } from "vitest";
import { scatter } from "../../../reports/charts/scatter.ts";
import { upwardScale } from "../../../reports/charts/scale.ts";

test.each([
  [[0], 1],
  [[1000], 1000],
  [[1001], 1250],
  [[165_000, 122_000], 200_000],
  [[0.3], 0.3],
])("an axis over %j starts at 0 and holds every value in round steps", (values, high) => {
  const scale = upwardScale(values);
  expect(scale.low).toBe(0);
  expect(scale.ticks.length).toBeLessThanOrEqual(7);
  expect(scale.ticks.at(-1)).toBeCloseTo(scale.high);
  expect(scale.high).toBeGreaterThanOrEqual(Math.max(...values));
  if (high > 1) expect(scale.high).toBe(high);
});

test("a point stands where its numbers say, with its interval; rays end at the edge", () => {
  const axis = { ...upwardScale([100]), format: String };
  const point = {
    letter: "A",
    side: "left",
    x: 50,
    y: 25,
    low: 20,
    high: 40,
    inside: true,
  } as const;
  const { text } = scatter({
    points: [point],
    rays: [{ slope: 2, kind: "figure" }],
    x: axis,
    y: axis,
  });
  expect(text).toContain('x="50%" y="75%"');
  expect(text).toContain('y1="80%" y2="60%"');
  expect(text).toMatch(/plane__ray--figure"\s+x1="0%"\s+y1="100%"\s+x2="50%"\s+y2="0%"/u);
  expect(text).toContain('aria-hidden="true"');
});
