import { describe, expect, test } from "vitest";
import { estimateTime, formatTime, totalTime } from "../../../scripts/eval/estimate-time.ts";
import { stubDescription } from "../../helpers/stub-model.ts";

const load = { calls: 600, inputTokens: 60_000, outputTokens: 240_000 };
const measured = { msPerTrial: 500, trials: 40, run: "2026-11-28-quick" };

describe("estimateTime", () => {
  test("without a limit and without an earlier run nothing is known", () => {
    const time = estimateTime({ model: stubDescription(), ...load }, undefined);
    expect(time.minutes).toBeUndefined();
    expect(formatTime(time)).toBe("unbekannt");
    expect(time.basis).toContain("unbekannt");
  });

  test("a limit per minute is a lower bound, the tighter one counts, and it is named", () => {
    const model = stubDescription({ limits: { requestsPerMinute: 60, tokensPerMinute: 20_000 } });
    const time = estimateTime({ model, ...load }, undefined);
    expect(time).toMatchObject({ minutes: 15, isAtLeast: true });
    expect(time.basis).toContain("20.000 Token je Minute");
    expect(formatTime(time)).toBe("mindestens 15 min");
  });

  test("a measured pace counts unless a limit is slower, and says where it was measured", () => {
    const free = estimateTime({ model: stubDescription(), ...load }, measured);
    expect(free).toMatchObject({ minutes: 5, isAtLeast: false });
    expect(free.basis).toContain(
      "Dauer gemessen im Lauf 2026-11-28-quick: 0,5 s je Durchgang bei 40 Durchgängen",
    );
    const model = stubDescription({ limits: { requestsPerMinute: 60 } });
    expect(estimateTime({ model, ...load }, measured)).toMatchObject({
      minutes: 10,
      isAtLeast: false,
    });
  });
});

describe("totalTime", () => {
  const models = [
    stubDescription({ id: "llama:a", way: "llama" }),
    stubDescription({ id: "llama:b", way: "llama" }),
    stubDescription({ id: "compatible:c" }),
  ];
  const exact = (minutes: number) => ({ minutes, isAtLeast: false, basis: "" });

  test("embedded models follow one another, endpoints run beside them", () => {
    const times = new Map([
      ["llama:a", exact(4)],
      ["llama:b", exact(3)],
      ["compatible:c", exact(5)],
    ]);
    expect(totalTime(models, times)).toEqual({ minutes: 7, isAtLeast: false });
  });

  test("an unknown part makes it a lower bound, and unknown when nothing else is known", () => {
    const unknown = { isAtLeast: false, basis: "" };
    const times = new Map([
      ["llama:a", exact(4)],
      ["llama:b", unknown],
      ["compatible:c", unknown],
    ]);
    expect(formatTime(totalTime(models, times))).toBe("mindestens 4 min");
    expect(formatTime(totalTime(models, new Map()))).toBe("unbekannt");
  });
});

test("writes hours from an hour on", () => {
  expect([0.2, 59.5, 60, 125].map((minutes) => formatTime({ minutes, isAtLeast: false }))).toEqual([
    "unter 1 min",
    "1 h 0 min",
    "1 h 0 min",
    "2 h 5 min",
  ]);
});
