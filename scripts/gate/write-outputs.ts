import { join } from "node:path";
import type { GateFindings } from "../../core/findings-gate.ts";
import { markdownLimits, renderGateMarkdown } from "../../reports/gate-markdown.ts";
import { renderJunit } from "../../reports/junit.ts";
import { openOutputFile, refuseLink, writeOutputFile } from "../output-folder.ts";
import { fromStart } from "../start-folder.ts";
import type { GateWords } from "./words.ts";

/**
 * Writes the files that are asked for, when it is known that each may be written; gives their paths.
 */
export function writeOutputs(findings: GateFindings, words: GateWords): string[] {
  const { out } = words;
  const inOut = (name: string): string[] => (out === undefined ? [] : [join(out, name)]);
  const files: readonly (readonly [readonly string[], () => string])[] = [
    [[...inOut("junit.xml"), ...named(words.junit)], () => renderJunit(findings)],
    [
      [...inOut("zusammenfassung.md"), ...named(words.markdown)],
      () => renderGateMarkdown(findings, markdownLimits.summary),
    ],
    [
      [...inOut("kommentar.md"), ...named(words.comment)],
      () => renderGateMarkdown(findings, markdownLimits.comment),
    ],
    [
      [...inOut("findings.json"), ...named(words.findings)],
      () => `${JSON.stringify(findings, null, 2)}\n`,
    ],
  ];
  const force = words.force === true;
  if (out !== undefined) refuseLink(fromStart(out));
  const wanted = files.flatMap(([paths, render]) =>
    paths.map((path) => [fromStart(path), render] as const),
  );
  for (const [file] of wanted) openOutputFile(file, { force });
  for (const [file, render] of wanted) writeOutputFile(file, render(), { force });
  return wanted.map(([file]) => file);
}

function named(path: string | undefined): string[] {
  return path === undefined ? [] : [path];
}
