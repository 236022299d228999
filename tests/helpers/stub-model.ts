import {
  modelDescriptionSchema,
  type Model,
  type ModelDescription,
  type ModelRequest,
} from "../../core/model.ts";
import type { Completed, Failed, Outcome } from "../../core/outcome.ts";

/** A model that answers from a list, remembers what it was asked, and refuses anything else. */
export interface StubModel extends Model {
  readonly requests: readonly ModelRequest[];
}

/** A description for a model that exists only in a test. */
export function stubDescription(part: Record<string, unknown> = {}): ModelDescription {
  return modelDescriptionSchema.parse({
    id: "compatible:stub",
    way: "compatible",
    wayVersion: "1",
    endpoint: "http://127.0.0.1:1/v1",
    name: "stub",
    ...part,
  });
}

/** Makes a stub; `answer` decides by request and number of the call (from 0). */
export function stubModel(
  answer: (request: ModelRequest, call: number) => Outcome | Promise<Outcome>,
  description: ModelDescription = stubDescription(),
): StubModel {
  const requests: ModelRequest[] = [];
  return {
    description,
    concurrency: description.limits.concurrency ?? 1,
    requests,
    prepare: () => Promise.resolve(),
    call: async (request, signal) => {
      if (signal.aborted) return failed("aborted");
      requests.push(request);
      return answer(request, requests.length - 1);
    },
    close: () => Promise.resolve(),
  };
}

/** A completed answer. */
export function completed(answer: string, part: Partial<Completed> = {}): Completed {
  return { status: "completed", answer, finishReason: "stop", ...part };
}

/** A failed call. */
export function failed(code: Failed["code"], part: Partial<Failed> = {}): Failed {
  return { status: "failed", code, message: `Test: ${code}`, ...part };
}
