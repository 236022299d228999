import { dirname, join } from "node:path";
import type { GateFindings } from "../../core/findings-gate.ts";
import { replaceFile } from "../../engine/replace-file.ts";
import { markdownLimits, renderGateMarkdown } from "../../reports/gate-markdown.ts";
import { renderJunit } from "../../reports/junit.ts";
import { makeFolder } from "../output-folder.ts";
import { fromStart } from "../start-folder.ts";
import type { GateWords } from "./words.ts";

/** Writes the files that are asked for; gives their paths. */
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
  return files.flatMap(([paths, render]) =>
    paths.map((path) => {
      const file = fromStart(path);
      makeFolder(dirname(file));
      replaceFile(file, render());
      return file;
    }),
  );
}

function named(path: string | undefined): string[] {
  return path === undefined ? [] : [path];
}
