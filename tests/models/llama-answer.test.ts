import { describe, expect, test } from "vitest";
import { outcomeSchema } from "../../core/outcome.ts";
import { answerWith, type AnswerOrder } from "../../models/llama-answer.ts";
import { scriptedWeights } from "./scripted-weights.ts";

const request = {
  messages: [{ role: "user", content: "eins zwei drei" }],
  temperature: 0,
  seed: 1,
  maxTokens: 20,
} as const;
const calm = new AbortController().signal;

function orderOf(pieces: readonly string[], rest: Partial<AnswerOrder> = {}): AnswerOrder {
  return {
    weights: scriptedWeights(pieces),
    stop: ["\nAufgabe:"],
    signal: calm,
    deadline: calm,
    ...rest,
  };
}

describe("an answer", () => {
  test("ends with the model, is trimmed, and counts its tokens", async () => {
    const outcome = await answerWith(orderOf([" Ja", ", ", "gern", ".\n"]), request);
    expect(outcomeSchema.parse(outcome)).toEqual(outcome);
    expect(outcome).toMatchObject({
      status: "completed",
      answer: "Ja, gern.",
      finishReason: "stop",
      usage: { inputTokens: 3, outputTokens: 4 },
    });
    expect(outcome).toHaveProperty("timing.firstTokenMs");
  });

  test("ends at a mark, also one that comes in pieces, and not at a blank line", async () => {
    const order = orderOf(["Guten Tag,\n\n", "ja.", "\nAuf", "gabe", ": Nein", "zu viel"]);
    const outcome = await answerWith(order, request);
    expect(outcome).toMatchObject({ answer: "Guten Tag,\n\nja.", finishReason: "stop" });
    expect(order.weights).toHaveProperty("log", expect.not.arrayContaining(["zu viel"]));
  });

  test("of a chat model has no marks", async () => {
    const outcome = await answerWith(orderOf(["a", "\nAufgabe:", "b"], { stop: [] }), request);
    expect(outcome).toMatchObject({ answer: "a\nAufgabe:b", finishReason: "stop" });
  });

  test("is cut at maxTokens and says so", async () => {
    const pieces = Array.from({ length: 40 }, (_, index) => `${index} `);
    const order = orderOf(pieces);
    const outcome = await answerWith(order, request);
    expect(outcome).toMatchObject({ finishReason: "length", usage: { outputTokens: 20 } });
    expect(order.weights).toHaveProperty("log.length", 22);
  });

  test.each([
    [["{", '"note"', ":2", "}"], '{"note":2}'],
    [["[1", ",2", "]\n"], "[1,2]"],
    [['"Ja', '"'], '"Ja"'],
    [["true"], "true"],
    [["3", "7", "\n"], "37"],
  ])("of a form ends when its JSON is complete: %j", async (pieces, answer) => {
    const order = orderOf([...pieces, " ", "\n", "zu viel"]);
    const answerForm = { name: "urteil", schema: {} };
    const outcome = await answerWith(order, { ...request, answerForm });
    expect(outcome).toMatchObject({ answer, finishReason: "stop" });
    expect(outcome).toHaveProperty("usage.outputTokens", pieces.length);
  });

  test("that is empty is completed and empty", async () => {
    expect(await answerWith(orderOf([]), request)).toMatchObject({
      status: "completed",
      answer: "",
      finishReason: "stop",
    });
  });
});

describe("an answer in a loop", () => {
  const pieces = ["Anfang ", ...Array.from({ length: 90 }, (_, index) => `${index % 20} `)];
  const weights = () => scriptedWeights(pieces, 1000);
  const long = { ...request, maxTokens: 500 };

  test("is stopped after the third time, as one without end", async () => {
    const outcome = await answerWith(orderOf([], { weights: weights() }), long);
    expect(outcome).toMatchObject({ finishReason: "length", usage: { outputTokens: 61 } });
  });

  test("may get out of it when there is randomness", async () => {
    const warm = { ...long, temperature: 0.7 };
    const outcome = await answerWith(orderOf([], { weights: weights() }), warm);
    expect(outcome).toMatchObject({ finishReason: "stop", usage: { outputTokens: 91 } });
  });
});

describe("no answer", () => {
  test("when prompt and answer do not fit together, with both lengths", async () => {
    const order = orderOf(["a"], { weights: scriptedWeights(["a"], 22) });
    const outcome = await answerWith(order, request);
    expect(outcome).toMatchObject({ status: "failed", code: "context-too-long" });
    expect(outcome).toHaveProperty("message", expect.stringMatching(/3 Token.*20.*22/u));
    const fitting = orderOf(["a"], { weights: scriptedWeights(["a"], 23) });
    expect(await answerWith(fitting, request)).toHaveProperty("status", "completed");
  });

  test.each([
    ["the run is aborted", "signal", "aborted"],
    ["the time is up", "deadline", "timeout"],
  ])("when %s, before or in the middle of it", async (_, name, code) => {
    const before = await answerWith(orderOf(["a"], { [name]: AbortSignal.abort() }), request);
    expect(before).toMatchObject({ status: "failed", code });

    const controller = new AbortController();
    const weights = scriptedWeights(["a", "b", "c"]);
    const detokenize = (tokens: Parameters<typeof weights.detokenize>[0]) => {
      if (tokens.length === 2) controller.abort();
      return weights.detokenize(tokens);
    };
    const order = orderOf([], { weights: { ...weights, detokenize }, [name]: controller.signal });
    expect(await answerWith(order, request)).toMatchObject({ status: "failed", code });
    expect(weights.log).toEqual(["start", "a", "b", "c", "end"]);
  });
});
