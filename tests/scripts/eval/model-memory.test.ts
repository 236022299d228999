import { expect, test } from "vitest";
import { modelDescriptionSchema, type Model } from "../../../core/model.ts";
import { watchMemory } from "../../../scripts/eval/model-memory.ts";

function model(id: string, peak?: () => number | undefined): Model {
  return {
    description: modelDescriptionSchema.parse({ id }),
    concurrency: 1,
    prepare: async () => {},
    call: async () => ({ status: "failed", code: "internal", message: "-" }),
    peakMemoryBytes: peak,
    close: async () => {},
  };
}

test("each embedded model is told by itself, and the largest counts to the program's own peak", () => {
  const { watch, memory } = watchMemory(() => 1000);
  const peaks = { small: 200, large: 5000 };
  for (const [id, bytes] of Object.entries(peaks)) {
    const one = model(id, () => bytes);
    expect(watch(one)).toBe(one);
  }
  watch(model("remote"));
  expect(memory()).toEqual({ peakMemoryBytes: 6000, modelMemoryBytes: peaks });
});

test("without embedded models, or when none answered, there is only the program's own peak", () => {
  const { watch, memory } = watchMemory(() => 1000);
  expect(memory()).toEqual({ peakMemoryBytes: 1000 });
  watch(model("unused", () => undefined));
  expect(memory()).toEqual({ peakMemoryBytes: 1000 });
});
