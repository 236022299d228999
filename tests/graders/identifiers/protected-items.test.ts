import { describe, expect, test } from "vitest";
import { countProtectedItems } from "../../../graders/identifiers/protected-items.ts";

const text =
  "Elif Aydin, geb. 14.03.1987, Lindenweg 12, 01234 Musterstadt, IBAN DE89370400440532013000. " +
  "Rückfragen an das Bürgeramt, Tel. 030 123456. Aydin, Elif; DE89 3704 0044 0532 0130 00.";

describe("countProtectedItems", () => {
  test("counts distinct planted values and distinct identifiers", () => {
    expect(countProtectedItems(text, {})).toBe(5);
    expect(countProtectedItems(text, { protected: ["Elif Aydin"] })).toBe(6);
  });

  test("a planted identifier is not counted twice", () => {
    const planted = ["Elif Aydin", "DE89370400440532013000", "14. März 1987"];
    expect(countProtectedItems(text, { protected: planted })).toBe(6);
  });

  test("one planted value may cover two identifiers", () => {
    expect(countProtectedItems(text, { protected: ["Lindenweg 12, 01234 Musterstadt"] })).toBe(4);
  });

  test.each(["030 123456", "+49 30 123456", "Bürgeramt, Tel. 030 123456"])(
    "%j is allowed",
    (allowed) => {
      expect(countProtectedItems(text, { allowed: [allowed] })).toBe(4);
    },
  );

  test("hints, placeholders and texts without anything count nothing", () => {
    expect(countProtectedItems("[NAME_1], [IBAN_2], Raum B-MW 1234, Anruf bei der 115", {})).toBe(
      0,
    );
    expect(countProtectedItems("", { protected: ["Elif Aydin"] })).toBe(0);
  });

  test("decomposed and composed spelling are the same", () => {
    const list = { protected: ["Jörg Müller"] };
    expect(countProtectedItems("Jörg Müller".normalize("NFD"), list)).toBe(1);
    expect(
      countProtectedItems("Jörg Müller", { protected: ["Jörg Müller".normalize("NFD")] }),
    ).toBe(1);
  });
});
