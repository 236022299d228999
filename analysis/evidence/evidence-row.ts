import type { EvidenceEntry, EvidenceFile } from "../../core/evidence.ts";
import type { Findings } from "../../core/findings.ts";
import type { Manifest } from "../../core/manifest.ts";
import type { Requirements } from "../../core/requirements.ts";

/** What the list of evidence is made from. */
export interface EvidenceInput {
  readonly findings: Findings;
  readonly manifest: Manifest;
  readonly requirements: Requirements | undefined;
  readonly files: readonly EvidenceFile[];
}

/** A row before it knows its section. */
export type EvidenceRow = Omit<EvidenceEntry, "section" | "title">;

const numbers = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });
const shares = new Intl.NumberFormat("de-DE", { style: "percent", maximumFractionDigits: 1 });

/** A row with its value, or with the reason why there is none. */
export function evidenceRow(
  item: string,
  value: string | undefined,
  { missing, source, subject }: RowPlace,
): EvidenceRow {
  const head = { item, source, ...(subject !== undefined && { subject }) };
  return value === undefined || value.trim() === "" ? { ...head, missing } : { ...head, value };
}

/** Where a row comes from, and what stands there when nobody knows. */
export interface RowPlace {
  readonly missing: string;
  readonly source: string;
  readonly subject?: string | undefined;
}

/** At most two decimals. */
export function numberText(value: number): string {
  return numbers.format(value);
}

/** `62,5 %` */
export function shareText(value: number): string {
  return shares.format(value);
}

/** `62,5 % (95-%-Intervall 48 % bis 75 %, n = 30; Wilson-Intervall, 95 %)` */
export function measuredText(
  measured: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
    readonly method: string;
  },
  format: (value: number) => string,
): string {
  const { value, low, high, n, method } = measured;
  return `${format(value)} (95-%-Intervall ${format(low)} bis ${format(high)}, n = ${n}; ${method})`;
}
