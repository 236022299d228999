import type { CataloguePage } from "../catalogue.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";

/** So many single links at most; beyond that only the pages are linked. */
const mostLinks = 5000;

/**
 * Links to the failures that stand in files beside the report. Each link carries the anchor of its
 * card, so that `report.html#fall-…` finds every failure.
 */
export function catalogueIndex(view: View): Html {
  const { pages } = view.catalogue;
  if (pages.length === 0) return nothing;
  const links = pages.reduce((sum, { cards }) => sum + cards.length, 0);
  return markup`<div class="part">
    <h3 class="kern-heading-medium" id="weitere-faelle">${view.words.page.more}</h3>
    ${pages.map((page) => pageEntry(view, page, links <= mostLinks))}
  </div>`;
}

function pageEntry(view: View, page: CataloguePage, withCards: boolean): Html {
  const link = markup`<p class="kern-body">
    <a href="${page.file}">${pageTitle(view, page)}</a>
  </p>`;
  if (!withCards) return link;
  return markup`${link}
    <details class="kern-accordion">
      <summary class="kern-accordion__header">
        <span class="kern-title kern-title--small">${view.words.page.single(page.cards.length)}</span>
      </summary>
      <div class="kern-accordion__body">
        <ul class="links">
          ${page.cards.map((card) => {
            const id = view.catalogue.idOf(card);
            return markup`<li><a id="${id}" href="${page.file}#${id}">${card.case}, ${view.labels.model(card.model)}</a></li>`;
          })}
        </ul>
      </div>
    </details>`;
}

/** `Anliegen von Bürgern`, `Anliegen von Bürgern, Teil 2 von 3` */
export function pageTitle({ labels, words }: View, { suite, number, of }: CataloguePage): Part {
  const title = words.quoted(labels.suite(suite));
  return of === 1 ? title : markup`${title}, ${words.page.part(number, of)}`;
}
