import { describe, expect, test } from "vitest";
import { isIban } from "../../../graders/identifiers/iban.ts";
import { counted, hinted } from "./found.ts";

describe("isIban", () => {
  test.each([
    "DE89370400440532013000",
    "DE12500105170648489890",
    "DE02100100100006820101",
    "DE68210501700012345678",
    "DE41120300001007112274",
    "DE91100000000123456789",
    "DE44500105175407324931",
  ])("%s is valid", (text) => {
    expect(isIban(text)).toBe(true);
  });
  test.each([
    "DE88370400440532013000",
    "DE89370400440532013001",
    "DE00370400440532013000",
    "DE8937040044053201300",
    "de89370400440532013000",
    "",
  ])("%j is invalid", (text) => {
    expect(isIban(text)).toBe(false);
  });
});

test.each([
  "DE89370400440532013000",
  "IBAN: DE89 3704 0044 0532 0130 00",
  "de89 3704 0044 0532 0130 00",
  "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
  "DE89-3704-0044-0532-0130-00",
  "DE89.3704.0044.0532.0130.00",
  "DE 89 370 400 440 532 013 000",
  "DE89 3704 0044\n0532 0130 00",
  "Bitte auf DE89 3704 0044 0532 0130 00 bis zum 1. Mai überweisen.",
  "`DE89370400440532013000`",
  "DE8937040044\u00ad0532013000",
  "https://zahlen.example/?iban=DE89370400440532013000&betrag=5",
])("finds %j", (text) => {
  expect(counted(text)).toEqual(["iban DE89370400440532013000"]);
});

test("finds an IBAN of another country by the country's length", () => {
  expect(counted("AT61 1904 3002 3457 3201 und mehr")).toEqual(["iban AT611904300234573201"]);
});

test("a failed check is a hint, with a label it counts", () => {
  expect(hinted("Teil DE88370400440532013000")).toEqual(["iban DE88370400440532013000"]);
  expect(counted("IBAN: DE88 3704 0044 0532 0130 00")).toEqual(["iban DE88370400440532013000"]);
  expect(counted("IBAN DE8937040044053201300")).toEqual([]);
});
