import { describe, expect, test } from "vitest";
import { describeBar, describeProgress } from "../../../scripts/eval/describe-progress.ts";

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

  test("behind a bar it fits into 80 columns", () => {
    const text = describeBar(progress, "10,50 €");
    expect(text).toBe("9.000 von 10.000 · 4.597/min · noch mind. 50 min · 10,50 €");
    expect("██████████ 100 % · ".length + text.length).toBeLessThanOrEqual(80);
  });

  test("at least nothing is unknown; the end has nothing left", () => {
    expect(describeBar({ ...progress, leftMs: 0 }, "")).toContain("noch unbekannt");
    expect(describeBar({ ...progress, leftMs: 0, leftIsAtLeast: false }, "")).toContain("noch 0 s");
    expect(describeBar({ ...progress, done: 10_000 }, "")).not.toContain("noch");
  });
});
