/** How the English report writes numbers: a real minus sign, no false precision. */

const wholePercent = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 0 });
const sharp = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 });
const oneDecimal = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const fourDigits = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
const signedFine = new Intl.NumberFormat("en-GB", {
  maximumFractionDigits: 2,
  signDisplay: "exceptZero",
});
const threeDecimals = new Intl.NumberFormat("en-GB", {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
});
const signed = new Intl.NumberFormat("en-GB", {
  maximumFractionDigits: 0,
  signDisplay: "exceptZero",
});
const signedSmall = new Intl.NumberFormat("en-GB", {
  maximumSignificantDigits: 1,
  signDisplay: "exceptZero",
});
const euros = new Intl.NumberFormat("en-GB", { style: "currency", currency: "EUR" });
const wholeEuros = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "EUR",
  maximumFractionDigits: 0,
});
const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const longDate = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "UTC",
});
const longDay = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A share as `62%`; a share just off 0 or 1 never looks like 0 or 1. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "under\u00a01%";
  if (share < 1 && share >= 0.995) return "over\u00a099%";
  return wholePercent.format(share);
}

/** A share with one decimal, for exact bounds: `4.9%`. */
export function sharpPercent(share: number): string {
  return sharp.format(share);
}

/** `48% to 75%` */
export function percentRange(low: number, high: number): string {
  return `${percent(low)}\u00a0to\u00a0${percent(high)}`;
}

/** The same in sentences; English has one form for both. */
export function percentRangeInWords(low: number, high: number): string {
  return percentRange(low, high);
}

/** A difference of shares in percentage points without the unit: `+12`, `−8`, `+0.3`, `0`. */
export function points(difference: number): string {
  const value = difference * 100;
  const format = Math.abs(value) < 1 && Math.abs(value) > 1e-9 ? signedSmall : signed;
  return minus(format.format(Math.abs(value) > 1e-9 ? value : 0));
}

/** `−8 to +31` */
export function pointsRange(low: number, high: number): string {
  return `${points(low)}\u00a0to\u00a0${points(high)}`;
}

/** At most one decimal: `7.5`, `1,234`. */
export function decimal(value: number): string {
  return minus(oneDecimal.format(value));
}

/** At most two decimals with a sign: `+0.25`. */
export function signedNumber(value: number): string {
  return minus(signedFine.format(value));
}

/** A figure Z with four digits. */
export function figureNumber(value: number): string {
  return minus(fourDigits.format(value));
}

/** At most two decimals. */
export function fine(value: number): string {
  return minus(twoDecimals.format(value));
}

/** `0.012`; small values as `under 0.001`. */
export function probability(p: number): string {
  return p < 0.001 ? "under\u00a00.001" : threeDecimals.format(p);
}

export function euro(amount: number): string {
  return amount > 0 && amount < 0.01 ? "under\u00a0€0.01" : euros.format(amount);
}

/** Euro without cents, for sums over a year: `€12,500`; below 100 euro with cents. */
export function wholeEuro(amount: number): string {
  return amount < 100 ? euro(amount) : wholeEuros.format(amount);
}

/** `222,222` */
export function wholeNumber(value: number): string {
  return whole.format(value);
}

/** Milliseconds as `850 ms`, `12.4 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)}\u00a0ms`;
  if (milliseconds < 60_000) return `${decimal(milliseconds / 1000)}\u00a0s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}\u00a0min ${seconds % 60}\u00a0s`;
  return `${Math.floor(seconds / 3600)}\u00a0h ${Math.floor((seconds % 3600) / 60)}\u00a0min`;
}

/** Bytes as `512 MB` (1 MB = 1,000,000 bytes). */
export function megabytes(bytes: number): string {
  return `${decimal(Math.round(bytes / 1e6))}\u00a0MB`;
}

/** `20 November 2026 at 14:05 (UTC)`; a text that is no date stays as it is. */
export function pointInTime(iso: string): string {
  if (iso === "unknown") return "not stated";
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : `${longDate.format(time)} (UTC)`;
}

/** An ISO day as `1 November 2026`. */
export function day(iso: string): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? iso : longDay.format(time);
}

function minus(text: string): string {
  return text.replace("-", "−");
}
