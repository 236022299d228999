import { markup, type Html } from "./escape.ts";

/** A chapter of the report. Chapters are numbered in the order of their ids. */
export interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** The anchors of the chapters in their order, the same in every language. */
const anchors = {
  glance: "ueberblick",
  recommendation: "empfehlung",
  purposes: "einsatzzwecke",
  models: "modelle",
  results: "ergebnisse",
  safety: "sicherheit",
  failures: "fehler",
  evidence: "nachweise",
  trainingNeed: "schulungsbedarf",
  method: "methode",
  reproducibility: "nachvollziehbarkeit",
  glossary: "glossar",
  accessibility: "barrierefreiheit",
} as const;
export type ChapterName = keyof typeof anchors;
export type Chapters = Readonly<Record<ChapterName, Chapter>>;

/** The chapters with the titles of a language. */
export function chaptersWith(titles: Readonly<Record<ChapterName, string>>): Chapters {
  const names = Object.keys(anchors) as ChapterName[];
  const entries = names.map((name, at) => {
    return [name, { id: anchors[name], number: at + 1, title: titles[name] }];
  });
  return Object.fromEntries(entries) as Chapters;
}

/** Frame of a chapter: landmark, numbered heading, content. */
export function chapter(of: Chapter, content: Html): Html {
  return markup`<section class="chapter" id="${of.id}" aria-labelledby="${of.id}-titel">
    <h2 class="kern-heading-large" id="${of.id}-titel">
      <span class="chapter__number">${of.number}</span> ${of.title}
    </h2>
    ${content}
  </section>`;
}
