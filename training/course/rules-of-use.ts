import { competenceText } from "../competences.ts";
import { bullets, paragraph, renderPage } from "../formats/page.ts";
import type { Paper } from "./agenda.ts";
import words from "./words.json" with { type: "json" };

/** How often answers of a run failed in a way that one competence catches. */
export interface CompetenceCount {
  readonly competence: string;
  readonly failed: number;
}

/** What the draft is drawn from. */
export interface RulesGround {
  /** Answers of real models that were judged. */
  readonly judged: number;
  /** The most frequent first. */
  readonly counts: readonly CompetenceCount[];
}

/** Most rules, so that the draft stays on one page. */
const mostRules = 4;

/** A one-page draft of the authority's rules: what may go in, what is checked, who decides. */
export function renderRules(
  { judged, counts }: RulesGround,
  { title, style, origin }: Paper,
): string {
  const input = new Set(["daten", "prompten"]);
  const checked = counts.filter(
    ({ competence }) => !input.has(competence) && competence !== "verantwortung",
  );
  const content = [
    paragraph(`Entwurf für die Dienststelle, aus den Fehlern eines Laufs. ${origin}`),
    `<h2 class="kern-heading-medium">Was hinein darf</h2>${bullets([...["daten", "prompten"].map(ruleOf), ...words.rulesAlways.slice(0, 2)])}`,
    `<h2 class="kern-heading-medium">Was geprüft wird</h2>${bullets(
      (checked.length === 0 ? ["pruefen"] : checked.map(({ competence }) => competence))
        .slice(0, mostRules)
        .map(ruleOf),
    )}`,
    `<h2 class="kern-heading-medium">Wer entscheidet</h2>${bullets([ruleOf("verantwortung"), ...words.deciding.slice(1), ...words.rulesAlways.slice(2)])}`,
    `<h2 class="kern-heading-medium">Warum diese Regeln</h2>${paragraph(reasonFor(judged, counts))}`,
    paragraph(
      "Vor dem Inkrafttreten beteiligen: Datenschutz, Informationssicherheit, Personalvertretung. Der Entwurf ist keine Rechtsberatung.",
    ),
  ];
  return renderPage({ title, line: "Entwurf: Nutzungsregeln", style, content: content.join("\n") });
}

function ruleOf(competence: string): string {
  return competenceText(competence).rule;
}

/** Counts, not rates: an answer may fail in more than one way. */
function reasonFor(judged: number, counts: readonly CompetenceCount[]): string {
  if (judged === 0 || counts.length === 0)
    return "Der Lauf enthält keine Fehler, aus denen sich Regeln ableiten ließen.";
  const parts = counts
    .slice(0, mostRules)
    .map(({ competence, failed }) => `${competenceText(competence).title}: ${failed}`);
  return `Im Lauf wurden ${judged} Antworten beurteilt. Antworten mit einem Fehler, den diese Kompetenz hätte auffangen können: ${parts.join(", ")}. Eine Antwort kann mehrfach zählen. Quoten mit Intervall stehen im Prüfbericht.`;
}
