import { wayTo, type CataloguePage } from "../catalogue.ts";
import { runTitle } from "../run-title.ts";
import type { View } from "../view.ts";
import { caseGroups } from "./case-group.ts";
import { pageTitle } from "./catalogue-index.ts";
import { markup } from "./escape.ts";
import { filterForm, scriptFor } from "./filter.ts";
import { page } from "./page.ts";

/** A page beside the report with failures of one suite, linked with the report both ways. */
export function casePage(view: View, part: CataloguePage): string {
  const own: View = { ...view, file: part.file };
  const { names, pages } = view.catalogue;
  const back = `${wayTo(names.report, part.file)}#${view.say.chapters.failures.id}`;
  const siblings = pages.filter(({ suite }) => suite === part.suite);
  const { language, page: texts } = view.words;
  const [before, name, after] = texts.belongs;
  const head = {
    ...runTitle(view),
    kind: texts.kind,
    line: texts.line,
    language,
    parts: [],
    script: scriptFor(part.cards),
    links: [
      { href: back, title: texts.back },
      ...siblings
        .filter(({ file }) => file !== part.file)
        .map((other) => ({
          href: wayTo(other.file, part.file),
          title: pageTitle(view, other),
        })),
    ],
  };
  return page(
    head,
    markup`<section class="chapter" aria-labelledby="fehler-titel">
      <h2 class="kern-heading-large" id="fehler-titel">${texts.more}</h2>
      <p class="kern-body">
        ${before} <a href="${back}">${name}</a>${after}
      </p>
      ${filterForm(view, part.cards)}
      <div class="part">
        <h3 class="kern-heading-medium">${pageTitle(view, part)}</h3>
        ${caseGroups(own, part.cards)}
      </div>
    </section>`,
  ).text;
}
