import { describe, expect, test } from "vitest";
import {
  decimal,
  duration,
  euro,
  megabytes,
  percent,
  percentRange,
  percentRangeInWords,
  pointInTime,
  points,
  pointsRange,
  probability,
} from "../../../reports/sentences/numbers.ts";

describe("numbers", () => {
  test.each([
    [0, "0\u00a0%"],
    [0.004, "unter\u00a01\u00a0%"],
    [0.625, "63\u00a0%"],
    [0.998, "über\u00a099\u00a0%"],
    [1, "100\u00a0%"],
  ])("share %d", (share, text) => {
    expect(percent(share)).toBe(text);
  });

  test("ranges of shares", () => {
    expect(percentRange(0.25, 0.577)).toBe("25–58\u00a0%");
    expect(percentRangeInWords(0.25, 0.577)).toBe("25\u00a0bis\u00a058\u00a0%");
    expect(percentRange(0.001, 0.2)).toBe("unter\u00a01\u00a0%\u00a0bis\u00a020\u00a0%");
  });

  test.each([
    [0.123, "+12"],
    [-0.08, "−8"],
    [0.003, "+0,3"],
    [-0.0004, "−0,04"],
    [0, "0"],
    [-0, "0"],
    [1e-15, "0"],
  ])("difference %d", (difference, text) => {
    expect(points(difference)).toBe(text);
  });

  test("a bound just off 0 does not look like 0", () => {
    expect(pointsRange(0.002, 0.31)).toBe("+0,2\u00a0bis\u00a0+31");
  });

  test("other quantities", () => {
    expect(decimal(1234.56)).toBe("1.234,6");
    expect(probability(0.0004)).toBe("unter\u00a00,001");
    expect(probability(0.05)).toBe("0,050");
    expect(duration(850)).toBe("850\u00a0ms");
    expect(duration(12_400)).toBe("12,4\u00a0s");
    expect(duration(200_000)).toBe("3\u00a0min 20\u00a0s");
    expect(duration(7_500_000)).toBe("2\u00a0h 5\u00a0min");
    expect(megabytes(1_187_000_000)).toBe("1.187\u00a0MB");
    expect(euro(0.004)).toBe("unter\u00a00,01\u00a0€");
    expect(euro(1.5)).toBe("1,50\u00a0€");
  });

  test("points in time, and what is none", () => {
    expect(pointInTime("2026-11-23T09:15:00.000Z")).toBe("23. November 2026 um 09:15 Uhr (UTC)");
    expect(pointInTime("unknown")).toBe("nicht angegeben");
    expect(pointInTime("gestern")).toBe("gestern");
  });
});
