import type { Card } from "../../core/card.ts";

/**
 * Chooses the cards that are shown: critical cases first, then by severity; among equals in turn
 * from every suite and model, so that none crowds out the others.
 */
export function selectCards(cards: readonly Card[], limit: number): Card[] {
  const ranks = Map.groupBy(cards, rank);
  const ordered = [...ranks.keys()].toSorted((a, b) => b - a);
  return ordered.flatMap((key) => inTurn(ranks.get(key) ?? [])).slice(0, limit);
}

/** Critical cases outrank every severity (1 to 4). */
function rank(card: Card): number {
  return (card.critical ? 1000 : 0) + card.severity;
}

/** Takes the first card of every suite and model, then the second, and so on. */
function inTurn(cards: readonly Card[]): Card[] {
  const heaps = [
    ...Map.groupBy(cards, (card) => JSON.stringify([card.suite, card.model])).values(),
  ];
  const longest = heaps.reduce((most, heap) => Math.max(most, heap.length), 0);
  return Array.from({ length: longest }, (_, turn) => turn).flatMap((turn) =>
    heaps.flatMap((heap) => heap.slice(turn, turn + 1)),
  );
}
