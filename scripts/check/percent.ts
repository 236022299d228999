/** A share as a whole number of per cent; 100 % and 0 % are kept for all and none. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return "99 %";
  return rounded === 0 && share > 0 ? "1 %" : `${rounded} %`;
}

/** As {@link percent}, for a share that misses a bound: never rounded up to the bound. */
export function percentBelow(share: number, bound: number): string {
  if (Math.round(share * 100) < Math.round(bound * 100)) return percent(share);
  return `${(Math.floor(share * 1000) / 10).toFixed(1).replace(".", ",")} %`;
}
