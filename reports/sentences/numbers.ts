/** How the report writes numbers. German, with a real minus sign, never with false precision. */

const wholePercent = new Intl.NumberFormat("de-DE", { style: "percent", maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });
const fourDigits = new Intl.NumberFormat("de-DE", { maximumSignificantDigits: 4 });
const signedFine = new Intl.NumberFormat("de-DE", {
  maximumFractionDigits: 2,
  signDisplay: "exceptZero",
});
const threeDecimals = new Intl.NumberFormat("de-DE", {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
});
const signed = new Intl.NumberFormat("de-DE", {
  maximumFractionDigits: 0,
  signDisplay: "exceptZero",
});
const signedSmall = new Intl.NumberFormat("de-DE", {
  maximumSignificantDigits: 1,
  signDisplay: "exceptZero",
});
const euros = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });
const oneDecimalPercent = new Intl.NumberFormat("de-DE", {
  style: "percent",
  maximumFractionDigits: 1,
});
const longDay = new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeZone: "UTC" });
const wholeEuros = new Intl.NumberFormat("de-DE", {
  style: "currency",
  currency: "EUR",
  maximumFractionDigits: 0,
});
const whole = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 0 });
const longDate = new Intl.DateTimeFormat("de-DE", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "UTC",
});

/** A share from 0 to 1 as `62 %`; a share just off 0 or 1 never looks like 0 or 1. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "unter\u00a01\u00a0%";
  if (share < 1 && share >= 0.995) return "über\u00a099\u00a0%";
  return wholePercent.format(share);
}

/** `48–75 %`, for tables and charts. */
export function percentRange(low: number, high: number): string {
  return range(low, high, "–");
}

/** `48 bis 75 %`, for sentences; never breaks. */
export function percentRangeInWords(low: number, high: number): string {
  return range(low, high, "\u00a0bis\u00a0");
}

/** A difference of shares in percentage points without the unit: `+12`, `−8`, `+0,3`, `0`. */
export function points(difference: number): string {
  const value = difference * 100;
  const format = Math.abs(value) < 1 && Math.abs(value) > 1e-9 ? signedSmall : signed;
  return minus(format.format(Math.abs(value) > 1e-9 ? value : 0));
}

/** `−8 bis +31` */
export function pointsRange(low: number, high: number): string {
  return `${points(low)}\u00a0bis\u00a0${points(high)}`;
}

/** At most one decimal: `7,5`, `1.234`. */
export function decimal(value: number): string {
  return minus(oneDecimal.format(value));
}

/** At most two decimals: `0,25`. */
export function fine(value: number): string {
  return minus(twoDecimals.format(value));
}

/** At most two decimals with a sign: `+0,25`. */
export function signedNumber(value: number): string {
  return minus(signedFine.format(value));
}

/** A figure Z with four digits. */
export function figureNumber(value: number): string {
  return minus(fourDigits.format(value));
}

/** `0,012`; small values as `unter 0,001`. */
export function probability(p: number): string {
  return p < 0.001 ? "unter\u00a00,001" : threeDecimals.format(p);
}

/** Milliseconds as `850 ms`, `12,4 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)}\u00a0ms`;
  if (milliseconds < 60_000) return `${decimal(milliseconds / 1000)}\u00a0s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}\u00a0min ${seconds % 60}\u00a0s`;
  return `${Math.floor(seconds / 3600)}\u00a0h ${Math.floor((seconds % 3600) / 60)}\u00a0min`;
}

/** Bytes as `512 MB` (1 MB = 1 000 000 bytes). */
export function megabytes(bytes: number): string {
  return `${decimal(Math.round(bytes / 1e6))}\u00a0MB`;
}

export function euro(amount: number): string {
  return amount > 0 && amount < 0.01 ? "unter\u00a00,01\u00a0€" : euros.format(amount);
}

/** Euro without cents, for sums over a year: `12.500 €`; below 100 euro with cents. */
export function wholeEuro(amount: number): string {
  return amount < 100 ? euro(amount) : wholeEuros.format(amount);
}

/** A share with one decimal, for exact bounds beside their limit: `4,9 %`. */
export function sharpPercent(share: number): string {
  return oneDecimalPercent.format(share);
}

/** An ISO day as `1. November 2026`; a text that is no date stays as it is. */
export function day(iso: string): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? iso : longDay.format(time);
}

/** `222.222` */
export function wholeNumber(value: number): string {
  return whole.format(value);
}

/** `20. November 2026 um 14:05 Uhr (UTC)`; a text that is no date stays as it is. */
export function pointInTime(iso: string): string {
  if (iso === "unknown") return "nicht angegeben";
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : `${longDate.format(time)} Uhr (UTC)`;
}

/** Both ends with their unit where one of them is written in words. */
function range(low: number, high: number, link: string): string {
  const [from, to] = [percent(low), percent(high)];
  const plain = /^\d+\u00a0%$/u;
  if (!plain.test(from) || !plain.test(to)) return `${from}\u00a0bis\u00a0${to}`;
  return `${from.slice(0, -2)}${link}${to}`;
}

function minus(text: string): string {
  return text.replace("-", "−");
}
