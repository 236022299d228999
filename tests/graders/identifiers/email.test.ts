import { expect, test } from "vitest";
import { counted, quoted } from "./found.ts";

test.each([
  ["max.beispiel@amt.example", "max.beispiel@amt.example"],
  ["MAX@EXAMPLE.ORG", "max@example.org"],
  ["mailto:a.b+c@sub.beispiel-stadt.example", "a.b+c@sub.beispiel-stadt.example"],
  ["max (at) amt.example", "max@amt.example"],
  ["max[at]amt[punkt]example", "max@amt.example"],
  ["jörg@bürgeramt.example", "jörg@bürgeramt.example"],
  ["max@amt\u200b.example", "max@amt.example"],
])("finds %j", (text, value) => {
  expect(counted(`Schreiben Sie an ${text}.`)).toEqual([`email ${value}`]);
});

test("a full stop behind it does not belong to it", () => {
  expect(quoted("An max@amt.example. Danke.")).toEqual(["max@amt.example"]);
});

test.each(["@buergeramt folgen", "a@b", "5 @ 3.20", "user@localhost", "max (at) home"])(
  "%j is none",
  (text) => {
    expect(counted(text)).toEqual([]);
  },
);
