import { describe, expect, test } from "vitest";
import { modelDescriptionSchema } from "../../core/model.ts";
import { UserError } from "../../core/user-error.ts";
import { WeightsLost } from "../../models/answering-sequence.ts";
import { EmbeddedModel } from "../../models/embedded-model.ts";
import { answeringWith } from "../../models/llama-answer.ts";
import type { LoadedWeights } from "../../models/loaded-weights.ts";
import { scriptedWeights } from "./scripted-weights.ts";

const description = modelDescriptionSchema.parse({ id: "llama:probe" });
const request = { messages: [], temperature: 0, seed: 1, maxTokens: 9 };
const calm = new AbortController().signal;

function modelWith(load: () => Promise<LoadedWeights>): EmbeddedModel {
  return new EmbeddedModel(description, {
    title: "Probe",
    deadlineMs: 60_000,
    load: async () => [answeringWith(await load())],
  });
}

describe("loading", () => {
  test("happens once, however often it is asked for", async () => {
    let loads = 0;
    const model = modelWith(async () => {
      loads += 1;
      return scriptedWeights(["Ja"]);
    });
    await Promise.all([model.prepare(() => {}), model.prepare(() => {})]);
    await model.call(request, calm);
    expect(loads).toBe(1);
  });

  test("that failed can be tried again", async () => {
    const error = new UserError("fehlt", { code: "weights-hash", exitCode: 3, nextStep: "." });
    const attempts = [() => Promise.reject(error), async () => scriptedWeights(["Ja"])];
    const model = modelWith(() => (attempts.shift() ?? (() => Promise.reject(error)))());
    await expect(model.prepare(() => {})).rejects.toBe(error);
    await model.prepare(() => {});
    expect(await model.call(request, calm)).toMatchObject({ answer: "Ja" });
  });

  test("ends with close, and begins again after it", async () => {
    const loaded: ReturnType<typeof scriptedWeights>[] = [];
    const model = modelWith(async () => {
      loaded.push(scriptedWeights(["Ja"]));
      return loaded.at(-1) ?? scriptedWeights([]);
    });
    await model.prepare(() => {});
    await model.close();
    expect(loaded[0]?.log).toEqual(["close"]);
    expect(model.evaluatedTokens()).toBeUndefined();
    await model.prepare(() => {});
    expect(loaded).toHaveLength(2);
  });

  test("is told with the first answer, and with none after it", async () => {
    const model = modelWith(async () => scriptedWeights(["Ja"]));
    await model.prepare(() => {});
    const [first, second] = [await model.call(request, calm), await model.call(request, calm)];
    expect(first).toHaveProperty("timing.loadMs");
    expect(second).not.toHaveProperty("timing.loadMs");
  });

  test("of a model that was never used has nothing to close", async () => {
    await expect(modelWith(() => Promise.reject(new Error("no"))).close()).resolves.toBeUndefined();
  });
});

describe("calls", () => {
  test("made at once are answered one after the other", async () => {
    const weights = scriptedWeights(["a", "b"]);
    const model = modelWith(async () => weights);
    await Promise.all([model.call(request, calm), model.call(request, calm)]);
    expect(weights.log).toEqual(["start", "a", "b", "end", "start", "a", "b", "end"]);
  });

  test("survive an error of the library: a failed outcome, and the next call works", async () => {
    const weights = scriptedWeights(["a"]);
    let broken = true;
    const tokenize: LoadedWeights["tokenize"] = (messages) => {
      if (broken) throw new Error("llama_decode failed");
      return weights.tokenize(messages);
    };
    const model = modelWith(async () => ({ ...weights, tokenize }));
    const outcome = await model.call(request, calm);
    expect(outcome).toMatchObject({ status: "failed", code: "internal" });
    expect(outcome).toHaveProperty("message", expect.stringContaining("llama_decode failed"));
    broken = false;
    expect(await model.call(request, calm)).toMatchObject({ status: "completed" });
  });

  test("on the way are finished before the weights are let go of", async () => {
    const weights = scriptedWeights(["a", "b"]);
    const model = modelWith(async () => weights);
    const call = model.call(request, calm);
    await model.close();
    await call;
    expect(weights.log).toEqual(["start", "a", "b", "end", "close"]);
  });
});

describe("weights that go away by themselves", () => {
  const lost = new WeightsLost("Das eingebettete Modell ist ausgefallen (SIGSEGV).");

  /** Weights of which the first `losses` loadings are lost with their first answer. */
  function losing(losses: number, sequences = 1) {
    let loads = 0;
    const model = new EmbeddedModel(description, {
      title: "Probe",
      deadlineMs: 60_000,
      sequences,
      load: async () => {
        const isLost = (loads += 1) <= losses;
        return Array.from({ length: sequences }, () => ({
          ...answeringWith(scriptedWeights(["Ja"])),
          ...(isLost && { answer: () => Promise.reject(lost) }),
        }));
      },
    });
    return { model, loads: () => loads };
  }

  test("are loaded again, and the call is answered", async () => {
    const { model, loads } = losing(1);
    expect(await model.call(request, calm)).toMatchObject({ status: "completed", answer: "Ja" });
    expect(loads()).toBe(2);
  });

  test("are loaded again once for all sequences", async () => {
    const { model, loads } = losing(1, 3);
    const outcomes = await Promise.all([1, 2, 3].map(() => model.call(request, calm)));
    expect(outcomes.map(({ status }) => status)).toEqual(Array(3).fill("completed"));
    expect(loads()).toBe(2);
  });

  test("a second time fail the call with the reason, and the next call tries again", async () => {
    const { model } = losing(2);
    const { message } = lost;
    expect(await model.call(request, calm)).toEqual({
      status: "failed",
      code: "internal",
      message,
    });
    expect(await model.call(request, calm)).toMatchObject({ status: "completed" });
  });

  test("after an abort are not asked again", async () => {
    const { model, loads } = losing(1);
    const outcome = await model.call(request, AbortSignal.abort());
    expect(outcome).toMatchObject({ status: "failed", code: "aborted" });
    expect(loads()).toBe(1);
  });

  test("a call that is not finished by its deadline is told so", async () => {
    const model = new EmbeddedModel(description, {
      title: "Probe",
      deadlineMs: 1,
      load: async () => [
        {
          ...answeringWith(scriptedWeights(["Ja"])),
          answer: (_, { deadline }) =>
            new Promise((_resolve, reject) => {
              deadline.addEventListener("abort", () => reject(lost));
            }),
        },
      ],
    });
    expect(await model.call(request, calm)).toMatchObject({ status: "failed", code: "timeout" });
  });
});

test("the peak of the memory is the highest there was, also after closing", async () => {
  const peaks = [500, 300];
  const model = new EmbeddedModel(description, {
    title: "Probe",
    deadlineMs: 60_000,
    load: async () => {
      const bytes = peaks.shift();
      return [{ ...answeringWith(scriptedWeights(["Ja"])), peakMemoryBytes: () => bytes }];
    },
  });
  expect(model.peakMemoryBytes()).toBeUndefined();
  for (let round = 0; round < 2; round += 1) {
    await model.call(request, calm);
    await model.close();
  }
  expect(model.peakMemoryBytes()).toBe(500);
});

describe("several sequences", () => {
  function withSequences(count: number) {
    const all = Array.from({ length: count }, () => scriptedWeights(["a", "b"]));
    const model = new EmbeddedModel(description, {
      title: "Probe",
      deadlineMs: 60_000,
      sequences: count,
      load: async () => all.map((weights) => answeringWith(weights)),
    });
    return { all, model };
  }

  test("share the calls evenly, each one after the other", async () => {
    const { all, model } = withSequences(2);
    expect(model.concurrency).toBe(2);
    const calls = Array.from({ length: 4 }, () => model.call(request, calm));
    const outcomes = await Promise.all(calls);
    expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill("completed"));
    const twice = ["start", "a", "b", "end", "start", "a", "b", "end"];
    expect(all.map(({ log }) => log)).toEqual([twice, twice]);
  });

  test("are summed up, and let go of when the last call is finished", async () => {
    const { all, model } = withSequences(3);
    const pending = [model.call(request, calm), model.call(request, calm)];
    await Promise.all(pending);
    expect(model.evaluatedTokens()).toEqual({ input: 0, output: 8 });
    await model.close();
    expect(all.map(({ log }) => log.at(-1))).toEqual(["close", "close", "close"]);
    expect(model.evaluatedTokens()).toBeUndefined();
  });
});
