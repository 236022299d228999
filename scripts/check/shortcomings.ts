import { percent, percentBelow } from "./percent.ts";
import type { SuiteReport } from "./suite-report.ts";

/** Bounds that a shipped suite has to keep; for a suite of one's own they are advice. */
export const bounds = { mutation: 0.9, leak: 0.97, equivalent: 0.05, probe: 0.9 } as const;

/** Fewer mutants say too little for a bound to decide. */
const fewMutants = 30;

/** A bound that a suite misses, in German. */
export interface Shortcoming {
  readonly text: string;
  /** False when it is only said, and the check still says yes. */
  readonly isError: boolean;
}

/** What falls short of the bounds, and what is wrong with `mutanten.yaml`. */
export function shortcomings(report: SuiteReport): Shortcoming[] {
  const { isShipped } = report;
  const isEnough = (report.mutation?.mutants ?? 0) >= fewMutants;
  return [
    ...strictness(report).map((text) => ({ text, isError: isShipped })),
    ...laxness(report).map((text) => ({ text, isError: isShipped && isEnough })),
    ...leaks(report).map((text) => ({ text, isError: isShipped })),
    ...excuses(report).map((text) => ({ text, isError: isShipped })),
    ...needless(report).map((text) => ({ text, isError: true })),
  ];
}

function strictness({ probe: { probes, passed } }: SuiteReport): string[] {
  if (passed >= bounds.probe * probes) return [];
  return [
    `Nur ${percentBelow(passed / probes, bounds.probe)} der Umschreibungen in probe.yaml bestehen (nötig: ${percent(bounds.probe)}); die Grader sind für gute Antworten zu streng.`,
  ];
}

function laxness({ mutation }: SuiteReport): string[] {
  if (mutation === undefined || mutation.killed >= bounds.mutation * mutation.mutants) return [];
  const { killed, mutants } = mutation;
  const few =
    mutants < fewMutants ? ` Bei ${mutants} Mutanten sagt das noch wenig; mehr Fälle helfen.` : "";
  return [
    `Mutationswert ${percentBelow(killed / mutants, bounds.mutation)} liegt unter ${percent(bounds.mutation)}.${few}`,
  ];
}

function leaks({ mutation }: SuiteReport): string[] {
  const leak = mutation?.operators.find(({ operator }) => operator === "leak");
  if (leak === undefined || leak.killed >= bounds.leak * leak.mutants) return [];
  return [
    `Abfluss wird nur zu ${percentBelow(leak.killed / leak.mutants, bounds.leak)} bemerkt (nötig: ${percent(bounds.leak)}).`,
  ];
}

/** One mutant may always be excused, however few there are. */
function excuses({ mutation }: SuiteReport): string[] {
  if (mutation === undefined) return [];
  const { mutants, equivalent } = mutation;
  if (equivalent <= Math.ceil(bounds.equivalent * (mutants + equivalent))) return [];
  return [`Mehr als ${percent(bounds.equivalent)} der Mutanten gelten als gleichwertig.`];
}

function needless({ mutation }: SuiteReport): string[] {
  return (mutation?.needless ?? []).map(
    (entry) =>
      `mutanten.yaml nennt einen Mutanten, den es nicht gibt oder der auffällt: ${entry.case}, ${entry.change}`,
  );
}
