import { expect, test } from "vitest";
import {
  cardCompositeDigit,
  isCardDateLine,
  isCardNumberLine,
  isPassportLine,
} from "../../../graders/identifiers/machine-readable-zone.ts";
import { counted, quoted } from "./found.ts";

const passport = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
const cardNumber = "IDD<<T220001293<<<<<<<<<<<<<<<";
const cardDates = "6408125<2010315D<<<<<<<<<<<<<4";
const cardName = "MUSTERMANN<<ERIKA<<<<<<<<<<<<<";

test("the specimens keep their check digits", () => {
  expect(isPassportLine(passport)).toBe(true);
  expect(isCardNumberLine(cardNumber)).toBe(true);
  expect(isCardDateLine(cardDates)).toBe(true);
  expect(cardCompositeDigit(cardNumber, cardDates)).toBe(4);
});

test.each([
  passport.replace("L8", "L9"),
  passport.replace("740812", "740813"),
  `${passport.slice(0, -1)}1`,
])("%s is no line of a passport", (line) => {
  expect(isPassportLine(line)).toBe(false);
});

test("finds the lines of a card and of a passport", () => {
  const zone = [cardNumber, cardDates, cardName];
  expect(quoted(`Rückseite:\n${zone.join("\n")}\nEnde`)).toEqual(zone);
  expect(counted(`P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n${passport}`)).toHaveLength(2);
  expect(counted(passport.toLowerCase())).toEqual([`machine-readable-zone ${passport}`]);
});

test("a wrong digit is no finding, nor is an arrow of a program", () => {
  expect(counted(cardDates.replace("6408125", "6408126"))).toEqual([]);
  expect(counted("a << b <<< 12 if (x<y) z<<3")).toEqual([]);
});
