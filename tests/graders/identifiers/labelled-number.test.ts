import { describe, expect, test } from "vitest";
import { isDoctorNumber } from "../../../graders/identifiers/labelled-number.ts";
import { counted, hinted } from "./found.ts";

describe("isDoctorNumber", () => {
  test.each(["135790001", "246813901", "808172101"])("%s is valid", (digits) => {
    expect(isDoctorNumber(digits)).toBe(true);
  });
  test.each(["246813801", "13579000", "1357900011"])("%s is invalid", (digits) => {
    expect(isDoctorNumber(digits)).toBe(false);
  });
});

test.each([
  ["LANR: 135790001", "doctor-number 135790001"],
  ["lebenslange Arztnummer 135 790 001", "doctor-number 135790001"],
  ["BSNR 123456789", "practice-number 123456789"],
  ["Führerscheinnummer: B072RRE2I55", "driving-licence B072RRE2I55"],
  ["HRB 12345", "register-number HRB12345"],
])("finds %j", (text, found) => {
  expect(counted(text)).toEqual([found]);
});

test("without a label it is nothing", () => {
  const text = "Auftrag 135790001, Charge B072RRE2I55";
  expect([...counted(text), ...hinted(text)]).toEqual([]);
});
