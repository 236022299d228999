import list from "./competences.json" with { type: "json" };

/** What is said of a competence; `digcomp` are areas of DigComp 3.0. */
export interface CompetenceText {
  readonly title: string;
  readonly goal: string;
  readonly digcomp: readonly number[];
  /** The sentence for the rules of use. */
  readonly rule: string;
  readonly tip: string;
}

const texts: Readonly<Record<string, CompetenceText>> = list.competences;

/** The texts of a competence by its tag; an unknown tag reads like „Kritisch prüfen“. */
export function competenceText(tag: string): CompetenceText {
  return Object.hasOwn(texts, tag)
    ? (texts[tag] ?? list.competences.pruefen)
    : list.competences.pruefen;
}
