import { appendFileSync } from "node:fs";
import type { GateFindings } from "../../core/findings-gate.ts";
import { headlineOf } from "../../reports/gate/gate-words.ts";
import { markdownLimits, renderGateMarkdown } from "../../reports/gate-markdown.ts";
import { visibleText } from "../../reports/unseen.ts";
import type { Environment } from "../environment.ts";

/**
 * GitHub's annotations as lines, one for each reason (GitHub shows ten), and the page appended to the
 * step's summary where there is one. `file` is the prompt file that the annotations point to.
 */
export function tellGithub(
  findings: GateFindings,
  environment: Environment,
  file?: string,
): string[] {
  const summary = environment["GITHUB_STEP_SUMMARY"];
  if (summary !== undefined && summary !== "") {
    appendFileSync(summary, renderGateMarkdown(findings, markdownLimits.summary));
  }
  const level = findings.exitCode === 0 ? "notice" : "error";
  const place = file === undefined ? "" : `file=${property(file)},line=1,`;
  const title = property(headlineOf(findings));
  return findings.reasons
    .slice(0, 10)
    .map((reason) => `::${level} ${place}title=${title}::${data(reason)}`);
}

/** As `@actions/core` escapes what stands after `::`. */
function data(text: string): string {
  return visibleText(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
