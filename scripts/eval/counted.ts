const number = new Intl.NumberFormat("de-DE");

/** A number of things as it is written in German: `10.080`. */
export function counted(count: number): string {
  return number.format(count);
}
