import { findClockTimes } from "./clock-time.ts";
import { findDatesOfBirth } from "./date-of-birth.ts";
import { findEmails } from "./email.ts";
import { findFileReferences } from "./file-reference.ts";
import type { Finding, Span } from "./finding.ts";
import { foldedText } from "./folded-text.ts";
import { findHealthInsuranceNumbers } from "./health-insurance-number.ts";
import { findIbans } from "./iban.ts";
import { findDocumentSerials } from "./identity-document.ts";
import { findLabelledNumbers, findRegisterNumbers } from "./labelled-number.ts";
import { findLicencePlates } from "./licence-plate.ts";
import { findLinks } from "./link.ts";
import { findMachineReadableZones } from "./machine-readable-zone.ts";
import { findPensionNumbers } from "./pension-number.ts";
import { findPhones } from "./phone.ts";
import { findPostalTowns } from "./postal-town.ts";
import { masked, startReading, type Masker, type Reading, type Recogniser } from "./reading.ts";
import { findStreetAddresses } from "./street-address.ts";
import { findTaxIds } from "./tax-id.ts";
import { findTaxNumbers } from "./tax-number.ts";
import { findVatIds } from "./vat-id.ts";

/**
 * Finds German identifiers in a text, longest and strongest first; each hit is masked before the
 * next step, so that nothing is found twice. Linear in the length of the text. Names of persons
 * are not found: no rule tells them from other words.
 *
 * @returns sorted by place, without overlaps; offsets are UTF-16 code units of `text`
 *
 * @example recognise("IBAN: de89 3704 0044 0532 0130 00")[0]?.value // "DE89370400440532013000"
 */
export function recognise(text: string): Finding[] {
  const folded = foldedText(text);
  const findings: Finding[] = [];
  let reading: Reading = startReading(folded.text);
  const hasDigit = reading.digits().length > 0;
  for (const step of steps) {
    if (!hasDigit && step.find !== findEmails && step.find !== findMachineReadableZones) continue;
    const all = step.find(reading);
    if (all.length === 0) continue;
    const hits = withoutOverlaps(all, folded.text.length);
    if (step.keep) findings.push(...(hits as Finding[]));
    reading = masked(reading, step.keep ? (hits as Finding[]).filter(isSettled) : hits);
  }
  const kept = withoutOverlaps(findings, folded.text.length);
  if (folded.text === text) return kept;
  return kept.map((found) => ({ ...found, ...folded.originalSpan(found) }));
}

/** Later recognisers may still see more in a hint that no check digit supports or refutes. */
function isSettled({ counts, checksum }: Finding): boolean {
  return counts || checksum !== "none";
}

/**
 * Links come after the numbers with check digits: those count inside a link as well. Dates and times
 * are masked so that no phone number is seen in them.
 */
const steps: readonly (
  | { readonly keep: true; readonly find: Recogniser }
  | { readonly keep: false; readonly find: Masker }
)[] = [
  { keep: true, find: findEmails },
  { keep: true, find: findMachineReadableZones },
  { keep: true, find: findIbans },
  { keep: true, find: findPensionNumbers },
  { keep: true, find: findHealthInsuranceNumbers },
  { keep: true, find: findVatIds },
  { keep: true, find: findTaxIds },
  { keep: false, find: findLinks },
  { keep: true, find: findLabelledNumbers },
  { keep: true, find: findTaxNumbers },
  { keep: true, find: findDocumentSerials },
  { keep: true, find: findRegisterNumbers },
  { keep: true, find: findFileReferences },
  { keep: true, find: findLicencePlates },
  { keep: true, find: findDatesOfBirth },
  { keep: false, find: (reading) => reading.dates() },
  { keep: false, find: findClockTimes },
  { keep: true, find: findPostalTowns },
  { keep: true, find: findPhones },
  { keep: true, find: findStreetAddresses },
];

/** Of overlapping hits those that count stay, and the earlier ones. */
function withoutOverlaps<Hit extends Span & { readonly counts?: boolean }>(
  hits: readonly Hit[],
  length: number,
): Hit[] {
  if (isInOrder(hits)) return hits.slice();
  const taken = new Uint8Array(length);
  const strongestFirst = [
    ...hits.filter(({ counts }) => counts === true),
    ...hits.filter(({ counts }) => counts !== true),
  ];
  return strongestFirst
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .toSorted((a, b) => a.start - b.start);
}

/** Does every hit begin behind the one before? */
function isInOrder(hits: readonly Span[]): boolean {
  let last: Span | undefined;
  for (const hit of hits) {
    if (last !== undefined && (hit.start <= last.start || hit.start < last.end)) return false;
    last = hit;
  }
  return true;
}
