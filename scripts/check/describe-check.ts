import type { MutationCheck } from "./mutations/mutate-suite.ts";
import type { Operator } from "./mutations/mutant.ts";
import type { ProbeCheck } from "./judge-probes.ts";
import type { SuiteCheck } from "./judge-suite.ts";
import type { Remark, Spread, SuiteShape } from "./shape-of-suite.ts";
import type { Double } from "./find-doubles.ts";

/** Everything a check found out about one suite. */
export interface SuiteReport extends SuiteCheck {
  readonly shape: SuiteShape;
  readonly remarks: readonly Remark[];
  readonly probe: ProbeCheck;
  /** Only with `--mutate`. */
  readonly mutation?: MutationCheck;
}

/** Bounds that a shipped suite has to keep. */
export const bounds = { mutation: 0.9, leak: 0.97, equivalent: 0.05, probe: 0.9 } as const;

/** What falls short of the bounds, in German. */
export function shortcomings({ probe, mutation }: SuiteReport): string[] {
  const found: string[] = [];
  if (probe.passed < bounds.probe * probe.probes) {
    found.push(
      `Nur ${percent(probe.passed / probe.probes)} der Umschreibungen in probe.yaml bestehen (nötig: ${percent(bounds.probe)}); die Grader sind für gute Antworten zu streng.`,
    );
  }
  if (mutation === undefined) return found;
  const { mutants, killed, equivalent, operators, needless } = mutation;
  if (killed < bounds.mutation * mutants) {
    found.push(
      `Mutationswert ${percent(killed / mutants)} liegt unter ${percent(bounds.mutation)}.`,
    );
  }
  const leak = operators.find(({ operator }) => operator === "leak");
  if (leak !== undefined && leak.killed < bounds.leak * leak.mutants) {
    found.push(
      `Abfluss wird nur zu ${percent(leak.killed / leak.mutants)} bemerkt (nötig: ${percent(bounds.leak)}).`,
    );
  }
  if (equivalent > bounds.equivalent * (mutants + equivalent)) {
    found.push(`Mehr als ${percent(bounds.equivalent)} der Mutanten gelten als gleichwertig.`);
  }
  const idle = needless.map(
    (entry) =>
      `mutanten.yaml nennt einen Mutanten, den es nicht gibt oder der auffällt: ${entry.case}, ${entry.change}`,
  );
  return [...found, ...idle];
}

/** The lines that `npm run check` prints for a suite. */
export function describeReport(report: SuiteReport, options: { readonly all: boolean }): string {
  const { suite, cases, quickCases, examples, asWritten, copyRate, misjudgements } = report;
  const head = `${suite}: ${cases} ${cases === 1 ? "Fall" : "Fälle"} (${quickCases} im Schnelllauf), ${asWritten} von ${examples} Beispielen wie gemeint beurteilt, Kopie besteht ${percent(copyRate)}.`;
  const lines = [
    ...describeShape(report.shape, cases),
    ...describeProbe(report.probe),
    ...(report.mutation === undefined ? [] : describeMutation(report.mutation, options)),
    ...describeRemarks(report.remarks),
    ...shortcomings(report).map((text) => `FEHLER: ${text}`),
    ...misjudgements.map((item) => `${item.case}, ${item.what}: ${item.problem}`),
  ];
  return [head, ...lines.map((line) => `  ${line}`)].join("\n");
}

function describeShape({ twoEach, oneEach, ...shape }: SuiteShape, cases: number): string[] {
  const examples = `Je zwei richtige und falsche Beispiele in ${twoEach} von ${cases} Fällen, je eines in ${oneEach}.`;
  const lengths =
    shape.words === undefined ? [] : [`Ausgangstexte ${spread(shape.words, 0)} Wörter`];
  const grades = [
    ...(shape.sourceGrade ? [`Schulstufe (WSTF4) der Texte ${spread(shape.sourceGrade, 1)}`] : []),
    ...(shape.referenceGrade
      ? [`der deutschen Musterantworten ${spread(shape.referenceGrade, 1)}`]
      : []),
  ];
  const figures = [...lengths, ...grades];
  return figures.length === 0 ? [examples] : [examples, `${figures.join("; ")}.`];
}

function describeProbe({ probes, passed, rejected }: ProbeCheck): string[] {
  if (probes === 0) return [];
  return [
    `Umschreibungen (probe.yaml): ${passed} von ${probes} bestehen (${percent(passed / probes)}).`,
    ...rejected.map((item) => `  abgelehnt: ${item.case} ${item.problem}`),
  ];
}

const operatorNames: Readonly<Record<Operator, string>> = {
  number: "Zahl",
  amount: "Betrag",
  date: "Datum",
  deadline: "Frist",
  citation: "Fundstelle",
  negation: "Verneinung",
  condition: "Bedingung weg",
  remedy: "Rechtsbehelf weg",
  leak: "Abfluss",
  "foreign-sentence": "fremder Satz",
  language: "andere Sprache",
  cut: "abgeschnitten",
  choice: "andere Auswahl",
};

/** Survivors shown without `--all`. */
const mostSurvivors = 10;

function describeMutation(check: MutationCheck, options: { readonly all: boolean }): string[] {
  const { mutants, killed, equivalent, operators, survivors } = check;
  if (mutants === 0) return ["Mutationen: keine möglich."];
  const kinds = operators.map(
    (one) => `${operatorNames[one.operator]} ${one.killed}/${one.mutants}`,
  );
  const shown = options.all ? survivors : survivors.slice(0, mostSurvivors);
  const hidden = survivors.length - shown.length;
  return [
    `Mutationen: ${killed} von ${mutants} bemerkt (${percent(killed / mutants)}), ${equivalent} gleichwertig. ${kinds.join(", ")}.`,
    ...shown.map((one) => `  unbemerkt: ${one.case}, ${one.operator}: ${one.change}`),
    ...(hidden > 0 ? [`  … und ${hidden} weitere (alle mit --all)`] : []),
  ];
}

function describeRemarks(remarks: readonly Remark[]): string[] {
  return remarks.map((remark) =>
    remark.case === undefined
      ? `Hinweis: ${remark.text}.`
      : `Hinweis: ${remark.case}: ${remark.text}.`,
  );
}

/** The lines about doubles within and across suites. */
export function describeDoubles(doubles: readonly Double[]): string[] {
  return doubles.map(({ first, second, likeness }) =>
    likeness === 1
      ? `FEHLER: ${first} und ${second} stellen dieselbe Aufgabe.`
      : `Hinweis: ${first} und ${second} gleichen einander zu ${percent(likeness)}.`,
  );
}

function spread({ least, median, most }: Spread, digits: number): string {
  const format = (value: number) => value.toFixed(digits).replace(".", ",");
  return `${format(least)} bis ${format(most)} (Mitte ${format(median)})`;
}

/** Rounded down, so that 100 % means all of them. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}
