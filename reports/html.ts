import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { chapters as chapterPlaces } from "./html/chapter.ts";
import { failures } from "./html/failures.ts";
import { glance } from "./html/glance.ts";
import { hygiene } from "./html/hygiene.ts";
import { markup } from "./html/escape.ts";
import { method } from "./html/method.ts";
import { page } from "./html/page.ts";
import { procurement } from "./html/procurement.ts";
import { reproducibility } from "./html/reproducibility.ts";
import { results } from "./html/results.ts";
import { training } from "./html/training.ts";
import { trainingNeed } from "./html/training-need.ts";
import { viewOf } from "./view.ts";

/**
 * The German decision report: one HTML file that needs nothing beside itself, no script and no
 * network. Everything in it comes from the findings and the cards; the same input gives the same
 * bytes. Answers are shown as text, whatever is in them.
 *
 * @param findings content of `findings.json`
 * @param cards lines of `cards.jsonl`; at most 400 of them are shown
 */
export function renderHtml(findings: Findings, cards: readonly Card[]): string {
  const view = viewOf(findings, cards);
  const chapters = [
    glance,
    results,
    training,
    hygiene,
    failures,
    procurement,
    trainingNeed,
    method,
    reproducibility,
  ];
  const head = {
    title: findings.run.title,
    kind: "Prüfbericht",
    line: "Amtsprobe · Prüfbericht zu Sprachmodellen in der Verwaltung",
    parts: Object.values(chapterPlaces),
  };
  return page(head, markup`${chapters.map((render) => render(view))}`).text;
}
