/** Signs looked at before and after an option; phrases that declare one are shorter. */
export const longestCue = 80;

const cueBefore = new RegExp(
  [
    String.raw`(?:antwort|lösung|auswahl|wahl|ergebnis|answer)[*_]*(?:\s+(?:ist|lautet|wäre|fällt auf|is)|\s*[:=])`,
    String.raw`(?:ist|lautet|wäre)\s+die\s+(?:(?:richtige|korrekte)\s+)?(?:antwort|lösung)`,
    String.raw`(?:wähle|nehme|entscheide mich für|tippe auf|entspricht|zutrifft|bleibt|verbleibt|choose)\s*:?`,
    String.raw`(?:richtig|korrekt|zutreffend)\s*(?:ist|wäre|:)`,
  ]
    .map((cue) => `(?:${cue})`)
    .join("|")
    .replace(/^/u, "(?<!\\p{L})(?:")
    .concat(
      String.raw`)[*_\s]*(?:(?:also|nur|daher|somit|damit|demnach|hier|eindeutig|klar|option|antwort|buchstabe|möglichkeit|die|der|das|den|dem|nummer)\s+){0,4}:?\s*[(*_„"»\s]*$`,
    ),
  "iu",
);

const cueAfter =
  /^[)*_“"«.\s]*(?:\([^()]{0,60}\)\s*)?(?:(?:(?:ist|wäre|sind|is)\s+(?:(?:also|daher|somit|damit|hier|eindeutig|die|das|der|the)\s+){0,3}(?:richtig|korrekt|zutreffend|einzig richtige|correct|right))|stimmt|trifft (?:hier )?zu|:\s*(?:richtig|korrekt|zutreffend|trifft zu))/iu;

/** `Die richtige Antwort ist`, `Ich wähle` stand before it. */
export function leadsToOption(before: string): boolean {
  return cueBefore.test(before);
}

/** `ist richtig`, `trifft zu` stand behind it. */
export function confirmsOption(behind: string): boolean {
  return cueAfter.test(behind);
}
