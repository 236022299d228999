import { z } from "zod";
import type { Completed, Failed } from "../core/outcome.ts";
import { refusalOutcome, type CallSituation } from "./endpoint-failure.ts";
import { maskSecret } from "./mask-secret.ts";

/** What the body of an answer with status 200 turned out to be. */
export type BodyReading<Data> =
  | { readonly kind: "answer"; readonly data: Data }
  /** An error object sent with status 200; `status` is the one it should have had, if it says so. */
  | {
      readonly kind: "error";
      readonly status: number | undefined;
      readonly code?: string | undefined;
      readonly message: string;
    }
  | { readonly kind: "malformed"; readonly message: string };

/** What a body has to look like; `form` names it in messages, e.g. `einer Chat Completion`. */
export interface BodyForm<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly form: string;
}

const errorSchema = z.object({
  error: z.union([
    z.string(),
    z.object({
      message: z.string().nullish(),
      code: z.union([z.string(), z.number()]).nullish(),
      type: z.string().nullish(),
    }),
  ]),
});

/** The status that an error should have had, by the name that providers give it. */
const statusOfName: ReadonlyMap<string, number> = new Map([
  ["invalid_request_error", 400],
  ["content_filter", 400],
  ["bio_policy", 400],
  ["misalignment_policy_violation", 400],
  ["authentication_error", 401],
  ["billing_error", 402],
  ["insufficient_quota", 402],
  ["permission_error", 403],
  ["not_found_error", 404],
  ["request_too_large", 413],
  ["rate_limit_error", 429],
  ["rate_limit_exceeded", 429],
  ["api_error", 500],
  ["server_error", 500],
  ["overloaded_error", 529],
]);

/**
 * Reads the body of an answer. Nothing is believed because the status was 200: login pages of
 * proxies, error objects, half a body and no body at all each get their own message.
 */
export function readBody<Schema extends z.ZodType>(
  body: string,
  { schema, form }: BodyForm<Schema>,
): BodyReading<z.output<Schema>> {
  const page = pageInstead(body);
  if (page !== undefined) return { kind: "malformed", message: page };
  const data = parseJson(body);
  if (data === undefined) {
    return { kind: "malformed", message: "Die Antwort des Endpunkts ist unvollständig (JSON)." };
  }
  const failure = errorSchema.safeParse(data);
  if (failure.success) return readError(failure.data.error);
  const answer = schema.safeParse(data);
  if (answer.success) return { kind: "answer", data: answer.data };
  const places = answer.error.issues.map(({ path }) => path.join(".")).join(", ");
  const message = `Die Antwort des Endpunkts hat nicht die Form ${form} (${places}).`;
  return { kind: "malformed", message };
}

/** What to say of a body that is empty or a web page; absent for any other. */
function pageInstead(body: string): string | undefined {
  if (body.trim() === "") return "Der Endpunkt hat ohne Inhalt geantwortet.";
  return isWebPage(body) ? webPageAnswer : undefined;
}

export function isWebPage(body: string): boolean {
  return /^\s*</u.test(body);
}

/** Message for a web page in the place of an answer. */
export const webPageAnswer =
  "Der Endpunkt hat eine Webseite geschickt statt einer Antwort. Oft ist das die Anmeldeseite " +
  "eines Proxys, oder in baseURL fehlt der Pfad, zum Beispiel /v1.";

/** Makes an outcome of a reading; messages and answers never carry the key. */
export function settleReading<Data>(
  reading: BodyReading<Data>,
  complete: (data: Data) => Completed | Failed,
  situation: CallSituation,
): Completed | Failed {
  const { key, host } = situation;
  if (reading.kind === "answer") {
    const outcome = complete(reading.data);
    if (outcome.status === "failed") {
      return { ...outcome, message: maskSecret(outcome.message, key) };
    }
    // A short key could be an ordinary word of the answer.
    const isLong = (key ?? "").length >= 16;
    return isLong ? { ...outcome, answer: maskSecret(outcome.answer, key) } : outcome;
  }
  const message = maskSecret(reading.message, key).slice(0, 500);
  if (reading.kind === "malformed") return { status: "failed", code: "malformed-answer", message };
  if (reading.status !== undefined) {
    return refusalOutcome({ status: reading.status, code: reading.code, message }, situation);
  }
  const told = `${host} meldet mit Status 200 einen Fehler: ${message}`;
  return { status: "failed", code: "malformed-answer", message: told };
}

function readError(error: z.infer<typeof errorSchema>["error"]): BodyReading<never> {
  if (typeof error === "string") return { kind: "error", status: undefined, message: error };
  const { type } = error;
  const code = error.code ?? type ?? undefined;
  const number = Number(code ?? Number.NaN);
  const status =
    Number.isInteger(number) && number >= 400 && number <= 599
      ? number
      : (statusOfName.get(String(code)) ?? statusOfName.get(type ?? ""));
  const message = error.message ?? String(code ?? "ohne Text");
  return { kind: "error", status, code: String(code), message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
