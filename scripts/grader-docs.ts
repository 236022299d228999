import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Grader } from "../core/grader.ts";
import { graders } from "../graders/registry.ts";
import { programFolder } from "./folders.ts";

const head = `# Grader

Diese Seite schreibt \`npm run build:grader-docs\` aus dem Quelltext; bitte nicht von Hand ändern.

Ein Grader urteilt über eine Antwort: \`value\` von 0 bis 1, bestanden ab der Schwelle, mit Begründung und Fundstellen. Kann er nicht urteilen, sagt er \`unscored\`, nie 0. Ausprobieren: \`npm run -s grade -- --grader NAME\`. Die Beschreibungen stehen, wie im Quelltext, auf Englisch; was ein Grader **nicht** misst, steht dabei.`;

/** The page about all graders, from their registry entries, option schemas and doc comments. */
export function graderDocs(): string {
  const rows = [...graders.values()].map(
    ({ name, version, title, threshold, failureClass }) =>
      `| [${name}](#${name}) | ${version} | ${title} | ${format(threshold)} | ${failureClass} |`,
  );
  const table = [
    "| Grader | Version | Prüft | Schwelle | Art des Fehlers |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
  return [head, table, ...[...graders.values()].map(section)].join("\n\n").concat("\n");
}

/** The doc comment of a grader's export, without its stars, cut at the example. */
export function docComment(name: string): { readonly text: string; readonly example: string } {
  const source = readFileSync(join(programFolder, "graders", `${name}.ts`), "utf8");
  const comment = /\/\*\*(?<body>(?:(?!\*\/)[\s\S])*)\*\/\s*export const/u.exec(source);
  const lines = (comment?.groups?.["body"] ?? "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/u, "").trimEnd());
  const at = lines.indexOf("@example");
  const [text, example] = at === -1 ? [lines, []] : [lines.slice(0, at), lines.slice(at + 1)];
  return { text: text.join("\n").trim(), example: example.join("\n").trim() };
}

function section(grader: Grader): string {
  const { text, example } = docComment(grader.name);
  const needs =
    grader.needs.length === 0 ? "nichts" : grader.needs.map((need) => `\`${need}\``).join(", ");
  return [
    `## ${grader.name}`,
    `**${grader.title}.** Version ${grader.version}, Schwelle ${format(grader.threshold)}. Braucht im Fall: ${needs}.`,
    ...optionRows(grader),
    text,
    `\`\`\`ts\n${example}\n\`\`\``,
  ].join("\n\n");
}

function optionRows(grader: Grader): string[] {
  const schema = z.toJSONSchema(grader.options, { io: "input", unrepresentable: "any" });
  const options = Object.entries(schema.properties ?? {});
  if (options.length === 0) return [];
  const rows = options.map(([name, option]) => {
    const { description = "", default: preset } =
      typeof option === "object" ? (option as { description?: string; default?: unknown }) : {};
    const shown = preset === undefined ? "–" : `\`${JSON.stringify(preset)}\``;
    return `| \`${name}\` | ${description.replaceAll("|", "\\|")} | ${shown.replaceAll("|", "\\|")} |`;
  });
  return [["| Einstellung | Bedeutung | Vorgabe |", "|---|---|---|", ...rows].join("\n")];
}

function format(value: number): string {
  return value.toLocaleString("de-DE");
}
