import { shareText } from "./feedback.ts";
import type { PromptResult, Yardsticks } from "./result.ts";

/** Fewest participants for whom a mean is shown. */
export const smallestGroup = 5;

/** Means of the group, Markdown; below five participants nothing but that. No pseudonyms. */
export function renderGroup(
  results: readonly PromptResult[],
  { untrained, trained }: Yardsticks,
): string {
  const head = `# Gruppe\n\n${results.length} Prompts wurden geprüft.`;
  if (results.length < smallestGroup) {
    return `${head}\n\nMittelwerte gibt es erst ab ${smallestGroup} Teilnehmenden, damit niemand zu erkennen ist.`;
  }
  const counted = (part: keyof PromptResult["parts"]): number =>
    results.filter(({ parts }) => parts[part]).length;
  const sent = results.flatMap(({ share }) => share ?? []);
  return [
    head,
    `Von ${results.length} Prompts nannten ${counted("task")} den Auftrag, ${counted("source")} die Quelle, ${counted("form")} die Form und ${counted("check")} die Prüfung. ${results.filter(({ personalData }) => personalData > 0).length} enthielten Angaben zu Personen.`,
    sent.length < smallestGroup
      ? `Ausprobiert wurden weniger als ${smallestGroup} Prompts; ein Mittel wird nicht gezeigt.`
      : `Im Mittel bestanden ${(sent.reduce((sum, { passed }) => sum + passed, 0) / sent.length).toFixed(1).replace(".", ",")} von ${sent[0]?.n ?? 0} Fällen je Prompt (n = ${sent.length} Prompts, einfaches Mittel ohne Intervall).`,
    ...(untrained === undefined ? [] : [`Kurzer Auftrag ohne Schulung: ${shareText(untrained)}.`]),
    ...(trained === undefined ? [] : [`Auftrag nach Schulung: ${shareText(trained)}.`]),
  ].join("\n\n");
}
