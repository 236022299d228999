/** What the examples of a task have in common. */
export function exampleSentence(state: keyof typeof sentences): string {
  return sentences[state];
}

const sentences = {
  "same-case": "Ein schlechtes und ein gutes Beispiel: zwei Antworten auf denselben Fall.",
  "other-case":
    "Ein schlechtes und ein gutes Beispiel; zu keinem Fall gibt es beides, darum sind es zwei Fälle.",
  "only-bad": "Ein schlechtes Beispiel; eine bestandene Antwort eines Modells gibt es hier nicht.",
  "only-good":
    "Ein gutes Beispiel; eine nicht bestandene Antwort eines Modells gibt es hier nicht.",
} as const;
