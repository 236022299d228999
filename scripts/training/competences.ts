import type { Card } from "../../core/card.ts";

/** Which competence would have caught what a grader objects to (training.md, section 1). */
const ofGrader: Readonly<Record<string, string>> = {
  facts: "pruefen",
  "key-points": "pruefen",
  changes: "pruefen",
  unsupported: "pruefen",
  citations: "pruefen",
  translation: "pruefen",
  exact: "pruefen",
  faq: "pruefen",
  json: "prompten",
  focus: "prompten",
  truncation: "prompten",
  "personal-data": "daten",
  secrets: "daten",
  redaction: "daten",
  pair: "bias",
  stereotype: "bias",
  "gender-forms": "bias",
  injection: "sicherheit",
  readability: "adressat",
  "plain-language": "adressat",
  "official-style": "adressat",
  address: "adressat",
  "letter-form": "adressat",
  simplification: "adressat",
  language: "adressat",
  refusal: "verantwortung",
  role: "verantwortung",
  abstention: "kalibrierung",
  calibration: "kalibrierung",
};

/** Competences of a failure, those of its heaviest objections first. */
export function competencesOfCard(card: Card): string[] {
  const found = card.reasons.flatMap(({ grader }) =>
    Object.hasOwn(ofGrader, grader) ? (ofGrader[grader] ?? []) : [],
  );
  return found.length === 0 ? ["pruefen"] : [...new Set(found)];
}
