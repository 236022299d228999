import { wayTo, type CataloguePage } from "../catalogue.ts";
import { pageTitle } from "../sentences/failure-sentences.ts";
import type { View } from "../view.ts";
import { caseGroups } from "./case-group.ts";
import { chapters } from "./chapter.ts";
import { markup } from "./escape.ts";
import { filterForm, scriptFor } from "./filter.ts";
import { page } from "./page.ts";

/** A page beside the report with failures of one suite, linked with the report both ways. */
export function casePage(view: View, part: CataloguePage): string {
  const own: View = { ...view, file: part.file };
  const { names, pages } = view.catalogue;
  const back = `${wayTo(names.report, part.file)}#${chapters.failures.id}`;
  const siblings = pages.filter(({ suite }) => suite === part.suite);
  const title = pageTitle(view.labels.suite(part.suite), part);
  const head = {
    title: view.findings.run.title,
    kind: "Fehlerkatalog",
    line: "Amtsprobe · Fehlerkatalog zum Prüfbericht",
    parts: [],
    script: scriptFor(part.cards),
    links: [
      { href: back, title: "Zurück zum Bericht" },
      ...siblings
        .filter(({ file }) => file !== part.file)
        .map((other) => ({
          href: wayTo(other.file, part.file),
          title: pageTitle(view.labels.suite(other.suite), other),
        })),
    ],
  };
  return page(
    head,
    markup`<section class="chapter" aria-labelledby="fehler-titel">
      <h2 class="kern-heading-large" id="fehler-titel">Weitere nicht bestandene Antworten</h2>
      <p class="kern-body">
        Diese Seite gehört zum <a href="${back}">Prüfbericht</a>. Sie enthält Antworten, für die dort
        kein Platz ist.
      </p>
      ${filterForm(view, part.cards)}
      <div class="part">
        <h3 class="kern-heading-medium">${title}</h3>
        ${caseGroups(own, part.cards)}
      </div>
    </section>`,
  ).text;
}
