import type { Competence } from "../../core/findings-training-need.ts";
import { competences } from "../../core/findings-training-need.ts";
import type { FailureClass } from "../../core/failure-class.ts";

/**
 * Which competence would have caught a failure (training handbook, section 1): by the grader that
 * objected, by the class where the answer itself or the class says it, else by the tags of the case.
 * „Unsicherheit einschätzen“ belongs to answers that sound certain and are wrong: graders that want
 * an abstention or a confidence.
 */
const ofGrader: Readonly<Record<string, Competence>> = {
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
  "prompt-hygiene": "prompten",
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

const ofClass: Readonly<Partial<Record<FailureClass, Competence>>> = {
  leak: "daten",
  refused: "verantwortung",
  "wrong-language": "adressat",
  truncated: "prompten",
  empty: "prompten",
  unparseable: "prompten",
};

/** Competences of a failed answer: of every grader that objected, and of its class. */
export function competencesOf(failure: {
  readonly class: FailureClass;
  readonly graders: readonly string[];
  readonly tags: readonly string[];
}): Set<Competence> {
  const own = ofClass[failure.class];
  const found = new Set(own === undefined ? [] : [own]);
  for (const grader of failure.graders) {
    const competence = competenceOfGrader(grader);
    if (competence !== undefined) found.add(competence);
  }
  if (found.size > 0) return found;
  const [first = "pruefen"] = tagged(failure.tags);
  return new Set([first]);
}

/** What a case can show at all: through its graders, and through its tags. */
export function observableCompetences(
  graders: readonly string[],
  tags: readonly string[],
): Set<Competence> {
  const byGrader = graders.flatMap((grader) => competenceOfGrader(grader) ?? []);
  return new Set([...byGrader, ...tagged(tags)]);
}

function competenceOfGrader(grader: string): Competence | undefined {
  return Object.hasOwn(ofGrader, grader) ? ofGrader[grader] : undefined;
}

function tagged(tags: readonly string[]): Competence[] {
  return competences.filter((name) => tags.includes(name));
}
