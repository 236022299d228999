import type { MutationCheck } from "./mutations/mutate-suite.ts";
import type { Operator } from "./mutations/mutant.ts";
import type { ProbeCheck } from "./judge-probes.ts";
import type { Remark } from "./remarks.ts";
import type { Spread, SuiteShape } from "./shape-of-suite.ts";
import type { Double } from "./find-doubles.ts";
import { percent } from "./percent.ts";
import { shortcomings } from "./shortcomings.ts";
import type { SuiteReport } from "./suite-report.ts";

/** The lines that `npm run check` prints for a suite. */
export function describeReport(report: SuiteReport, options: { readonly all: boolean }): string {
  const { suite, cases, examples, asWritten, copyRate, misjudgements } = report;
  const head = `${suite}: ${cases} ${cases === 1 ? "Fall" : "Fälle"} (${quickRun(report)}), ${asWritten} von ${examples} Beispielen wie gemeint beurteilt, Kopie besteht ${percent(copyRate)}.`;
  const lines = [
    ...describeShape(report.shape, cases),
    ...describeProbe(report.probe),
    ...(report.mutation === undefined ? [] : describeMutation(report.mutation, options)),
    ...describeRemarks(report.remarks),
    ...shortcomings(report).map(
      ({ text, isError }) => `${isError ? "FEHLER" : "Hinweis"}: ${text}`,
    ),
    ...misjudgements.map((item) => `FEHLER: ${item.case}, ${item.what}: ${item.problem}`),
  ];
  return [head, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** How many cases the quick profile asks, and why these. */
function quickRun({ cases, quickCases, quickMarked }: SuiteReport): string {
  if (quickMarked > 0) return `${quickCases} im Schnelllauf`;
  const which = quickCases === cases ? "alle" : `die ersten ${quickCases}`;
  return `im Schnelllauf ${which}, weil keiner mit quick markiert ist`;
}

/** The last line of a check: how many errors there are. */
export function describeOutcome(
  reports: readonly SuiteReport[],
  doubles: readonly Double[],
): string {
  const errors = countErrors(reports, doubles);
  const hints = reports.reduce(
    (sum, report) =>
      sum + report.remarks.length + shortcomings(report).filter(({ isError }) => !isError).length,
    doubles.filter(({ likeness }) => likeness < 1).length,
  );
  const said = hints === 0 ? "" : ` ${hints} ${hints === 1 ? "Hinweis" : "Hinweise"}.`;
  return errors === 0 ? `In Ordnung.${said}` : `${errors} Fehler.${said}`;
}

/** Everything that makes a check say no. */
export function countErrors(reports: readonly SuiteReport[], doubles: readonly Double[]): number {
  return reports.reduce(
    (sum, report) =>
      sum +
      report.misjudgements.length +
      shortcomings(report).filter(({ isError }) => isError).length,
    doubles.filter(({ likeness }) => likeness === 1).length,
  );
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
    ...shown.map(
      (one) =>
        `  unbemerkt: ${one.case}, ${operatorNames[one.operator]} (${one.operator}): ${one.change}`,
    ),
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
  if (least === most) return format(least);
  return `${format(least)} bis ${format(most)} (Mitte ${format(median)})`;
}
