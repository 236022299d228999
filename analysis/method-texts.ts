import type { BootstrapResult } from "./statistics/bootstrap-interval.ts";
import type { Resampler } from "./statistics/resampler.ts";

/** How the report names the ways numbers came about. German. */

/** Name of the row over all suites. */
export const allSuites = "alle";

export const wilsonText = "Wilson-Intervall, 95 %";

export const clopperPearsonText =
  "exakte einseitige Obergrenze, 95 % (Clopper–Pearson); kein Fall beobachtet";

export const mcnemarText = "exakter McNemar-Test, zweiseitig";

/** How an interval of a mean was found. */
export function intervalText(
  ways: BootstrapResult["ways"],
  { seed, draws }: Resampler,
  { paired, corrected }: { readonly paired: boolean; readonly corrected: boolean },
): string {
  const kind = `${paired ? "gepaarter " : ""}Cluster-Bootstrap über Fälle${corrected ? " (BCa)" : ""}`;
  const texts = {
    bootstrap: `${kind}, 95 %, ${draws} Ziehungen, Startwert ${seed}, auf Student-t erweitert`,
    student: "Student-t-Intervall über Fälle, 95 % (unter 10 Fälle je Suite)",
    constant: "exakte Schranke für abweichende Fälle, wo alle Fälle denselben Wert haben",
  };
  return ways.map((way) => texts[way]).join("; ");
}

/** `Mittel über die Suiten a, b mit gleichem Gewicht; …` */
export function pooledText(suites: readonly string[], text: string): string {
  return `Mittel über die Suiten ${suites.join(", ")} mit gleichem Gewicht; ${text}`;
}

/** How a permutation test was made. */
export function signFlipText(exact: boolean, draws: number): string {
  const how = exact ? "alle Vorzeichen ausgezählt" : `bis zu ${draws} zufällige Vorzeichenwechsel`;
  return `Permutationstest über Fälle (Vorzeichenwechsel), zweiseitig, ${how}`;
}
