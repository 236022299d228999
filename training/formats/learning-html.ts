import type { Block, Exercise } from "../exercise.ts";
import { variantLabel } from "../text/variant-label.ts";
import { escapeMarkup } from "../text/escape-markup.ts";

/**
 * A text as HTML for a learning platform. Dollar and at signs are written as entities: `$$` would start a
 * formula and `@@PLUGINFILE@@` become an address. Line ends become `<br>`.
 */
export function platformText(text: string): string {
  return escapeMarkup(text)
    .replaceAll("$", "&#36;")
    .replaceAll("@", "&#64;")
    .replaceAll("\n", "<br>");
}

/** The texts that belong to a task, then its question; HTML for a learning platform. */
export function platformQuestion({
  blocks,
  question,
}: Pick<Exercise, "blocks" | "question">): string {
  return `${blocks.map(platformBlock).join("")}<p><strong>${platformText(question)}</strong></p>`;
}

function platformBlock({ label, text, language }: Block): string {
  return `<p><strong>${platformText(label)}:</strong></p><blockquote lang="${escapeMarkup(language)}" dir="auto"><p>${platformText(text)}</p></blockquote>`;
}

/** Where an exercise comes from; closes every general feedback. */
export function originLine({ source }: Exercise): string {
  const invented = source.synthetic ? " Personen und Kennungen sind erfunden." : "";
  return `Fall „${source.case}“ (${source.suiteTitle}), Antwort von ${source.model}, Prompt ${variantLabel(source.variant)}. Karte im Prüfbericht: #${source.anchor}.${invented} Lizenz: ${source.licence}.`;
}

/** A rubric as one text, a line per point. */
export function rubricText(rubric: readonly string[]): string {
  return rubric.map((point) => `• ${point}`).join("\n");
}
