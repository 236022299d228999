import { describe, expect, test } from "vitest";
import { isVatId } from "../../../graders/identifiers/vat-id.ts";
import { counted, hinted } from "./found.ts";

describe("isVatId", () => {
  test.each(["DE136695976", "DE811128135", "DE293847560", "DE405060701"])("%s is valid", (text) => {
    expect(isVatId(text)).toBe(true);
  });
  test.each([
    "DE136695978",
    "DE293847561",
    "DE405060700",
    "DE012345679",
    "AT136695976",
    "DE13669597",
  ])("%s is invalid", (text) => {
    expect(isVatId(text)).toBe(false);
  });
});

test.each(["DE136695976", "de 136 695 976", "DE-136.695.976", "(DE 136695976)"])(
  "finds %j",
  (text) => {
    expect(counted(text)).toEqual(["vat-id DE136695976"]);
  },
);

test("a failed check is a hint, with a label it counts", () => {
  expect(hinted("Artikel DE136695978")).toEqual(["vat-id DE136695978"]);
  expect(counted("USt-IdNr.: DE136695978")).toEqual(["vat-id DE136695978"]);
});
