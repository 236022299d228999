/** How the English report writes numbers: a real minus sign, no false precision. */

const wholePercent = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 0 });
const sharp = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 });
const oneDecimal = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
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
const euros = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "EUR",
  maximumFractionDigits: 0,
});
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

/** At most two decimals. */
export function fine(value: number): string {
  return minus(twoDecimals.format(value));
}

/** `0.012`; small values as `under 0.001`. */
export function probability(p: number): string {
  return p < 0.001 ? "under\u00a00.001" : threeDecimals.format(p);
}

/** Whole euro: `€12,500`. */
export function wholeEuro(amount: number): string {
  return amount > 0 && amount < 1 ? "under\u00a0€1" : euros.format(amount);
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
