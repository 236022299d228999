import type { BootstrapResult } from "./statistics/bootstrap-interval.ts";
import type { Resampler } from "./statistics/resampler.ts";
import { sharesOf } from "./statistics/shares.ts";

/** How the report names the ways numbers came about. German. */

/** Name of the row over all suites. */
export const allSuites = "alle";

export const wilsonText = "Wilson-Intervall, 95 %";

export const clopperPearsonText =
  "exakte einseitige Obergrenze, 95 % (Clopper–Pearson); kein Fall beobachtet";

/** Upper bound of the share of failing cases. */
export const failureBoundText =
  "exakte einseitige Obergrenze des Anteils misslungener Fälle, 95 % (Clopper–Pearson); ein Fall misslingt, wenn ein Versuch misslingt";

/** Differences up to this size do not matter: 5 percentage points, stated beforehand. */
export const equivalenceMargin = 0.05;

/** How equivalence is tested. */
export function equivalenceText(tango: boolean): string {
  const test = tango ? "Score-Test nach Tango" : "Student-t über Fälle";
  return `zwei einseitige Tests (TOST) gegen ±${equivalenceMargin * 100} Punkte, ${test}`;
}

/** How ranks and the probability of rank 1 were found. */
export function rankText(draws: number, seed: number): string {
  return `Ränge aus den paarweisen Vergleichen nach Holm: Was sich nicht unterscheiden lässt, teilt einen Rang; Wahrscheinlichkeit für Rang 1 aus ${draws} gemeinsamen Ziehungen der Fälle aller Modelle, Startwert ${seed}`;
}

/** What a run could have seen. */
export const detectableText =
  "kleinste Differenz, die ein zweiseitiger Test (5 %) mit 80 % Sicherheit gefunden hätte: (t + z) × Standardfehler über Fälle, mindestens was sechs gleichgerichtete Fälle verlangen; ohne Holm";

/** How bootstrap intervals are checked. */
export const intervalCheckText =
  "halbe Breite des Bootstrap-Intervalls geteilt durch Student-t × Standardfehler, nach Fällen geclustert";

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

/** A suite of a mean; without a weight all count the same. */
interface PooledSuite {
  readonly suite: string;
  readonly weight?: number;
}

/**
 * `Mittel über die Suiten a, b mit gleichem Gewicht; …`, or `Mittel über die Suiten a (60 %), b (40 %)
 * nach den Gewichten der Anforderungen; …` where these differ.
 */
export function pooledText(suites: readonly PooledSuite[], text: string): string {
  const shares = sharesOf(suites);
  const equal = shares.every((share) => Math.abs(share - 1 / suites.length) < 1e-9);
  const names = suites.map(({ suite }, at) =>
    equal ? suite : `${suite} (${percent(shares[at] ?? 0)})`,
  );
  const how = equal ? "mit gleichem Gewicht" : "nach den Gewichten der Anforderungen";
  return `Mittel über die Suiten ${names.join(", ")} ${how}; ${text}`;
}

/** `37,5 %` */
function percent(share: number): string {
  return `${String(Number((share * 100).toFixed(1))).replace(".", ",")} %`;
}

/** How a permutation test was made. */
export function signFlipText(exact: boolean, draws: number): string {
  const how = exact ? "alle Vorzeichen ausgezählt" : `bis zu ${draws} zufällige Vorzeichenwechsel`;
  return `Permutationstest über Fälle (Vorzeichenwechsel), zweiseitig, ${how}`;
}
