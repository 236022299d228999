/** A share (0..1) in whole percent: „37 %“. */
export function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
