import type { Findings, Rate } from "../../core/findings.ts";
import { agree, counted, listed } from "./counted.ts";
import { measuredShare, outOf } from "./measured.ts";
import { decimal } from "./numbers.ts";

/** Heading and text of the notice that stands first in a report of the quick profile. */
export const firstLook = {
  title: "Erster Eindruck, keine Entscheidungsgrundlage",
  body: "Der Schnelllauf prüft je Aufgabe nur wenige Fälle, die Intervalle sind entsprechend breit. Für eine Auswahl ist ein vollständiger Lauf nötig:",
};

/** `Geprüft wurden 2 Modelle an 30 Fällen aus 3 Aufgaben, je Kombination 1 Versuch …` */
export function scopeSentence(findings: Findings, models: number, baselines: number): string {
  const tested = [counted(models, "model")];
  if (baselines > 0) tested.push(counted(baselines, "baseline"));
  const cases = findings.suites.reduce((sum, suite) => sum + suite.cases, 0);
  const singular = models === 1 && baselines === 0;
  return `Geprüft ${singular ? "wurde" : "wurden"} ${listed(tested)} an ${counted(cases, "case", "dative")} aus ${counted(findings.suites.length, "task", "dative")}, je Kombination ${counted(findings.run.attempts, "attempt")}.`;
}

/** What the tested tasks say of others: nothing. */
export function purposeSentence(tasks: number): string {
  if (tasks === 0) return "Geprüft wurde keine Aufgabe.";
  return `Geprüft ${agree(tasks, "wurde", "wurden")} ${counted(tasks, "task")}. Für andere Aufgaben sagt der Bericht nichts.`;
}

/** How complete the run is. */
export function completenessSentence(run: Findings["run"]): string {
  const answered = `Von ${counted(run.plannedTrials, "trial", "dative")} ${agree(run.completedTrials, "wurde", "wurden")} ${decimal(run.completedTrials)} beantwortet`;
  if (run.failedTrials === 0) return `${answered}.`;
  return `${answered}, ${decimal(run.failedTrials)} ${agree(run.failedTrials, "blieb", "blieben")} ohne Antwort.`;
}

/** `Mit dem Prompt „geschult“ besteht A 1 von 3 Aufgaben, B 0 von 1 Aufgabe.` */
export function passesSentence(
  variant: string,
  rows: readonly { readonly name: string; readonly passed: number; readonly suites: number }[],
): string {
  const parts = rows.map(
    ({ name, passed, suites }) =>
      `${name} ${decimal(passed)} von ${counted(suites, "task", "dative")}`,
  );
  return `Mit dem Prompt „${variant}“ besteht ${parts.join(", ")}.`;
}

/** Floor and ceiling beside the models: `Untergrenze ohne Sprachmodell: …` */
export function limitSentences(
  limits: readonly { readonly name: string; readonly rate: Rate; readonly ceiling: boolean }[],
): string[] {
  const texts = (ceiling: boolean): string =>
    limits
      .filter((limit) => limit.ceiling === ceiling)
      .map(({ name, rate }) => `${name} ${measuredShare(rate)}`)
      .join("; ");
  const [floor, top] = [texts(false), texts(true)];
  return [
    ...(floor === "" ? [] : [`Untergrenze ohne Sprachmodell: ${floor}.`]),
    ...(top === "" ? [] : [`Obergrenze: ${top}.`]),
  ];
}

/** `Alle 7 Modelle stehen im Kapitel „…“.` */
export function moreModelsSentence(models: number, chapter: string): string {
  return `Alle ${counted(models, "model")} stehen im Kapitel „${chapter}“.`;
}

/** For a model without a mean over all tasks; a mean over some would not compare to the others. */
export function partlyMeasuredText(tasks: number, all: number): string {
  if (tasks === 0) return "nicht gemessen";
  return `kein Mittel, nur ${decimal(tasks)} von ${counted(all, "task", "dative")}`;
}

/** How many answers hit the length limit. */
export function truncatedText(truncated: number, n: number): string {
  return n === 0 ? "keine Antworten" : outOf(truncated, n);
}

/** `1 kritischer Fall ist nicht bestanden: …` */
export function criticalSentence(name: string, suite: string, cases: readonly string[]): string {
  const verb = agree(cases.length, "ist", "sind");
  return `Bei ${name} ${verb} in „${suite}“ ${counted(cases.length, "critical-case")} nicht bestanden (${listed(cases)}).`;
}

/** A critical case that nobody could measure is not a passed one. */
export function criticalUnknownSentence(
  name: string,
  suite: string,
  cases: readonly string[],
): string {
  const verb = agree(cases.length, "konnte", "konnten");
  return `Bei ${name} ${verb} in „${suite}“ ${counted(cases.length, "critical-case")} nicht gemessen werden (${listed(cases)}).`;
}

/** Says that too much of a suite could not be measured. */
export function unreliableSentence(name: string, suite: string, share: string): string {
  return `Das Ergebnis von ${name} in „${suite}“ ist nicht belastbar: ${share} der Durchgänge konnten nicht gemessen werden.`;
}

/** Cases in another language that nobody who speaks it has read. */
export function nativeUncheckedSentence(cases: number): string {
  return `${counted(cases, "case")} in anderen Sprachen ${agree(cases, "ist", "sind")} noch nicht von einer muttersprachlichen Person geprüft.`;
}

/** Cases a model was not sent because of their data class. */
export function withheldSentence(name: string, cases: number): string {
  return `${name}: ${counted(cases, "case")} ${agree(cases, "wurde", "wurden")} nicht gesendet.`;
}

/** What the report says nothing about. */
export const notJudged: string =
  "Nicht beurteilt werden Ton, Hilfsbereitschaft und Vollständigkeit über die hinterlegten Punkte hinaus. Die Zahlen gelten für diese Fälle, diese Prompts und diese Modellstände, nicht für andere Aufgaben oder spätere Versionen.";

/** The one place that explains the interval. */
export const intervalExplanation: string =
  "„Intervall“ ist das 95-%-Konfidenzintervall: Das Verfahren dahinter schließt bei vielen Stichproben in 95 von 100 den wahren Wert ein. „n“ ist die Zahl der Fälle.";
