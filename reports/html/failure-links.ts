import type { View } from "../view.ts";
import { markup, type Html } from "./escape.ts";

/**
 * Links to failure cards by their anchors, in the report or in the pages beside it. A failure
 * without a card is named as a place in `cards.jsonl`.
 */
export function failureLinks(view: View): (anchors: readonly string[]) => Html {
  const { linkTo, names } = view.catalogue;
  const cases = new Map(view.cards.map((card) => [card.anchor, card.case]));
  return (anchors) =>
    markup`${anchors.map((anchor, at) => {
      const name = cases.get(anchor) ?? anchor;
      const comma = at === 0 ? "" : ", ";
      const link = linkTo(anchor, names.report);
      return link === undefined
        ? markup`${comma}<span class="aside">${name} (cards.jsonl: ${anchor})</span>`
        : markup`${comma}<a href="${link}">${name}</a>`;
    })}`;
}
