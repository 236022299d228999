import { markup, type Html } from "./escape.ts";

/** A chapter of the report. Chapters are numbered in the order they stand here. */
export interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

export const chapters = {
  glance: { id: "ueberblick", number: 1, title: "Auf einen Blick" },
  results: { id: "ergebnisse", number: 2, title: "Ergebnisse je Aufgabe" },
  training: { id: "schulung", number: 3, title: "Schulung oder anderes Modell" },
  hygiene: { id: "datenhygiene", number: 4, title: "Datenhygiene" },
  failures: { id: "fehler", number: 5, title: "Nicht bestandene Antworten" },
  procurement: { id: "beschaffung", number: 6, title: "Anforderungen, Punkte und Kosten" },
  trainingNeed: { id: "schulungsbedarf", number: 7, title: "Schulungsbedarf" },
  method: { id: "methode", number: 8, title: "Methode und Grenzen" },
  reproducibility: { id: "nachvollziehbarkeit", number: 9, title: "Nachvollziehbarkeit" },
} as const satisfies Readonly<Record<string, Chapter>>;

/** Frame of a chapter: landmark, numbered heading, content. */
export function chapter(of: Chapter, content: Html): Html {
  return markup`<section class="chapter" id="${of.id}" aria-labelledby="${of.id}-titel">
    <h2 class="kern-heading-large" id="${of.id}-titel">
      <span class="chapter__number">${of.number}</span> ${of.title}
    </h2>
    ${content}
  </section>`;
}
