import { expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { buildRun, series } from "./build-run.ts";

function detectable(a: number, b: number, of: number) {
  const trials = [
    ...series({ model: "a" }, { passed: a, of }),
    ...series({ model: "b" }, { passed: b, of }),
  ];
  const { detectable: rows } = analyse(buildRun({ trials })).findings;
  return rows.find(({ kind }) => kind === "model");
}

test("what was found needs no further cases; the run says what else it could have seen", () => {
  const row = detectable(30, 10, 40);
  expect(row).toMatchObject({ a: "a", b: "b", n: 40 });
  expect(row?.smallest).toBeGreaterThan(0.1);
  expect(row?.casesNeeded).toBeUndefined();
});

test("what was not found would have needed so many", () => {
  const row = detectable(22, 20, 40);
  expect(row?.smallest).toBeGreaterThan(0.05);
  expect(row?.casesNeeded).toBeGreaterThan(40);
});

test("five cases could not have shown anything: the number is absent", () => {
  expect(detectable(5, 0, 5)).toMatchObject({ n: 5 });
  expect(detectable(5, 0, 5)?.smallest).toBeUndefined();
});

test("without variance nothing is said about cases needed", () => {
  expect(detectable(20, 20, 40)?.casesNeeded).toBeUndefined();
});

test("intervals are checked against the clustered standard error", () => {
  const trials = ["a", "b"].flatMap((model, at) =>
    ["x", "y"].flatMap((suite) => series({ model, suite }, { passed: 12 + 6 * at, of: 30 })),
  );
  const { intervalCheck } = analyse(buildRun({ trials })).findings;
  expect(intervalCheck?.rows).toBeGreaterThan(3);
  expect(intervalCheck?.deviating).toBe(0);
});
