import { describe, expect, test } from "vitest";
import {
  describeCount,
  describePace,
  describeProgress,
} from "../../../scripts/eval/describe-progress.ts";

const progress = {
  done: 9_000,
  total: 10_000,
  perMinute: 4_597.4,
  leftMs: 50 * 60_000,
  leftIsAtLeast: true,
};

describe("progress", () => {
  test("a line by itself says everything", () => {
    expect(describeProgress(progress, "0,12 €")).toBe(
      "9.000 von 10.000 Durchgängen · 4.597 je Minute · noch mindestens 50 min · 0,12 €",
    );
  });

  test("in lines of their own, count and pace fit behind a bar and into 80 columns", () => {
    expect(describeCount(progress)).toBe("9.000 von 10.000 Durchgängen");
    expect(describePace(progress, "")).toBe("4.597 je Minute · noch mindestens 50 min");
    const bar = `${"█".repeat(20)} 100 % · ${describeCount(progress)}`;
    expect(bar.length).toBeLessThanOrEqual(80);
  });

  test("at least nothing is unknown; the end has nothing left", () => {
    expect(describePace({ ...progress, leftMs: 0 }, "")).toContain("noch unbekannt");
    expect(describePace({ ...progress, leftMs: 0, leftIsAtLeast: false }, "")).toContain(
      "noch 0 s",
    );
    expect(describePace({ ...progress, done: 10_000 }, "")).not.toContain("noch");
  });
});
