import { composedText } from "../../core/composed-text.ts";
import type { Case } from "../../core/case.ts";
import { findProtectedItems } from "../../graders/identifiers/protected-items.ts";
import { searchedText } from "../../graders/identifiers/searched-text.ts";
import type { FindPassages } from "../../reports/mask-texts.ts";

/**
 * Finds what is blackened in a report: all that the recognisers see, hints included, whatever the case
 * allows, and the values that it names as protected, such as invented names.
 */
export function protectedPassages(
  cases: readonly { readonly suite: string; readonly case: Case }[],
): FindPassages {
  const known = new Map(
    cases.map((line) => [JSON.stringify([line.suite, line.case.id]), line.case.expected.protected]),
  );
  return (text, place) => {
    const composed = composedText(text);
    const list = { protected: known.get(JSON.stringify([place.suite, place.case])) };
    return findProtectedItems(searchedText(composed.text), list).flatMap(({ spans }) =>
      spans.map(({ start, end }) => ({
        start: composed.originalOffset(start),
        end: composed.originalOffset(end),
      })),
    );
  };
}
