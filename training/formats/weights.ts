import type { Option } from "../exercise.ts";

/** Shares of 100 that Moodle's importer knows, by number of right options: 1 to 10. */
const shares = [
  "100",
  "50",
  "33.33333",
  "25",
  "20",
  "16.66667",
  "14.28571",
  "12.5",
  "11.11111",
  "10",
] as const;

/**
 * Weights of the options of a choice with several right ones, in percent as Moodle lists them: the right
 * ones share 100, each wrong one takes off as much as a right one gives, and at most 50, so that ticking
 * everything does not pay and GIFT, which has two digits, can say it.
 */
export function weightsOf(options: readonly Option[]): string[] {
  const right = options.filter((option) => option.right).length;
  const share = shares[right - 1] ?? "10";
  const loss = share === "100" ? "50" : share;
  return options.map((option) => (option.right ? share : `-${loss}`));
}
