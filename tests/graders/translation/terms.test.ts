import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOfTerm, readTerm } from "../../../graders/translation/terms.ts";

test.each([
  ["Bescheid = notice / decision", "The notices are sent.", "notices"],
  ["Bescheid = notice / decision", "A decision, then a notice.", "notice"],
  ["Widerspruch = objection", "No OBJECTION'S raised", "OBJECTION'S"],
  ["Zuschlag = late payment fee", "a LATE-payment fee", "LATE-payment fee"],
  ["E-Mail", "per E‑Mail, per Email", "E‑Mail"],
  ["Stadt = مدينة", "في المدينة اليوم", "المدينة"],
])("%s stands in %s", (term, answer, found) => {
  const place = placeOfTerm(answer, readTerm(term));
  expect(answer.slice(place?.start, place?.end)).toBe(found);
});

test.each([
  ["Amt = tax", "taxes"],
  ["Bescheid = notice", "unnoticed"],
  ["Bescheid = notice", "noticeboards"],
  ["Zuschlag = late fee", "late, fee"],
  ["Stadt = مدينة", "للالمدينة"],
])("%s does not stand in %s", (term, answer) => {
  expect(placeOfTerm(answer, readTerm(term))).toBeUndefined();
});

/** The same as one pattern. */
function patternOf(translation: string): RegExp {
  const words = translation.split(/\s+/u).map((word) => {
    const literal = word
      .replaceAll(/['’]/gu, "['’]")
      .replaceAll("-", String.raw`[\s\u2010\u2011-]?`);
    const isLong = word.length >= 4 && /[\p{L}\p{M}]$/u.test(word);
    return isLong ? String.raw`${literal}(?:['’]?[\p{L}\p{M}]{1,4})?` : literal;
  });
  const isArabic = /^\p{Script=Arabic}/u.test(translation);
  const before = String.raw`(?<![\p{L}\p{M}])${isArabic ? String.raw`\p{L}{0,3}` : ""}`;
  return new RegExp(`${before}${words.join(String.raw`[\s*_-]{1,4}`)}(?![\\p{L}\\p{M}])`, "iu");
}

test.each(["abba", "ab", "aß ba", "abba bb abba", "a-b", "ab- ba", "-ba", "ab's", "سس", "سسسس سس"])(
  "%s is found as by the pattern",
  (translation) => {
    const term = readTerm(translation);
    const pattern = patternOf(translation);
    const unit = fc.constantFrom(
      ...Array.from("abAßẞسس'’ -\u2011*_\n7😀𐌰"),
      "ba",
      "abba",
      "e\u0301",
      "سسسس",
      "'s",
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = units.join("");
        const found = pattern.exec(text);
        const place = placeOfTerm(text, term);
        expect(place && text.slice(place.start, place.end)).toBe(found?.[0]);
        expect(place?.start).toBe(found?.index);
      }),
      { numRuns: 1000 },
    );
  },
);
