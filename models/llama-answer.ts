import type { Token } from "node-llama-cpp";
import type { Completed, Failed, FinishReason, Outcome } from "../core/outcome.ts";
import type { AnsweringSequence, Interrupts } from "./answering-sequence.ts";
import { endsInLoop } from "./endless-loop.ts";
import type { Question } from "./llama-process/messages.ts";
import type { LoadedWeights } from "./loaded-weights.ts";

/** What surrounds one call to loaded weights. */
export interface AnswerOrder extends Interrupts {
  readonly weights: LoadedWeights;
  /** Marks at which the answer of a base model ends; none for chat models. */
  readonly stop: readonly string[];
}

/** Weights in this process as a sequence that answers. */
export function answeringWith(
  weights: LoadedWeights,
  stop: readonly string[] = [],
): AnsweringSequence {
  return {
    answer: async (request, interrupts) =>
      await answerWith({ weights, stop, ...interrupts }, request),
    evaluated: weights.evaluated,
    peakMemoryBytes: () => undefined,
    close: weights.close,
  };
}

/**
 * One answer, token by token. The prompt and the longest allowed answer have to fit into the context
 * together, so that an answer is never cut for a reason that is not the model's own. Ends with `length`
 * when `maxTokens` are there, or when the answer runs in a loop.
 */
export async function answerWith(order: AnswerOrder, request: Question): Promise<Outcome> {
  const started = performance.now();
  const prompt = order.weights.tokenize(request.messages);
  const obstacle = interruption(order) ?? overflow(order.weights, prompt.length, request.maxTokens);
  if (obstacle !== undefined) return obstacle;

  const answer: Token[] = [];
  let firstTokenMs: number | undefined;
  let finishReason: FinishReason = "stop";
  for await (const token of order.weights.generate(prompt, request)) {
    firstTokenMs ??= performance.now() - started;
    const interrupted = interruption(order);
    if (interrupted !== undefined) return interrupted;
    answer.push(token);
    if (endsAtMark(order, answer) || isWholeForm(order.weights, answer, request)) break;
    if (answer.length >= request.maxTokens || isEndless(answer, request.temperature)) {
      finishReason = "length";
      break;
    }
  }
  const completed: Completed = {
    status: "completed",
    answer: beforeMark(order.weights.detokenize(answer), order.stop).trim(),
    finishReason,
    usage: { inputTokens: prompt.length, outputTokens: answer.length },
    timing: {
      totalMs: performance.now() - started,
      ...(firstTokenMs !== undefined && { firstTokenMs }),
    },
  };
  return completed;
}

/** The outcome of a call that was ended before its time; absent when it was not. */
export function interruption({ signal, deadline }: Interrupts): Failed | undefined {
  if (signal.aborted) {
    return { status: "failed", code: "aborted", message: "Der Aufruf wurde abgebrochen." };
  }
  if (!deadline.aborted) return undefined;
  const message = "Das eingebettete Modell wurde in der vorgesehenen Zeit nicht fertig.";
  return { status: "failed", code: "timeout", message };
}

function overflow(weights: LoadedWeights, prompt: number, maxTokens: number): Failed | undefined {
  if (prompt + maxTokens <= weights.contextSize) return undefined;
  return {
    status: "failed",
    code: "context-too-long",
    message:
      `Der Prompt hat ${prompt} Token, die Antwort darf ${maxTokens} haben; zusammen fasst dieses ` +
      `Modell ${weights.contextSize}. Kürzen Sie den Text oder senken Sie maxTokens.`,
  };
}

/**
 * Without randomness, a model that says the same thing three times in a row, word for word, does not
 * come to an end any more. It is stopped there instead of at `maxTokens`, with the same reason.
 */
function isEndless(answer: readonly Token[], temperature: number): boolean {
  return temperature === 0 && endsInLoop(answer);
}

/** After JSON that is complete its grammar still allows blanks, and small models go on with them. */
function isWholeForm(
  weights: LoadedWeights,
  answer: readonly Token[],
  { answerForm }: Question,
): boolean {
  if (answerForm === undefined) return false;
  const text = weights.detokenize(answer);
  if (!/[\s\]}"el]$/u.test(text)) return false;
  try {
    // A number is complete when something else follows.
    return typeof JSON.parse(text) !== "number" || /\s$/u.test(text);
  } catch {
    return false;
  }
}

/** A mark may begin in one token and end in another: the last tokens are looked at together. */
function endsAtMark({ weights, stop }: AnswerOrder, answer: readonly Token[]): boolean {
  if (stop.length === 0) return false;
  const reach = Math.max(...stop.map((mark) => mark.length)) + 1;
  const tail = weights.detokenize(answer.slice(-reach));
  return stop.some((mark) => tail.includes(mark));
}

function beforeMark(text: string, stop: readonly string[]): string {
  const ends = stop.map((mark) => text.indexOf(mark)).filter((at) => at !== -1);
  return text.slice(0, Math.min(text.length, ...ends));
}
