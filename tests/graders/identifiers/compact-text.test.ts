import { expect, test } from "vitest";
import {
  compactText,
  formsIn,
  numberRule,
  valueRule,
} from "../../../graders/identifiers/compact-text.ts";

test("gaps inside a number go, other gaps become one blank", () => {
  expect(compactText("12 34-56.78/9\n0", numberRule).text).toBe("1234567890");
  expect(compactText("12, 34; 56", numberRule).text).toBe("12 34 56");
  expect(compactText("12 Personen 34", numberRule).text).toBe("12 34");
});

test("for values everything between letters and digits is a gap", () => {
  expect(compactText("Straße, 5 – a", valueRule).text).toBe("strasse5a");
});

test("Turkish letters i, with and without dot, are one letter", () => {
  expect(compactText("Iıİi i\u0307", valueRule).text).toBe("iiiii");
});

test("umlauts are written with e, other letters without their marks", () => {
  expect(compactText("Müller, Şahin; Wójcik", valueRule).text).toBe("muellersahinwojcik");
  const compact = compactText("Frau Özgür-Şen", valueRule);
  const at = compact.text.indexOf("sen");
  expect(compact.sourceSpan(at, at + 3)).toEqual({ start: 11, end: 14 });
});

test("a form begins and ends with a group, and its span is that of the source", () => {
  const source = "x12 345 678y 12 345";
  const compact = compactText(source, numberRule);
  const forms = formsIn(compact, /(?=(\d{5}))/gu);
  expect(forms.map(({ start, end }) => source.slice(start, end))).toEqual(["12 345"]);
});

test("overlapping forms are all there", () => {
  const forms = formsIn(compactText("12 34 56", numberRule), /(?=(\d{4}))/gu);
  expect(forms.map(({ value }) => value)).toEqual(["1234", "3456"]);
});
