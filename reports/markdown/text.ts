import { visibleText } from "../unseen.ts";

/**
 * A text that stays text in Markdown, whatever is in it: every character with a meaning gets a
 * backslash, lines become one, unseen characters become `[U+202E]`. Addresses are not turned into
 * links.
 */
export function markdownText(text: string): string {
  const line = visibleText(text)
    .replaceAll(/\s*\n\s*/gu, " ")
    .replaceAll("\t", " ")
    .trim();
  return line
    .replaceAll(/[\\`*_{}[\]<>#|~@&$^]/gu, String.raw`\$&`)
    .replace(/^[-+=]/u, String.raw`\$&`)
    .replace(/^(\d+)(?=[.)])/u, "$1\\")
    .replaceAll("://", String.raw`\://`)
    .replaceAll(/\bwww\./giu, (start) => `${start.slice(0, -1)}\\.`);
}

/** A table; its cells may hold any text. */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const rule = `|${columns.map(() => "---|").join("")}`;
  return [tableLine(columns), rule, ...rows.map(tableLine)].join("\n");
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map(markdownText).join(" | ")} |`;
}

/** A list with one item for each text. */
export function markdownList(texts: readonly string[]): string {
  return texts.map((text) => `- ${markdownText(text)}`).join("\n");
}
