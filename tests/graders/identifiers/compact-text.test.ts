import { expect, test } from "vitest";
import { valueText } from "../../../graders/identifiers/compact-text.ts";

test("for values everything between letters and digits is a gap", () => {
  expect(valueText("Straße, 5 – a").text).toBe("strasse5a");
});

test("Turkish letters i, with and without dot, are one letter", () => {
  expect(valueText("Iıİi i\u0307").text).toBe("iiiii");
});

test("umlauts are written with e, other letters without their marks", () => {
  expect(valueText("Müller, Şahin; Wójcik").text).toBe("muellersahinwojcik");
  const compact = valueText("Frau Özgür-Şen");
  const at = compact.text.indexOf("sen");
  expect(compact.sourceSpan(at, at + 3)).toEqual({ start: 11, end: 14 });
});

test("letters that become three units have their places too", () => {
  const text = "\ufb2c".repeat(3000);
  const compact = valueText(text);
  expect(compact.text).toHaveLength(9000);
  expect(compact.sourceSpan(8999, 9000)).toEqual({ start: 2999, end: 3000 });
});

test("the Greek letter s at the end of a word is the one within words", () => {
  expect(valueText("ΟΔΟΣ οδος").text).toBe("οδοσοδοσ");
});

test("letters of two units and marks belong to a group", () => {
  const source = "\u{1d400}\u0301x \u{1f600}y";
  const compact = valueText(source);
  expect(compact.text).toBe("\u{1d400}xy");
  expect([0, 2, 3].map((at) => compact.isBorder(at))).toEqual([true, false, true]);
  expect(compact.sourceSpan(0, 2)).toEqual({ start: 0, end: 2 });
  expect(compact.sourceSpan(3, 4)).toEqual({ start: 7, end: 8 });
});

test("spans of the source end behind a letter that became two", () => {
  expect(valueText("Maß, x").sourceSpan(0, 4)).toEqual({ start: 0, end: 3 });
});

test("long texts are put together in pieces", () => {
  const text = "abcde ".repeat(5000);
  expect(valueText(text).text).toBe(text.replaceAll(" ", ""));
  expect(valueText(text).sourceSpan(24_998, 25_000)).toEqual({ start: 29_997, end: 29_999 });
});
