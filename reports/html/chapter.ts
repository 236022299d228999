import { markup, type Html } from "./escape.ts";

/** A chapter of the report. Chapters are numbered in the order they stand here. */
export interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** The report's chapters in their order; the order gives the numbers. */
export const chapters = numbered({
  glance: { id: "ueberblick", title: "Auf einen Blick" },
  recommendation: { id: "empfehlung", title: "Empfehlung und Begründung" },
  purposes: { id: "einsatzzwecke", title: "Einsatzzwecke und Anforderungen" },
  models: { id: "modelle", title: "Geprüfte Modelle" },
  results: { id: "ergebnisse", title: "Ergebnisse je Aufgabe" },
  safety: { id: "sicherheit", title: "Sicherheit, Datenschutz, Fairness" },
  failures: { id: "fehler", title: "Fehlerkatalog" },
  evidence: { id: "nachweise", title: "Nachweise für Vergabe, Datenschutz und KI-Verordnung" },
  trainingNeed: { id: "schulungsbedarf", title: "Schulungsbedarf und Übungen" },
  method: { id: "methode", title: "Methode und Grenzen" },
  reproducibility: { id: "nachvollziehbarkeit", title: "Nachvollziehbarkeit" },
  glossary: { id: "glossar", title: "Glossar" },
  accessibility: { id: "barrierefreiheit", title: "Barrierefreiheit dieses Berichts" },
});

/** Frame of a chapter: landmark, numbered heading, content. */
export function chapter(of: Chapter, content: Html): Html {
  return markup`<section class="chapter" id="${of.id}" aria-labelledby="${of.id}-titel">
    <h2 class="kern-heading-large" id="${of.id}-titel">
      <span class="chapter__number">${of.number}</span> ${of.title}
    </h2>
    ${content}
  </section>`;
}

function numbered<Name extends string>(
  titles: Readonly<Record<Name, Omit<Chapter, "number">>>,
): Readonly<Record<Name, Chapter>> {
  const names = Object.keys(titles) as Name[];
  const entries = names.map((name, at) => [name, { ...titles[name], number: at + 1 }]);
  return Object.fromEntries(entries) as Record<Name, Chapter>;
}
