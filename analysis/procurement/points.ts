import type { Criterion } from "../../core/requirements.ts";

/**
 * Bewertungspunkte of a score (0..1): 0 at s0, the full scale at s10, linear between, rounded half
 * up to two decimals.
 *
 * @example
 * bewertungspunkte(0.8, { s0: 0.5, s10: 0.95 }, 10); // 6.67
 */
export function bewertungspunkte(
  score: number,
  { s0, s10 }: Pick<Criterion, "s0" | "s10">,
  scale: number,
): number {
  const part = Math.min(1, Math.max(0, (score - s0) / (s10 - s0)));
  return halfUp(scale * part);
}

/** Half up to two decimals; 1.005 is meant as 1.01, whatever binary fractions make of it. */
function halfUp(value: number): number {
  return Math.floor(value * 100 + 0.5 + 1e-9) / 100;
}
