import type { GateFindings } from "../core/findings-gate.ts";
import {
  afterText,
  attemptsText,
  beforeText,
  changeTitle,
  criterionCells,
  criticalWords,
  firstOfEachCase,
  headlineOf,
  nextStepOf,
  otherAttempts,
  sideLines,
  type CaseChange,
} from "./gate/gate-words.ts";
import { visibleText } from "./unseen.ts";

/** Cases with changed answers shown on a terminal, and characters of each. */
const mostShown = 5;
const longestShown = 300;

/**
 * The gate's findings as lines for a terminal. Answers are made harmless: control sequences and
 * direction marks stand as `[U+001B]`.
 */
export function renderGateTable(findings: GateFindings): string[] {
  const { reasons, rule, notices } = findings;
  return [
    headlineOf(findings),
    ...reasons.map((reason) => `  ${reason}`),
    `Was jetzt: ${nextStepOf(findings)}`,
    "",
    `Regel: ${rule.text}`,
    "",
    ...criteriaLines(findings),
    ...criticalLines(findings),
    ...worseLines(findings),
    ...sideLines(findings).flatMap((line) => ["", line]),
    ...(notices.length === 0 ? [] : ["", ...notices.map((notice) => `Hinweis: ${notice}`)]),
  ].map(harmless);
}

/** Nothing that a terminal or a CI runner would take for a command. */
function harmless(line: string): string {
  return visibleText(line)
    .replaceAll(/\s*\n\s*/gu, " ")
    .replaceAll("##[", "## [");
}

/** A paragraph a row: as columns they would not fit into a terminal of 80. */
function criteriaLines({ criteria }: GateFindings): string[] {
  return criteria.flatMap((row) => {
    const [title = "", model = "", variant = "", input = "", ...figures] = criterionCells(row);
    const [cases = "", before = "", after = "", change = "", p = "", from = "", result = ""] =
      figures;
    return [
      `Suite „${title}“: ${result}`,
      `  ${model}, ${variant}, ${input}`,
      `  Fälle ${cases}, vorher ${before}, jetzt ${after}, Änderung ${change}`,
      `  p (Holm) ${p}, nachweisbar ab ${from}`,
    ];
  });
}

function criticalLines({ critical }: GateFindings): string[] {
  const shown = critical.filter(({ status }) => status !== "held");
  if (critical.length === 0) return [];
  const held = critical.length - shown.length;
  return [
    "",
    `Kritische Fälle: ${held} von ${critical.length} gehalten`,
    ...shown.map(
      ({ suite, case: id, model, variant, input, before, after, status }) =>
        `  ${id} (${suite}, ${model}, ${variant}, ${input}): ${criticalWords[status]}; vorher ${attemptsText(before)}, jetzt ${attemptsText(after)}`,
    ),
  ];
}

function worseLines({ worse, worseTotal, betterTotal }: GateFindings): string[] {
  if (worseTotal + betterTotal === 0) return [];
  const cases = firstOfEachCase(worse);
  const shown = cases.slice(0, mostShown);
  const rest = worseTotal - shown.reduce((sum, { attempts }) => sum + attempts, 0);
  return [
    "",
    `Schlechter geworden: ${worseTotal}, besser geworden: ${betterTotal} (Antworten)`,
    ...shown.flatMap(changeLines),
    ...(rest > 0 ? [`  … ${rest} weitere stehen in findings.json`] : []),
  ];
}

function changeLines({ change, attempts }: CaseChange): string[] {
  const { after, question } = change;
  return [
    `  ${changeTitle(change)}${otherAttempts(attempts)}`,
    ...(question === undefined ? [] : [`    Frage:   ${oneLine(question)}`]),
    `    vorher:  ${oneLine(beforeText(change))}`,
    `    jetzt:   ${oneLine(afterText(change))}`,
    ...after.reasons.slice(0, 3).map((reason) => `    weil:    ${oneLine(reason)}`),
  ];
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  const characters = Array.from(line);
  return characters.length <= longestShown
    ? line
    : `${characters.slice(0, longestShown).join("")} …`;
}
