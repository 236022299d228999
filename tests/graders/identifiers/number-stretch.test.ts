import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { CompactText } from "../../../graders/identifiers/compact-text.ts";
import { foldedText } from "../../../graders/identifiers/folded-text.ts";
import { findHealthInsuranceNumbers } from "../../../graders/identifiers/health-insurance-number.ts";
import { findIbans } from "../../../graders/identifiers/iban.ts";
import { findDocumentSerials } from "../../../graders/identifiers/identity-document.ts";
import { findLabelledNumbers } from "../../../graders/identifiers/labelled-number.ts";
import { findPensionNumbers } from "../../../graders/identifiers/pension-number.ts";
import { startReading } from "../../../graders/identifiers/reading.ts";
import { findTaxIds } from "../../../graders/identifiers/tax-id.ts";
import { findVatIds } from "../../../graders/identifiers/vat-id.ts";
import { everyStretch } from "./every-stretch.ts";

const recognisers = {
  findDocumentSerials,
  findHealthInsuranceNumbers,
  findIbans,
  findLabelledNumbers,
  findPensionNumbers,
  findTaxIds,
  findVatIds,
};

const numbers =
  "DE89 3704 0044 0532 0130 00,MT84MALT011000012345MTLCAST001S,LV80BANK0000435195001,15070649C103,T024881870," +
  "DE136695976,36574261809,L01X00T47,L01X00T471,C01X0006H,135790001,B072RRE2I55,å,mẞ,LV80,BANK,DE,12,7";
const words =
  "Ausweis,Personalausweis-Nr.,Führerscheinnummer,IBAN,Steuer-ID,LANR,Betriebsstättennummer,am,nach";

test.each(Object.entries(recognisers))("%s finds all that it finds in every stretch", (_, find) => {
  const unit = fc.oneof(
    fc.constantFrom(...numbers.split(","), ...words.split(",")),
    fc.constantFrom(...Array.from(" -.,\n/:"), "  ", " - ", "1", "23", "x", "\u{1d400}"),
  );
  let found = 0;
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), fc.constantFrom(" ", ""), (units, between) => {
      const { text } = foldedText(units.join(between));
      const [reading, whole] = [startReading(text), startReading(text)];
      vi.spyOn(whole, "compact").mockReturnValue(new CompactText(text, everyStretch(text)));
      expect(find(reading)).toEqual(find(whole));
      found += find(whole).length;
    }),
    { numRuns: 3000, seed: 20_261_129 },
  );
  expect(found).toBeGreaterThan(20);
});
