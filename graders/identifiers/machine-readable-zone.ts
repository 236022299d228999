import { documentCheckDigit, endsWithCheckDigit } from "./document-check-digit.ts";
import { finding, type Finding } from "./finding.ts";
import type { Reading } from "./reading.ts";

/**
 * Finds lines of the machine-readable zone (ICAO 9303): second line of a passport (TD3), second
 * line of a card (TD1), first line of a card, and lines with names. The check digits decide; a
 * line with names has none, its `<<` and document code are the cue.
 */
export function findMachineReadableZones(reading: Reading): Finding[] {
  if (!reading.text.includes("<")) return [];
  return lineForms.flatMap(({ pattern, checked, certain }) =>
    Array.from(reading.text.matchAll(pattern)).flatMap(({ 0: found, index }) => {
      const value = found.replaceAll(" ", "").toUpperCase();
      const passed = checked(value);
      if (!passed && !certain) return [];
      const place = { start: index, end: index + found.length };
      const checksum = passed ? "passed" : "none";
      return [finding({ kind: "machine-readable-zone", ...place, checksum, cue: true, value })];
    }),
  );
}

/** Composite check digit and the three single ones of the second line of a passport. */
export function isPassportLine(line: string): boolean {
  const parts = [line.slice(0, 10), line.slice(13, 20), line.slice(21, 28)];
  return (
    parts.every(endsWithCheckDigit) && endsWithCheckDigit(`${parts.join("")}${line.slice(28)}`)
  );
}

/** The check digits of birth and expiry date in the second line of a card. */
export function isCardDateLine(line: string): boolean {
  if (!line.includes("<")) return false;
  return endsWithCheckDigit(line.slice(0, 7)) && endsWithCheckDigit(line.slice(8, 15));
}

/** The check digit of the document number in the first line of a card. */
export function isCardNumberLine(line: string): boolean {
  return line.includes("<") && endsWithCheckDigit(line.slice(5, 15));
}

/** Composite check digit of a card over both of its data lines. */
export function cardCompositeDigit(first: string, second: string): number {
  const dates = `${second.slice(0, 7)}${second.slice(8, 15)}${second.slice(18, 29)}`;
  return documentCheckDigit(`${first.slice(5, 30)}${dates}`);
}

const edges = (line: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}<])${line}(?![\p{L}\p{N}<])`, "giu");

const lineForms = [
  {
    pattern: edges(
      String.raw`[a-z0-9<]{9} ?\d ?[a-z<]{3} ?\d{6} ?\d ?[mfx<] ?\d{6} ?\d ?[a-z0-9<]{14} ?[\d<] ?\d`,
    ),
    checked: isPassportLine,
    certain: false,
  },
  {
    pattern: edges(String.raw`\d{6} ?\d ?[mfx<] ?\d{6} ?\d ?[a-z<]{3} ?[a-z0-9<]{11} ?\d`),
    checked: isCardDateLine,
    certain: false,
  },
  {
    pattern: edges(String.raw`[iac][a-z0-9<][a-z<]{3} ?[a-z0-9<]{9} ?\d ?[a-z0-9<]{0,15}`),
    checked: isCardNumberLine,
    certain: false,
  },
  {
    pattern: edges(String.raw`(?:p[a-z<][a-z<]{3})?[a-z]+(?:<[a-z]+)*<<[a-z]+(?:<[a-z]+)*<{2,40}`),
    checked: () => false,
    certain: true,
  },
];
