import type { View } from "../view.ts";
import { markup, type Html } from "./escape.ts";
import { selectCards } from "./select-cards.ts";

/**
 * Links to failure cards by their anchors. The report shows only so many cards; one that is not
 * shown is named as a place in `cards.jsonl`.
 */
export function failureLinks(view: View): (anchors: readonly string[]) => Html {
  const models = new Set(view.models.map((model) => model.id));
  const cards = selectCards(view.cards.filter((card) => models.has(card.model)));
  const shown = Map.groupBy(cards, ({ anchor }) => idOf(anchor));
  const names = new Map(view.cards.map((card) => [card.anchor, card.case]));
  return (anchors) =>
    markup`${anchors.map((anchor, at) => {
      const name = names.get(anchor) ?? anchor;
      const comma = at === 0 ? "" : ", ";
      return shown.get(idOf(anchor))?.length === 1
        ? markup`${comma}<a href="#${idOf(anchor)}">${name}</a>`
        : markup`${comma}<span class="aside">${name} (cards.jsonl: ${anchor})</span>`;
    })}`;
}

/** The id that a card has on the page. */
function idOf(anchor: string): string {
  return anchor.replaceAll(/[^\w-]/gu, "-");
}
