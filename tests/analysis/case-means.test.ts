import { expect, test } from "vitest";
import { caseMeans } from "../../analysis/case-means.ts";

test("attempts first, then styles: a style with more attempts does not weigh more", () => {
  const rows = [
    { case: "b", variant: "untrained-kurz", value: 1 },
    { case: "b", variant: "untrained-kurz", value: 1 },
    { case: "b", variant: "untrained-kurz", value: 0 },
    { case: "b", variant: "untrained-vage", value: 0 },
    { case: "a", variant: "trained", value: 1 },
  ];
  const means = caseMeans(rows, ({ value }) => value);
  expect([...means.keys()]).toEqual(["a", "b"]);
  expect(means.get("b")).toEqual({ value: 1 / 3, count: 4 });
});

test("rows without a value, and cases without any, are left out", () => {
  const rows = [
    { case: "a", variant: "v", value: undefined },
    { case: "b", variant: "v", value: undefined },
    { case: "b", variant: "v", value: 0.5 },
  ];
  expect([...caseMeans(rows, ({ value }) => value)]).toEqual([["b", { value: 0.5, count: 1 }]]);
});

test("the versions of a template are one unit", () => {
  const rows = [
    { case: "paar-a", unit: "paar", variant: "v", value: 1 },
    { case: "paar-b", unit: "paar", variant: "v", value: 0 },
  ];
  expect([...caseMeans(rows, ({ value }) => value)]).toEqual([["paar", { value: 0.5, count: 2 }]]);
});
