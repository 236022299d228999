import type { Message, Price } from "../core/model.ts";
import type { FailureCode, Outcome } from "../core/outcome.ts";
import type { Spending } from "./budget.ts";

/** Rough length of a token in characters of German text; only for estimates before a call. */
const charactersPerToken = 3.5;
/** Tokens that a provider may add to each message for its role and its ends. */
const tokensPerMessage = 16;

/** What is asked, as far as its cost goes. */
interface Question {
  readonly messages: readonly Message[];
  readonly maxTokens: number;
}

/** Tokens of a text of so many characters, estimated; providers count differently. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / charactersPerToken);
}

/** Characters of all messages. */
export function lengthOf(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + content.length, 0);
}

/** Euro for a number of tokens. */
export function costOf(price: Price, inputTokens: number, outputTokens: number): number {
  return (inputTokens * price.inputPerMillion + outputTokens * price.outputPerMillion) / 1_000_000;
}

/**
 * Euro that a call costs at the most. Tokenizers that work on bytes never make more tokens than the
 * text has bytes in UTF-8, and an answer ends at its longest length.
 */
export function highestCost({ messages, maxTokens }: Question, price: Price | undefined): number {
  if (price === undefined) return 0;
  const inputTokens = messages.reduce(
    (sum, { content }) => sum + Buffer.byteLength(content) + tokensPerMessage,
    0,
  );
  return costOf(price, inputTokens, maxTokens);
}

/** Codes after which the provider may have made an answer, and charged for it. */
const perhapsCharged: ReadonlySet<FailureCode> = new Set([
  "network",
  "timeout",
  "malformed-answer",
  "aborted",
]);

/**
 * What a call did cost by the provider's own count. Where no count came, although an answer may have
 * been made, it counts as uncertain at its highest cost.
 */
export function spendingOn(outcome: Outcome, price: Price | undefined, highest: number): Spending {
  if (price === undefined) return nothing;
  if (outcome.status === "failed") {
    return perhapsCharged.has(outcome.code) ? { billed: 0, uncertain: highest } : nothing;
  }
  if (outcome.cached === true) return nothing;
  const { inputTokens, outputTokens } = outcome.usage ?? {};
  if (inputTokens === undefined || outputTokens === undefined) {
    return { billed: 0, uncertain: highest };
  }
  return { billed: costOf(price, inputTokens, outputTokens), uncertain: 0 };
}

const nothing: Spending = { billed: 0, uncertain: 0 };
