/** What the examples of a task have in common. */
export function exampleSentence(state: keyof typeof sentences): string {
  return sentences[state];
}

const sentences = {
  "same-case": "A bad and a good example: two answers to the same case.",
  "other-case":
    "A bad and a good example; no case has both, so they are answers to two different cases.",
  "only-bad": "A bad example; there is no answer of a model here that passed.",
  "only-good": "A good example; there is no answer of a model here that did not pass.",
} as const;
