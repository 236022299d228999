import type { Procurement } from "../../core/findings-procurement.ts";
import { findBreakEven } from "./break-even.ts";
import { unknownOffers } from "./costs.ts";
import { notesFor } from "./notes.ts";
import { judgeOffers } from "./offers.ts";
import type { ProcurementInput } from "./procurement-input.ts";
import { rankOffers } from "./rank-offers.ts";

/**
 * What the requirements make of the run: exclusion first, then points, costs, and the award methods
 * among the admitted offers. Baselines are no offers. In a „verifizierende Teststellung“ nothing is
 * ranked; in a „Markterkundung“ figures stand without ranks.
 */
export function findProcurement(input: ProcurementInput): Procurement {
  const { requirements, recorded, run } = input;
  const { title, date, role, pointScale, horizonYears, prices, outOfScope } = requirements;
  const offers = judgeOffers(input);
  const ranked = rankOffers(run, requirements, offers);
  const priced = offers.flatMap(({ result: { model, cost } }) =>
    cost === undefined ? [] : [{ model, cost }],
  );
  return {
    title,
    date,
    role,
    sha256: recorded.sha256,
    file: recorded.file,
    pointScale,
    maximum: pointScale * 100,
    horizonYears,
    ...(prices !== undefined && {
      priceBasis: { basis: prices.basis, asOf: prices.asOf, vatPercent: prices.vatPercent },
    }),
    outOfScope,
    offers: offers.map(({ result }) => result),
    ...ranked,
    breakEven: findBreakEven(priced),
    notes: [...notesFor(run, requirements, offers), ...strayNotes(input)],
  };
}

/** Prices for models that this run never asked. */
function strayNotes({ requirements, models }: ProcurementInput): string[] {
  const stray = unknownOffers(requirements.prices, models);
  return stray.length === 0
    ? []
    : [
        `Preise stehen auch für Modelle da, die dieser Lauf nicht geprüft hat: ${stray.join(", ")}.`,
      ];
}
