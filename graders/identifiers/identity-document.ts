import { hasCueNear, hasLabel, isTradeNumber } from "./cue.ts";
import { endsWithCheckDigit } from "./document-check-digit.ts";
import { finding, type Finding } from "./finding.ts";
import { formPattern, formsIn, type Form } from "./number-forms.ts";
import type { Reading } from "./reading.ts";

/**
 * Serial number of Personalausweis and Reisepass (§ 2 (8) PAuswG, annex of the PAuswV): nine of the
 * characters C F G H J K L M N P R T V W X Y Z 0–9. The nine have no check digit of their own.
 *
 * @example isDocumentSerial("L01X00T47") // true
 */
export function isDocumentSerial(text: string): boolean {
  return wholeSerial.test(text) && /\d/u.test(text);
}

/**
 * A serial with the check digit that stands tenth on the back of the card.
 *
 * @example isCheckedSerial("L01X00T471") // true
 */
export function isCheckedSerial(text: string): boolean {
  return isDocumentSerial(text.slice(0, 9)) && text.length === 10 && endsWithCheckDigit(text);
}

/**
 * Finds serials of nine characters and of ten with check digit. The bare serial needs a cue; the
 * checked one counts alone only with two letters, since a letter and nine digits pass by chance.
 * Written in groups, both need a label such as „Ausweisnummer“.
 */
export function findDocumentSerials(reading: Reading): Finding[] {
  const compact = reading.compact();
  const findings: Finding[] = [];
  for (const form of formsIn(compact, checkedForm)) {
    findings.push(...checkedFinding(reading, form));
  }
  for (const form of formsIn(compact, serialForm)) findings.push(...bareFinding(reading, form));
  return findings;
}

const wholeSerial = /^[cfghjklmnprtvwxyz0-9]{9}$/iu;
const serialForm = formPattern("S9");
/** With the check digit and, perhaps, the sign of the state. */
const checkedForm = formPattern("S9 N", "d");
const reach = { family: "identity-document", before: 70, after: 40 } as const;

function checkedFinding(reading: Reading, form: Form): Finding[] {
  const number = form.value.slice(0, 10).toUpperCase();
  if (!isCheckedSerial(number)) return [];
  const label = hasLabel(reading, form, "identity-document-label");
  const letters = number.replaceAll(/\d/gu, "").length;
  if ((letters === 0 || !isOneGroup(form)) && !label) return [];
  const cue = label || hasCueNear(reading, form, reach);
  if (!cue && hasLabel(reading, form, "file-reference")) return [];
  const { start, end } = form;
  const facts = { kind: "identity-document" as const, start, end, cue, value: number.slice(0, 9) };
  const found = finding({ ...facts, checksum: "passed" });
  return [{ ...found, counts: cue || (letters > 1 && !isTradeNumber(reading, form)) }];
}

function bareFinding(reading: Reading, form: Form): Finding[] {
  const value = form.value.toUpperCase();
  if (!isDocumentSerial(value)) return [];
  const label = hasLabel(reading, form, "identity-document-label");
  const hasLetter = /[A-Z]/u.test(value);
  if (!hasLetter && !label) return [];
  if (!isOneGroup(form) && !label) return [];
  const cue = label || hasCueNear(reading, form, reach);
  const { start, end } = form;
  return [finding({ kind: "identity-document", start, end, checksum: "none", cue, value })];
}

/** Written without gaps; words and numbers beside each other are no serial. */
function isOneGroup(form: Form): boolean {
  return form.end - form.start === form.value.length;
}
