import { percent } from "../text/numbers.ts";
import { shareText } from "./feedback.ts";
import type { PromptResult, ShareMean, Yardsticks } from "./result.ts";

/** Fewest participants for whom a mean is shown. */
export const smallestGroup = 5;

/** What the group did as a whole. */
export interface Group {
  readonly results: readonly PromptResult[];
  /** Over the prompts that were sent; absent when none was. */
  readonly mean: ShareMean | undefined;
}

/** Means of the group, Markdown; below five participants nothing but that. No pseudonyms. */
export function renderGroup({ results, mean }: Group, { untrained, trained }: Yardsticks): string {
  const head = `# Gruppe\n\n${results.length} Prompts wurden geprüft.`;
  if (results.length < smallestGroup) {
    return `${head}\n\nMittelwerte gibt es erst ab ${smallestGroup} Teilnehmenden, damit niemand zu erkennen ist.`;
  }
  const counted = (part: keyof PromptResult["parts"]): number =>
    results.filter(({ parts }) => parts[part]).length;
  return [
    head,
    `Von ${results.length} Prompts nannten ${counted("task")} den Auftrag, ${counted("source")} die Quelle, ${counted("form")} die Form und ${counted("check")} die Prüfung. ${results.filter(({ personalData }) => personalData > 0).length} enthielten Angaben zu Personen.`,
    meanText(mean),
    ...(untrained === undefined ? [] : [`Kurzer Auftrag ohne Schulung: ${shareText(untrained)}.`]),
    ...(trained === undefined ? [] : [`Auftrag nach Schulung: ${shareText(trained)}.`]),
  ].join("\n\n");
}

function meanText(mean: ShareMean | undefined): string {
  if (mean === undefined || mean.n < smallestGroup)
    return `Ausprobiert wurden weniger als ${smallestGroup} Prompts; ein Mittel wird nicht gezeigt.`;
  const { n, value, low, high, method } = mean;
  return `Im Mittel bestand ein Prompt ${percent(value)} der Fälle (${percent(low)} bis ${percent(high)}, n = ${n} Prompts; ${method}). Das Intervall gilt für diese Fälle.`;
}
