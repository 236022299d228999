import { describe, expect, test } from "vitest";
import { isHealthInsuranceNumber } from "../../../graders/identifiers/health-insurance-number.ts";
import { counted, hinted } from "./found.ts";

describe("isHealthInsuranceNumber", () => {
  test.each(["T024881870", "X110435676", "K482507192", "Y908172635", "J100000002", "H735192846"])(
    "%s is valid",
    (text) => {
      expect(isHealthInsuranceNumber(text)).toBe(true);
    },
  );
  test.each(["K482507190", "X110435675", "t024881870", "T02488187", "0024881870"])(
    "%s is invalid",
    (text) => {
      expect(isHealthInsuranceNumber(text)).toBe(false);
    },
  );
});

test.each([
  "Versichertennummer T024881870",
  "KVNR: t 024 881 870",
  "Ihre Krankenkasse führt Sie unter T024881870.",
  "Sie sind bei der AOK unter T024881870 versichert.",
  "T 024881870 (AOK)",
  "Gesundheitskarte T\u00a0024881870",
  "Krankenversichertennummer T0248818701015755194",
])("finds %j", (text) => {
  expect(counted(text)).toEqual(["health-insurance-number T024881870"]);
});

test("without a cue a right number is a hint", () => {
  expect(hinted("Auftrag T024881870")).toContain("health-insurance-number T024881870");
  expect(counted("Auftrag T024881870")).toEqual([]);
});

test("a wrong number counts only with a label", () => {
  expect(counted("Versichertennummer: K482507190")).toEqual(["health-insurance-number K482507190"]);
  expect(counted("Die Krankenkasse hat den Auftrag Nr. 5 zu B482507190.")).toEqual([]);
});
