/** How the findings about requirements write numbers inside German sentences. */

const share = new Intl.NumberFormat("de-DE", { style: "percent", maximumFractionDigits: 1 });
const plain = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });

/** `5,8 %`; the space does not break. */
export function formatShare(value: number): string {
  return share.format(value);
}

/** At most two decimals: `12,5`. */
export function formatNumber(value: number): string {
  return plain.format(value);
}
