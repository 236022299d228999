import { competenceText } from "../competences.ts";
import type { Draft, Proof } from "../draft.ts";
import { cleanText, shortLine } from "../text/clean-text.ts";
import { caseBlocks, frame, modelAnswer, type Ground } from "./frame.ts";

/** Longest side of a pair; Moodle keeps 255 characters of an answer. */
const longestSide = 240;
const mostPairs = 5;

interface Pair {
  readonly fact: string;
  readonly claim: string;
  readonly source: string;
}

/**
 * „Prüfpfad“: each statement is laid beside the sentence of the official text that it has to be
 * checked at. Statements come from the real answer, where it makes them, else from the model answer.
 */
export function checkPath(ground: Ground): Draft | undefined {
  const { place, judges, case: graded } = ground;
  const text = place.input === "pseudonymised" ? graded.input.pseudonymised : graded.input.text;
  if (text === undefined) return undefined;
  const sentences = judges
    .sentences(cleanText(text))
    .map((one) => shortLine(one, 4000))
    .filter(isShort);
  const pairs = findPairs(ground, sentences);
  if (pairs.length < 2) return undefined;
  const used = new Set(pairs.map(({ source }) => source));
  const distractors = sentences
    .filter(
      (one) => !used.has(one) && pairs.every(({ fact }) => judges.states(fact, one) === false),
    )
    .slice(0, 2);
  return {
    place,
    exercise: frame("check-path", ground, {
      title: "Prüfpfad: Wo steht das?",
      minutes: 5,
      blocks: caseBlocks(ground),
      question:
        "Ordnen Sie jeder Aussage den Satz des amtlichen Textes zu, an dem Sie sie prüfen. Nicht jeder Satz wird gebraucht.",
      task: {
        kind: "matching",
        pairs: pairs.map(({ claim, source }) => ({ left: claim, right: source })),
        distractors,
      },
      solution: `Jede Aussage wird an genau einem Satz geprüft. ${competenceText(ground.competence).tip}`,
    }),
    proofs: [
      ...pairs.flatMap((pair) => proofsOf(pair, pairs)),
      ...distractorProofs(pairs, distractors),
    ],
  };
}

function findPairs(ground: Ground, sentences: readonly string[]): Pair[] {
  const { judges, card, case: graded } = ground;
  const claims = [cleanText(card.answer).slice(0, 3000), modelAnswer(ground) ?? ""]
    .flatMap((answer) => judges.sentences(answer))
    .map((one) => shortLine(one, 4000))
    .filter((one) => isShort(one) && !sentences.includes(one));
  const facts = (graded.expected.facts ?? []).slice(0, 8);
  const found = facts.flatMap((fact): Pair[] => {
    const sources = sentences.filter((one) => judges.states(fact, one) === true);
    const claim = claims.find((one) => judges.states(fact, one) === true);
    const [source] = sources;
    return source === undefined || sources.length > 1 || claim === undefined
      ? []
      : [{ fact, claim, source }];
  });
  const alone = found.filter((one) =>
    found.every(
      (other) => other === one || (other.source !== one.source && other.claim !== one.claim),
    ),
  );
  return alone
    .filter((one) =>
      alone.every((other) => other === one || judges.states(one.fact, other.claim) === false),
    )
    .slice(0, mostPairs);
}

function isShort(sentence: string): boolean {
  return sentence.length >= 12 && sentence.length <= longestSide;
}

/** The fact stands in its own claim and source, and in none of the others. */
function proofsOf(pair: Pair, pairs: readonly Pair[]): Proof[] {
  const { fact } = pair;
  return pairs.flatMap((other): Proof[] => [
    { kind: "fact", fact, text: other.source, holds: other === pair },
    { kind: "fact", fact, text: other.claim, holds: other === pair },
  ]);
}

function distractorProofs(pairs: readonly Pair[], distractors: readonly string[]): Proof[] {
  return pairs.flatMap(({ fact }) =>
    distractors.map((text): Proof => ({ kind: "fact", fact, text, holds: false })),
  );
}
