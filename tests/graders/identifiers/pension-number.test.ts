import { describe, expect, test } from "vitest";
import { isPensionNumber } from "../../../graders/identifiers/pension-number.ts";
import { counted, hinted } from "./found.ts";

describe("isPensionNumber", () => {
  test.each([
    "15070649C103",
    "65170839J003",
    "10010490A443",
    "13020281W025",
    "53010190Z522",
    "42150765K007",
    // Day + 50, for exhausted serials.
    "15570649C104",
  ])("%s is valid", (text) => {
    expect(isPensionNumber(text)).toBe(true);
  });
  test.each([
    ["15070649C102", "check digit"],
    ["15071349C103", "month 13"],
    ["01070649C103", "area 01"],
    ["15071349C107", "month 13, check digit right"],
    ["01070649C107", "area 01, check digit right"],
    ["22150765K003", "area 22, check digit right"],
    ["62120385M122", "area 62, check digit right"],
    ["15420649C104", "day 42, check digit right"],
  ])("%s is invalid: %s", (text) => {
    expect(isPensionNumber(text)).toBe(false);
  });
});

test.each([
  "15070649C103",
  "15 070649 C 103",
  "15 070649 c103",
  "15-070649-C-103",
  "15.070649.C.103",
  "Rentenversicherungsnummer:\n15 070649 C 103",
])("finds %j", (text) => {
  expect(counted(text)).toEqual(["pension-number 15070649C103"]);
});

test("the form without right digit is a hint, with a label it counts", () => {
  expect(hinted("Charge 15070649C102")).toEqual(["pension-number 15070649C102"]);
  expect(counted("SV-Nummer 15070649C102")).toEqual(["pension-number 15070649C102"]);
});
