import {
  casesForMcnemar,
  mcnemarPower,
  type Discordance,
  type McnemarTest,
} from "../statistics/mcnemar-power.ts";
import { wantedPower } from "../statistics/detectable.ts";

/** Beyond it the gate only says „more than“: nobody writes as many cases for a prompt. */
export const mostGateCases = 10_000;

/** What was counted for a criterion. */
export interface Counts {
  readonly n: number;
  readonly lost: number;
  readonly won: number;
}

/**
 * Smallest true drop (0..1) that `n` cases show with 80 % power, when as many cases change sides as
 * here; `undefined` if not even the largest possible. Never below `least`, from which the rule counts.
 */
export function detectableDrop(
  { n, lost, won }: Counts,
  test: McnemarTest,
  least: number,
): number | undefined {
  if (n === 0) return undefined;
  const changing = (lost + won) / n;
  const reaches = (drop: number): boolean =>
    mcnemarPower(n, withDrop(changing, drop), test) >= wantedPower;
  if (!reaches(1)) return undefined;
  let [low, high] = [0, 1];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return Math.max(least, high);
}

/**
 * Cases with which a true drop of `drop` is found with 80 % power, when as many change sides as here:
 * the computation of `npm run plan`. `undefined` beyond {@link mostGateCases}.
 */
export function casesForDrop(
  { n, lost, won }: Counts,
  drop: number,
  test: McnemarTest,
): number | undefined {
  const changing = n === 0 ? 0 : (lost + won) / n;
  // Far less than any test needs: (z + z)² of 80 % power and 10 % is above 4.
  if (drop <= 0 || (4 * changing) / drop ** 2 > mostGateCases) return undefined;
  return casesForMcnemar(withDrop(changing, drop), {
    power: wantedPower,
    most: mostGateCases,
    test,
  });
}

/** So many cases change sides, and so many more get worse than better. */
function withDrop(changing: number, drop: number): Discordance {
  const all = Math.max(changing, drop);
  return { onlyA: (all + drop) / 2, onlyB: (all - drop) / 2 };
}
