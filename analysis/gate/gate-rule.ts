import type { GateRule } from "../../core/findings-gate.ts";

/** What a person may set; shares of 1. */
export interface RuleSettings {
  /** δ: a drop up to this is never red. */
  readonly maxDrop: number;
  readonly strict: boolean;
  /** Share of cases without a measured answer above which nothing is decided. */
  readonly maxMissing: number;
}

export const usualSettings: RuleSettings = { maxDrop: 0.05, strict: false, maxMissing: 0.05 };

/** Error rate of the whole rule, and the part of it that critical cases get where there are any. */
export const gateAlpha = 0.05;
export const criticalPart = 0.01;

/** The rule for a run with or without critical cases that can decide (docs/decisions/0041). */
export function gateRule(settings: RuleSettings, hasCritical: boolean): GateRule {
  const criticalAlpha = hasCritical ? criticalPart : 0;
  const rule = { ...settings, alpha: gateAlpha, criticalAlpha };
  const criteriaAlpha = Number((gateAlpha - criticalAlpha).toFixed(6));
  return { ...rule, criteriaAlpha, text: textOf({ ...settings, criteriaAlpha }) };
}

function textOf({
  maxDrop,
  strict,
  maxMissing,
  criteriaAlpha,
}: RuleSettings & { readonly criteriaAlpha: number }): string {
  const points = decimal(maxDrop * 100);
  return [
    `Rot, wenn in einer Suite die Quote um mehr als ${points} Punkte gesunken ist und der exakte einseitige McNemar-Test nach Holm p < ${decimal(criteriaAlpha)} ergibt,`,
    "oder wenn ein kritischer Fall, der in der Vergleichsbasis jeden Versuch bestand, in mindestens 2 von 3 Versuchen durchfällt (bei mehr Versuchen: in zwei Dritteln).",
    ...(strict
      ? [
          `Streng (--strict): rot auch, wenn das 95-%-Intervall einen Rückgang von ${points} Punkten nicht ausschließt oder ein kritischer Fall offen bleibt.`,
        ]
      : []),
    `Fehlt in einer Suite bei mehr als ${decimal(maxMissing * 100)} % der Fälle eine Antwort, oder bei einem kritischen Fall zu viele, ist das Ergebnis ungültig.`,
  ].join(" ");
}

/** `0,05`, `5`, `12,5` */
export function decimal(value: number, digits = 3): string {
  return value.toLocaleString("de-DE", { maximumFractionDigits: digits });
}
