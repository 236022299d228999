import { NGramIndex } from "./n-gram-index.ts";

/** The n-grams of texts that are cut into tokens (see `NGramIndex`). */
export class TokenIndex {
  readonly #numbers = new Map<string, number>();
  readonly #nGrams: NGramIndex;

  constructor(texts: readonly (readonly string[])[], order: number) {
    for (const token of texts.flat()) {
      if (!this.#numbers.has(token)) this.#numbers.set(token, this.#numbers.size);
    }
    this.#nGrams = new NGramIndex(
      texts.map((tokens) => this.#unitsOf(tokens)),
      order,
    );
  }

  /** How many n-grams a text shares with these, by order from 1. */
  shared(tokens: readonly string[]): number[] {
    return this.#nGrams.shared(this.#unitsOf(tokens));
  }

  #unitsOf(tokens: readonly string[]): number[] {
    return tokens.map((token) => this.#numbers.get(token) ?? -1);
  }
}
