import { rememberObject } from "../text/remember-object.ts";
import remedies from "./remedies.json" with { type: "json" };

/** What an instruction on legal remedies has to say, by the law and remedy that the case names. */
export interface Regime {
  readonly law: string;
  readonly remedy: string;
  readonly parts: readonly string[];
  readonly source: string;
  readonly period: string;
  readonly periodSource: string;
  /** Law that lets the remedy be declared orally for the record as well. */
  readonly orally: string | undefined;
  /** Authority or court, and seat, as the case names them. */
  readonly body: string | undefined;
  readonly seat: string | undefined;
}

const laws = [
  ["VwGO", /VwGO|VwVfG/u],
  ["SGB", /SGB|SGG/u],
  ["AO", /AO|FGO/u],
] as const;

/**
 * Reads `expected.remedy`: `law` (VwGO, SGB or AO), `remedy` (Widerspruch, Klage or Einspruch) and,
 * as far as they are known, `authority` or `court`, `seat` and `period`. Law and remedy are found
 * under any key. `undefined` when the law does not know the remedy.
 */
export const readRegime = rememberObject(regimeOf);

function regimeOf(named: Readonly<Record<string, string>>): Regime | undefined {
  const values = [...new Set([named["law"] ?? "", named["remedy"] ?? "", ...Object.values(named)])];
  const law = laws.find(([, pattern]) => values.some((value) => pattern.test(value)))?.[0];
  const regime = remedies.regimes.find(
    (one) => one.law === law && values.some((value) => value.trim() === one.remedy),
  );
  if (regime === undefined) return undefined;
  return {
    ...regime,
    orally: regime.orally,
    period: named["period"] ?? regime.period,
    body: named["authority"] ?? named["court"],
    seat: named["seat"],
  };
}
