import { expect, test } from "vitest";
import { counted, hinted } from "./found.ts";

test.each([
  ["Steuernummer: 181/815/08155", "18181508155"],
  ["St.-Nr. 21/815/08150", "2181508150"],
  ["Ihre Steuernummer lautet 93815/08152.", "9381508152"],
  ["Steuer-Nr.: 2893081508152", "2893081508152"],
  ["Steuernummer\n013 815 08153", "01381508153"],
])("finds %j", (text, value) => {
  expect(counted(text)).toEqual([`tax-number ${value}`]);
});

test("the form alone is a hint", () => {
  expect(hinted("siehe 181/815/08155")).toEqual(["tax-number 18181508155"]);
});

test.each(["Steuernummer folgt. Bestellung 1234567890", "Steuernummer 12345", "Seiten 12/345"])(
  "%j holds none",
  (text) => {
    expect(counted(text)).toEqual([]);
  },
);
