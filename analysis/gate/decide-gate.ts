import type {
  GateCriterion,
  GateCritical,
  GateFindings,
  GateRule,
} from "../../core/findings-gate.ts";
import { decimal } from "./gate-rule.ts";

/** What the rule says, and why. */
export type GateDecision = Pick<GateFindings, "outcome" | "exitCode" | "reasons">;

/**
 * Applies the rule. What cannot be measured is invalid before anything else; then red; then what is too
 * little to tell; only what is left has held.
 */
export function decideGate(
  criteria: readonly GateCriterion[],
  critical: readonly GateCritical[],
  rule: GateRule,
): GateDecision {
  const deciding = criteria.filter((row) => row.deciding);
  const invalid = [
    ...deciding.filter(({ status }) => status === "not-measured").map(notMeasured(rule)),
    ...critical.filter(({ status }) => status === "not-measured").map(criticalNotMeasured),
  ];
  const red = [
    ...critical.filter(({ status }) => status === "broken").map(broken),
    ...deciding.filter(({ status }) => status === "worse").map(worse(rule)),
  ];
  if (invalid.length > 0) {
    return { outcome: "invalid", exitCode: 3, reasons: [...invalid, ...red] };
  }
  const open = [
    ...critical.filter(({ status }) => status === "too-few-attempts").map(tooFewAttempts),
    ...deciding.filter(({ status }) => status === "too-few").map(tooFew(rule)),
  ];
  if (red.length > 0) return { outcome: "worse", exitCode: 1, reasons: [...red, ...open] };
  if (open.length > 0 && rule.strict) return { outcome: "worse", exitCode: 1, reasons: open };
  if (open.length > 0) return { outcome: "too-few", exitCode: 0, reasons: open };
  return { outcome: "held", exitCode: 0, reasons: deciding.map(held(rule)) };
}

function notMeasured({ maxMissing }: GateRule) {
  return (row: GateCriterion): string =>
    row.cases === 0
      ? `${nameOf(row)}: Alle Fälle sind in Quarantäne; es bleibt nichts, was entscheiden könnte.`
      : `${nameOf(row)}: Bei ${row.missing} von ${row.cases} Fällen fehlt eine Antwort (erlaubt sind ${decimal(maxMissing * 100)} %). Das sagt nichts über den Prompt.`;
}

function criticalNotMeasured(row: GateCritical): string {
  const { passed, failed, missing } = row.after;
  const seen =
    passed + failed + missing === 0
      ? "wurde im neuen Lauf nicht gefragt"
      : `blieb ${missing} von ${passed + failed + missing} Mal ohne Antwort`;
  return `Kritischer Fall ${row.case} (${row.suite}) ${seen}; ohne ihn gibt es kein Ergebnis.`;
}

function worse({ criteriaAlpha, maxDrop }: GateRule) {
  return (row: GateCriterion): string =>
    `${nameOf(row)}: ${changeOf(row)}. Mehr als ${decimal(maxDrop * 100)} Punkte, und p nach Holm ${pText(row.pHolm)} < ${decimal(criteriaAlpha)}.`;
}

function broken(row: GateCritical): string {
  const { before, after, needed } = row;
  const asked = after.passed + after.failed + after.missing;
  return `Kritischer Fall ${row.case} (${row.suite}): vorher ${times(before.passed, before.passed)} bestanden, jetzt ${times(after.failed, asked)} durchgefallen (rot ab ${needed}).`;
}

function tooFewAttempts(row: GateCritical): string {
  const { before, after } = row;
  if (before.passed === 0) {
    return `Kritischer Fall ${row.case} (${row.suite}): Die Vergleichsbasis hat keine Antwort; ob er schlechter wurde, lässt sich nicht sagen.`;
  }
  const asked = after.passed + after.failed + after.missing;
  return `Kritischer Fall ${row.case} (${row.suite}): ${times(after.failed, asked)} durchgefallen; zu wenige Versuche, um das zu sagen (nötig sind 3: npm run eval -- --critical-attempts 3).`;
}

function tooFew({ maxDrop }: GateRule) {
  return (row: GateCriterion): string => {
    const { casesNeeded } = row;
    const needed =
      casesNeeded === undefined
        ? "nötig wären mehr als 10.000"
        : `nötig wären etwa ${decimal(casesNeeded)}`;
    return `${nameOf(row)}: zu wenig Fälle, um das zu sagen: ${changeOf(row)}; ein Rückgang um mehr als ${decimal(maxDrop * 100)} Punkte ist damit weder gezeigt noch ausgeschlossen (${needed} Fälle).`;
  };
}

function held({ maxDrop }: GateRule) {
  return (row: GateCriterion): string =>
    `${nameOf(row)}: ${changeOf(row)}; ein Rückgang um ${decimal(maxDrop * 100)} Punkte oder mehr ist ausgeschlossen.`;
}

/** `Bürgerfragen (llama:gemma3-270m, trained, raw)` */
function nameOf({ title, model, variant, input }: GateCriterion): string {
  return `${title} (${model}, ${variant}, ${input})`;
}

/** `82 → 70 von 100 Fällen bestanden, 12 Punkte weniger (95 %: 3 bis 21 weniger)` */
function changeOf({ n, passedBefore, passedAfter, drop = 0, low = 0, high = 0 }: GateCriterion) {
  const change =
    Math.abs(drop) < 1e-9
      ? "gleich viele"
      : `${pointsText(Math.abs(drop))} ${drop > 0 ? "weniger" : "mehr"}`;
  return `vorher ${passedBefore}, jetzt ${passedAfter} von ${n} Fällen bestanden, ${change} (95 %: ${signed(-high)} bis ${signed(-low)} Punkte)`;
}

/** `1 Punkt`, `2,5 Punkte` */
function pointsText(share: number): string {
  const value = decimal(share * 100, 1);
  return `${value} ${value === "1" ? "Punkt" : "Punkte"}`;
}

function signed(share: number): string {
  const value = Math.round(share * 1000) / 10;
  const text = decimal(Math.abs(value), 1);
  if (value === 0) return "0";
  return value < 0 ? `−${text}` : `+${text}`;
}

function pText(p = 1): string {
  return p < 0.0001 ? "unter 0,0001" : decimal(p, 4);
}

/** `2 von 3 Mal` */
function times(count: number, of: number): string {
  return `${count} von ${of} Mal`;
}
