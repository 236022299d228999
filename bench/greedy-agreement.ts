import type { Token } from "node-llama-cpp";
import { z } from "zod";
import type { LoadedWeights } from "../models/loaded-weights.ts";

/** An answer as the server's own tokens. */
export interface ServerAnswer {
  readonly tokens: readonly number[];
  /** Per token: the best candidate's natural logarithm of probability minus the second's. */
  readonly gaps: readonly number[];
}

/** How far two answers to one prompt agree. */
export interface Agreement {
  /** Token at which they part; absent where they are equal. */
  readonly partsAt?: number;
  /** The server's gap between its two best candidates there, in nats. */
  readonly gap?: number;
  /** Tokens chosen alike when each step gets the server's text before it, out of `tokens`. */
  readonly agreed: number;
  readonly tokens: number;
}

const replySchema = z.object({
  tokens: z.array(z.number()),
  completion_probabilities: z.array(
    z.object({ top_logprobs: z.array(z.object({ logprob: z.number() })) }),
  ),
});

/** The server's greedy answer to a prompt given as token numbers, so that no template can differ. */
export async function askServer(
  address: string,
  prompt: readonly number[],
  length: number,
): Promise<ServerAnswer> {
  const body = { prompt, n_predict: length, n_probs: 2, return_tokens: true };
  const greedy = { ...body, temperature: 0, seed: 1, cache_prompt: false };
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify(greedy) };
  const reply = await fetch(`${address}/completion`, request);
  const parsed = replySchema.parse(await reply.json());
  const gaps = parsed.completion_probabilities.map(({ top_logprobs: [best, second] }) =>
    best === undefined || second === undefined ? Infinity : best.logprob - second.logprob,
  );
  return { tokens: parsed.tokens.slice(0, gaps.length), gaps };
}

/**
 * Compares the embedded model's greedy tokens with the server's. After a difference it goes on from the
 * server's text, so that one turn of a near-tie counts once and not for the rest of the answer.
 */
export async function compareGreedy(
  weights: LoadedWeights,
  prompt: readonly Token[],
  { tokens, gaps }: ServerAnswer,
): Promise<Agreement> {
  const parted: number[] = [];
  let at = 0;
  while (at < tokens.length) {
    const before = [...prompt, ...(tokens.slice(0, at) as Token[])];
    at += await sharedTokens(weights, before, tokens.slice(at));
    if (at < tokens.length) parted.push(at);
    at += 1;
  }
  const counts = { agreed: tokens.length - parted.length, tokens: tokens.length };
  const [first] = parted;
  if (first === undefined) return counts;
  return { ...counts, partsAt: first, gap: gaps[first] ?? Infinity };
}

async function sharedTokens(
  weights: LoadedWeights,
  before: readonly Token[],
  wanted: readonly number[],
): Promise<number> {
  let shared = 0;
  for await (const token of weights.generate(before, { temperature: 0, seed: 1 })) {
    if (token !== wanted[shared]) break;
    shared += 1;
    if (shared === wanted.length) break;
  }
  return shared;
}
