import fc from "fast-check";
import { expect, test } from "vitest";
import { dayFirst, monthFirst } from "../../../graders/identifiers/calendar-date.ts";
import { clockForm } from "../../../graders/identifiers/clock-time.ts";
import { findForms } from "../../../graders/identifiers/digit-form.ts";
import { digitRuns } from "../../../graders/identifiers/digit-runs.ts";
import { courtForm } from "../../../graders/identifiers/file-reference.ts";
import { registerForm } from "../../../graders/identifiers/labelled-number.ts";
import { plateForm } from "../../../graders/identifiers/licence-plate.ts";
import { phoneForm } from "../../../graders/identifiers/phone.ts";
import { postalForm } from "../../../graders/identifiers/postal-town.ts";
import { houseForm } from "../../../graders/identifiers/street-address.ts";
import { taxForm } from "../../../graders/identifiers/tax-number.ts";

const forms = {
  dayFirst: [dayFirst, "3. Mai 2026", "03.05.87", "1987-05-03", "3 / 5", "th"],
  monthFirst: [monthFirst, "May 3, 1987", "Aug. 21st,2025", "September ", "3, 1987"],
  clockForm: [clockForm, "8 bis 12 Uhr", "8:00-12:30", "8.15", "Uhr"],
  courtForm: [courtForm, "12 C 580/06", "1 BvR 123/45", "III ZR 5.16", "IV "],
  registerForm: [registerForm, "HRB 1234", "HRA-99", "HRB"],
  plateForm: [plateForm, "MS-AB 123", "b - x 1H", "SGB X 45", "ÄÖ·ſK1", "E"],
  phoneForm: [phoneForm, "0251 123456", "+49 (0) 251/12", "( +     ) 3", "(0", "(+49) 30 12345"],
  postalForm: [postalForm, "D - 48143 Bad Musterfurt", "01067, Dorf", "D-", "48143  Neu Am am See"],
  houseForm: [houseForm, "weg 12 a", "Str.5-7", "weg Nr. 3", "weg Nummer 4", "\n17", ". "],
  taxForm: [taxForm, "93815/08152", "181/815/08155", "1 2 3 4 5 6 7 8 9 0", "12\n"],
} as const;

const common = [
  "1",
  "0",
  "20",
  "2026",
  "12345",
  "123456789",
  ...Array.from(" \n.,:/-+(·"),
  "a",
  "Ort",
  "é",
  "\uffff",
];

test.each(Object.entries(forms))("%s finds what the pattern finds everywhere", (_, listed) => {
  const [form, ...own] = listed;
  const everywhere = new RegExp(form.pattern.source, form.pattern.flags.replace("y", "g"));
  const unit = fc.oneof(fc.constantFrom(...own), fc.constantFrom(...common));
  let matches = 0;
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const text = units.join("");
      const found = findForms({ text, digits: () => digitRuns(text) }, form);
      const shown = (match: RegExpExecArray) => [match.index, ...match];
      expect(found.map(shown)).toEqual(Array.from(text.matchAll(everywhere), shown));
      matches += found.length;
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
  expect(matches).toBeGreaterThan(100);
});
