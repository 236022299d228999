import type { GateFindings } from "../core/findings-gate.ts";
import {
  afterText,
  attemptsText,
  beforeText,
  changeTitle,
  criterionCells,
  criterionColumns,
  criticalWords,
  firstOfEachCase,
  headlineOf,
  nextStepOf,
  otherAttempts,
  sideLines,
  type CaseChange,
} from "./gate/gate-words.ts";
import { markdownList, markdownTable, markdownText } from "./markdown/text.ts";

/** Bytes that a page may have: GitHub's step summary, and a comment on a pull or merge request. */
export const markdownLimits = { summary: 1_000_000, comment: 60_000 } as const;

const longestAnswer = 1500;

/**
 * The gate's findings as Markdown of at most `maxBytes`; what has no room is counted and stands in
 * `findings.json`. Names and answers stay text, whatever they hold.
 */
export function renderGateMarkdown(findings: GateFindings, maxBytes: number): string {
  const parts = [
    `## ${markdownText(headlineOf(findings))}`,
    markdownList(findings.reasons),
    `**Was jetzt:** ${markdownText(nextStepOf(findings))}`,
    `**Regel:** ${markdownText(findings.rule.text)}`,
  ];
  const page = growing(parts, maxBytes - reserve);
  const rest = page.add([criteriaPart(findings), ...criticalPart(findings)]);
  const cases = firstOfEachCase(findings.worse);
  const changes = cases.map(changePart);
  const heading = `### Schlechter geworden: ${findings.worseTotal}, besser geworden: ${findings.betterTotal} (Antworten)`;
  const before = page.add([...sidePart(findings), ...noticePart(findings)]);
  const hidden = changes.length === 0 ? 0 : page.add([heading, ...changes]);
  const kept = Math.max(0, changes.length - hidden);
  const told = cases.slice(0, kept).reduce((sum, { attempts }) => sum + attempts, 0);
  const more = findings.worseTotal - told;
  return [
    page.text(),
    ...(rest + before > 0 ? ["*Gekürzt: Tabellen und Hinweise stehen in findings.json.*"] : []),
    ...(more > 0 ? [`*${more} weitere Antworten stehen in findings.json.*`] : []),
    "",
  ].join("\n\n");
}

/** Room for the last lines. */
const reserve = 400;

/** Takes parts as long as they fit, and says how many did not. */
function growing(first: readonly string[], maxBytes: number) {
  const kept = [cutTo(first.join("\n\n"), maxBytes)];
  let bytes = Buffer.byteLength(kept[0] ?? "");
  return {
    add: (parts: readonly string[]): number => {
      const refused = parts.findIndex((part) => {
        const size = Buffer.byteLength(part) + 2;
        if (bytes + size > maxBytes) return true;
        bytes += size;
        kept.push(part);
        return false;
      });
      return refused < 0 ? 0 : parts.length - refused;
    },
    text: (): string => kept.join("\n\n"),
  };
}

function cutTo(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  return Buffer.from(text)
    .subarray(0, maxBytes)
    .toString("utf8")
    .replace(/\ufffd+$/u, "");
}

function criteriaPart({ criteria }: GateFindings): string {
  return markdownTable([...criterionColumns], criteria.map(criterionCells));
}

function criticalPart({ critical }: GateFindings): string[] {
  if (critical.length === 0) return [];
  const shown = critical.filter(({ status }) => status !== "held");
  const held = `### Kritische Fälle: ${critical.length - shown.length} von ${critical.length} gehalten`;
  if (shown.length === 0) return [held];
  const rows = shown.map((row) => [
    row.case,
    row.suite,
    row.variant,
    attemptsText(row.before),
    attemptsText(row.after),
    criticalWords[row.status],
  ]);
  return [held, markdownTable(["Fall", "Suite", "Prompt", "vorher", "jetzt", "Ergebnis"], rows)];
}

function sidePart(findings: GateFindings): string[] {
  const lines = sideLines(findings);
  return lines.length === 0 ? [] : [markdownList(lines)];
}

function noticePart({ notices }: GateFindings): string[] {
  return notices.length === 0 ? [] : [`### Hinweise\n\n${markdownList(notices)}`];
}

function changePart({ change, attempts }: CaseChange): string {
  const { question, after } = change;
  const lines = [
    ...(question === undefined ? [] : [`Frage: ${shorten(question)}`]),
    `vorher: ${shorten(beforeText(change))}`,
    `jetzt: ${shorten(afterText(change))}`,
    ...after.reasons.slice(0, 3).map((reason) => `weil: ${shorten(reason)}`),
  ];
  return `**${markdownText(`${changeTitle(change)}${otherAttempts(attempts)}`)}**\n\n${markdownList(lines)}`;
}

function shorten(text: string): string {
  const characters = Array.from(text.slice(0, longestAnswer * 2));
  const rest = characters.length > longestAnswer || text.length > longestAnswer * 2;
  return rest ? `${characters.slice(0, longestAnswer).join("")} …` : text;
}
