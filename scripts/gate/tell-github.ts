import type { GateFindings } from "../../core/findings-gate.ts";
import { headlineOf } from "../../reports/gate/gate-words.ts";
import { markdownLimits, renderGateMarkdown } from "../../reports/gate-markdown.ts";
import { visibleText } from "../../reports/unseen.ts";
import type { Environment } from "../environment.ts";
import { appendOutputFile } from "../output-folder.ts";

/**
 * GitHub's annotations as lines, one for each reason (GitHub shows ten), and the page appended to the
 * step's summary where there is one. `file` is the prompt file that the annotations point to.
 */
export function tellGithub(
  findings: GateFindings,
  environment: Environment,
  file?: string,
): string[] {
  const trouble = appendSummary(findings, environment["GITHUB_STEP_SUMMARY"] ?? "");
  const level = findings.exitCode === 0 ? "notice" : "error";
  const place = file === undefined ? "" : `file=${property(file)},line=1,`;
  const title = property(headlineOf(findings));
  const reasons = findings.reasons
    .slice(0, 10)
    .map((reason) => `::${level} ${place}title=${title}::${data(reason)}`);
  return [...reasons, ...trouble];
}

/** A page that cannot be written is said; what the gate decided stays. */
function appendSummary(findings: GateFindings, file: string): string[] {
  if (file === "") return [];
  try {
    appendOutputFile(file, renderGateMarkdown(findings, markdownLimits.summary));
    return [];
  } catch {
    return [
      `::warning::${data(`Die Zusammenfassung ließ sich nicht nach ${file} schreiben ($GITHUB_STEP_SUMMARY).`)}`,
    ];
  }
}

/** As `@actions/core` escapes what stands after `::`. */
function data(text: string): string {
  return visibleText(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
