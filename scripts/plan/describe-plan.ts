import type { Agreement } from "../../analysis/power/plan-mcnemar.ts";
import type { Plan, PlanRow } from "./make-plan.ts";

/** The plan as lines for a person. German. */
export function describePlan(plan: Plan): string[] {
  return [...headOf(plan), "", ...tableOf(plan), "", ...plan.notes, ...restOf(plan)];
}

function headOf({ power, rate, from, gate }: Plan): string[] {
  const wanted = `Sicherheit, einen vorhandenen Unterschied zu finden: ${percent(power)}.`;
  if (gate !== undefined) {
    const suites = gate === 1 ? "einer Suite" : `${number(gate)} Suiten`;
    return [
      `Ein Prompt vorher und nachher im Gate mit ${suites}; Fälle einer Suite, je Fall eine Antwort.`,
      `Der schlechtere Prompt besteht ${percent(rate ?? 0)} der Fälle. ${wanted}`,
    ];
  }
  if (from === undefined) {
    return [
      "Zwei Modelle auf denselben Fällen, je Fall eine Antwort.",
      `Das schwächere besteht ${percent(rate ?? 0)} der Fälle. ${wanted}`,
    ];
  }
  const asked = from.attempts === 1 ? "einem Versuch" : `${from.attempts} Versuchen`;
  return [
    `Streuung aus dem Lauf: ${from.what}, ${number(from.cases)} Fälle mit je ${asked}.`,
    `Bei mehreren Suiten sind es die Fälle zusammen, gleichmäßig verteilt. ${wanted}`,
  ];
}

function tableOf({ rows }: Plan): string[] {
  const width = Math.max(...rows.map((row) => sideOf(row).length));
  return rows.map((row) => {
    const difference =
      row.difference === undefined ? "kein Unterschied nachweisbar" : points(row.difference);
    const cases = row.cases === undefined ? "mehr als 100.000 Fälle" : `${number(row.cases)} Fälle`;
    return `  ${sideOf(row).padEnd(width)}   ${difference.padStart(12)}   ${cases}`;
  });
}

function sideOf({ agreement, attempts = 1 }: PlanRow): string {
  return agreement === undefined ? attemptsText(attempts) : agreementText[agreement];
}

function restOf({ from, gate, method }: Plan): string[] {
  const advice =
    from === undefined
      ? [
          "Wie ähnlich die beiden sind, weiß man vorher nicht; vorsichtig ist die erste Zeile.",
          "Mit --from ORDNER kommt die Streuung aus einem früheren Lauf.",
        ]
      : [];
  return [
    ...advice,
    ...(gate === undefined
      ? ["Werden mehr als zwei Modelle verglichen, braucht es etwas mehr (Holm)."]
      : []),
    `Verfahren: ${method}.`,
  ];
}

const agreementText: Readonly<Record<Agreement, string>> = {
  independent: "unabhängig voneinander",
  medium: "teils dieselben Fälle",
  "same-cases": "das bessere besteht alles, was das schwächere besteht",
};

function attemptsText(attempts: number): string {
  return attempts === 1 ? "1 Versuch je Fall" : `${attempts} Versuche je Fall`;
}

function points(share: number): string {
  const value = (share * 100).toLocaleString("de-DE", { maximumFractionDigits: 1 });
  return `${value} ${value === "1" ? "Punkt" : "Punkte"}`;
}

function percent(share: number): string {
  return `${(share * 100).toLocaleString("de-DE", { maximumFractionDigits: 1 })} %`;
}

function number(value: number): string {
  return value.toLocaleString("de-DE");
}
