import { z } from "zod";
import type { Completed, FinishReason, Usage } from "../core/outcome.ts";

/** What the body of an answer with status 200 turned out to be. */
export type CompletionReading =
  | { readonly kind: "answer"; readonly completed: Completed }
  /** An error object sent with status 200; `status` is the one it should have had, if it says so. */
  | { readonly kind: "error"; readonly status: number | undefined; readonly message: string }
  | { readonly kind: "malformed"; readonly message: string };

const count = z.int().min(0).optional().catch(undefined);
const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).optional().catch(undefined),
});
const errorSchema = z.object({
  error: z.union([
    z.string(),
    z.object({
      message: z.string().nullish(),
      code: z.union([z.string(), z.number()]).nullish(),
    }),
  ]),
});

/**
 * Reads the body of a Chat Completion. Nothing is believed because the status was 200: login pages
 * of proxies, error objects, half a body and no body at all each get their own message.
 */
export function readCompletion(body: string): CompletionReading {
  if (body.trim() === "") {
    return { kind: "malformed", message: "Der Endpunkt hat ohne Inhalt geantwortet." };
  }
  if (/^\s*</u.test(body)) {
    const message =
      "Der Endpunkt hat eine Webseite geschickt statt einer Antwort. Oft ist das die Anmeldeseite " +
      "eines Proxys, oder in baseURL fehlt der Pfad, zum Beispiel /v1.";
    return { kind: "malformed", message };
  }
  const data = parseJson(body);
  if (data === undefined) {
    return { kind: "malformed", message: "Die Antwort des Endpunkts ist unvollständig (JSON)." };
  }
  const failure = errorSchema.safeParse(data);
  if (failure.success) return readError(failure.data.error);
  const completion = completionSchema.safeParse(data);
  if (completion.success) return { kind: "answer", completed: completedOf(completion.data) };
  const places = completion.error.issues.map(({ path }) => path.join(".")).join(", ");
  const message = `Die Antwort des Endpunkts hat nicht die Form einer Chat Completion (${places}).`;
  return { kind: "malformed", message };
}

function readError(error: z.infer<typeof errorSchema>["error"]): CompletionReading {
  if (typeof error === "string") return { kind: "error", status: undefined, message: error };
  const code = Number(error.code ?? Number.NaN);
  const status = Number.isInteger(code) && code >= 400 && code <= 599 ? code : undefined;
  return { kind: "error", status, message: error.message ?? String(error.code ?? "ohne Text") };
}

function completedOf(data: z.infer<typeof completionSchema>): Completed {
  const [choice] = data.choices;
  const { content, refusal } = choice?.message ?? {};
  const isRefused = refusal !== null && refusal !== undefined && refusal !== "";
  return {
    status: "completed",
    answer: (content ?? refusal ?? "").trim(),
    finishReason: isRefused
      ? "refusal"
      : (finishReasons.get(choice?.finish_reason ?? "") ?? "unknown"),
    ...(data.usage !== undefined && { usage: usageOf(data.usage) }),
  };
}

const finishReasons: ReadonlyMap<string, FinishReason> = new Map([
  ["stop", "stop"],
  ["length", "length"],
  ["content_filter", "content-filter"],
  ["refusal", "refusal"],
]);

function usageOf(usage: NonNullable<z.infer<typeof completionSchema>["usage"]>): Usage {
  return {
    ...(usage.prompt_tokens !== undefined && { inputTokens: usage.prompt_tokens }),
    ...(usage.completion_tokens !== undefined && { outputTokens: usage.completion_tokens }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
