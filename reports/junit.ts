import type {
  GateChange,
  GateCriterion,
  GateCritical,
  GateFindings,
} from "../core/findings-gate.ts";
import {
  afterText,
  attemptsText,
  beforeText,
  changeTitle,
  criterionCells,
  criterionColumns,
  criterionWords,
  criticalWords,
} from "./gate/gate-words.ts";
import { visibleText } from "./unseen.ts";

/** One test case of the file. */
interface TestCase {
  readonly suite: string;
  readonly name: string;
  readonly kind: "passed" | "failure" | "error" | "skipped";
  readonly message: string;
  readonly output: string;
}

/** Changed answers written for each test case; GitLab reads files up to 30 MB. */
const mostChanges = 50;

/**
 * The gate's findings as JUnit XML: one test case for each deciding criterion and one for each critical
 * case, under names that occur once. What cannot be told is `skipped`, what could not be measured is an
 * `error`. Characters that XML forbids stand as `[U+001B]`.
 */
export function renderJunit(findings: GateFindings): string {
  const cases = uniqueNames([
    ...findings.criteria
      .filter(({ deciding }) => deciding)
      .map((row) => ofCriterion(row, findings)),
    ...findings.critical.map((row) => ofCritical(row, findings)),
  ]);
  const suites = [...Map.groupBy(cases, ({ suite }) => suite)];
  const total = countsOf(cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Amtsprobe Gate" ${total} time="0">`,
    ...suites.map(([name, own]) => suiteElement(name, own, findings)),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteElement(name: string, cases: readonly TestCase[], findings: GateFindings): string {
  const { createdAt } = findings.candidate;
  const time = Number.isNaN(Date.parse(createdAt)) ? "1970-01-01T00:00:00" : createdAt.slice(0, 19);
  return [
    ` <testsuite name="${attribute(name)}" ${countsOf(cases)} time="0" timestamp="${attribute(time)}" hostname="amtsprobe">`,
    "  <properties>",
    `   <property name="Regel" value="${attribute(findings.rule.text)}"/>`,
    "  </properties>",
    ...cases.map(caseElement),
    " </testsuite>",
  ].join("\n");
}

function caseElement({ suite, name, kind, message, output }: TestCase): string {
  const open = `  <testcase classname="amtsprobe.${attribute(suite)}" name="${attribute(name)}" time="0">`;
  const type = kind === "error" ? "infrastructure" : "regression";
  const result =
    kind === "passed"
      ? ""
      : kind === "skipped"
        ? `<skipped message="${attribute(message)}"/>`
        : `<${kind} message="${attribute(message)}" type="${type}">${content(message)}</${kind}>`;
  const told = output === "" ? "" : `<system-out>${content(output)}</system-out>`;
  return `${open}${result}${told}</testcase>`;
}

function ofCriterion(row: GateCriterion, findings: GateFindings): TestCase {
  const { suite, model, variant, input, status } = row;
  const strictRed = findings.rule.strict && status === "too-few";
  const kinds = {
    worse: "failure",
    held: "passed",
    "too-few": "skipped",
    "not-measured": "error",
  } as const;
  const cells = criterionCells(row);
  const message = criterionColumns.map((column, at) => `${column}: ${cells[at] ?? ""}`).join("; ");
  return {
    suite,
    name: `Quote ${suite} · ${model} · ${variant} · ${input}`,
    kind: strictRed ? "failure" : kinds[status],
    message: `${criterionWords[status]}. ${message}`,
    output: changesText(findings.worse.filter((change) => isOf(change, row))),
  };
}

function ofCritical(row: GateCritical, findings: GateFindings): TestCase {
  const { suite, model, variant, input, status, before, after } = row;
  const kinds = {
    broken: "failure",
    held: "passed",
    "failed-before": "skipped",
    "too-few-attempts": findings.rule.strict ? "failure" : "skipped",
    "not-measured": "error",
  } as const;
  const changes = findings.worse.filter((change) => isOf(change, row) && change.case === row.case);
  return {
    suite,
    name: `Kritischer Fall ${suite}/${row.case} · ${model} · ${variant} · ${input}`,
    kind: kinds[status],
    message: `${criticalWords[status]}: vorher ${attemptsText(before)}, jetzt ${attemptsText(after)}`,
    output: changesText(changes),
  };
}

function isOf(change: GateChange, row: GateCriterion | GateCritical): boolean {
  const group = change.variant.startsWith("untrained-") ? "untrained" : change.variant;
  return (
    change.suite === row.suite &&
    change.model === row.model &&
    change.input === row.input &&
    (change.variant === row.variant || group === row.variant)
  );
}

function changesText(changes: readonly GateChange[]): string {
  const shown = changes.slice(0, mostChanges).map((change) => {
    const reasons = change.after.reasons.map((reason) => `\nweil: ${reason}`).join("");
    return `${changeTitle(change)}\nvorher: ${beforeText(change)}\njetzt: ${afterText(change)}${reasons}`;
  });
  const rest = changes.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} weitere stehen in findings.json`] : [])].join("\n\n");
}

/** GitLab ignores a test case whose name it has seen. */
function uniqueNames(cases: readonly TestCase[]): TestCase[] {
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const times = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, times);
    return times === 1 ? one : { ...one, name: `${one.name} (${times})` };
  });
}

function countsOf(cases: readonly TestCase[]): string {
  const of = (kind: TestCase["kind"]): number => cases.filter((one) => one.kind === kind).length;
  return `tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}" skipped="${of("skipped")}"`;
}

function content(text: string): string {
  return visibleText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function attribute(text: string): string {
  return content(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
