import type { Completed, Failed, FailureCode } from "../core/outcome.ts";
import { maskSecret } from "./mask-secret.ts";
import { retryAfter } from "./retry-after.ts";

/** What is known of the call that went wrong. */
export interface CallSituation {
  /** Host and port, for messages. */
  readonly host: string;
  readonly model: string;
  readonly apiKeyEnv: string | undefined;
  readonly key: string | undefined;
  readonly deadlineMs: number;
  /** What to do when the endpoint does not have the model; by default: check the settings. */
  readonly missingModelAdvice?: string | undefined;
  /** Aborted by the run. */
  readonly signal: AbortSignal;
  /** Aborted when the call takes too long. */
  readonly deadline: AbortSignal;
}

/** What an endpoint said with a status other than 200. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly code?: string | null | undefined;
  readonly headers?: Headers | undefined;
}

/**
 * The refusal that a library of a provider throws, whichever it is; absent for any other error.
 * Providers put the name of what went wrong in `code` or in `type`.
 */
export function readRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !("status" in error)) return undefined;
  const { status } = error;
  if (typeof status !== "number") return undefined;
  const said = propertyOf(error, "apiMessage");
  const message = typeof said === "string" ? said : error.message;
  const names = [propertyOf(error, "code"), propertyOf(error, "type")];
  const code = names.find((name) => typeof name === "string");
  const headers = propertyOf(error, "headers");
  return { status, message, code, headers: headers instanceof Headers ? headers : undefined };
}

function propertyOf(object: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(object)).get(name);
}

/** Proxy Authentication Required (RFC 9110, section 15.5.8). */
export const proxyLoginStatus = 407;
/** What to do about it. */
export const proxyLogin =
  "Der Proxy verlangt eine Anmeldung (Status 407). Setzen Sie HTTPS_PROXY mit Benutzer und Kennwort, zum Beispiel " +
  "http://name:kennwort@proxy.amt.example:3128, oder lassen Sie die Adresse bei Ihrer IT freischalten.";

/** A status other than 200. A filter that stops the question is an answer, not infrastructure. */
export function refusalOutcome(refusal: Refusal, situation: CallSituation): Failed | Completed {
  if (refusal.status === 400 && isFilter(refusal)) {
    return { status: "completed", answer: "", finishReason: "content-filter" };
  }
  if (refusal.status === proxyLoginStatus) return failed("authentication", proxyLogin);
  const code = failureCodeOf(refusal);
  const message = `${explanations[code](refusal, situation)}${saying(refusal, situation)}`;
  const pause = refusal.headers && retryAfter(refusal.headers, Date.now());
  return { ...failed(code, message), ...(pause !== undefined && { retryAfterMs: pause }) };
}

/** What the endpoint said itself; the libraries put the status in front, or nothing but the status. */
function saying({ message }: Refusal, { key }: CallSituation): string {
  const text = maskSecret(message, key).replaceAll(/\s+/gu, " ").trim();
  const said = text.replace(/^\d{3} (?:status code \(no body\)$)?/u, "");
  if (said === "") return "";
  const shown = said.slice(0, 300);
  return ` Meldung: ${shown}${/[.!?…]$/u.test(shown) ? "" : "."}`;
}

function isFilter({ code, message }: Refusal): boolean {
  const names = ["content_filter", "bio_policy", "misalignment_policy_violation"];
  return names.includes(code ?? "") || /content filtering policy/iu.test(message);
}

function failureCodeOf({ status, code, message, headers }: Refusal): FailureCode {
  // Every question would be led away: the address is wrong, and asking again is of no use.
  if (isRedirect(status)) return "model-not-found";
  if (status === 401 || status === 402 || status === 403) return "authentication";
  if (status === 400 && /credit balance/iu.test(message)) return "authentication";
  if (status === 404) return "model-not-found";
  if (status === 408) return "timeout";
  if (status === 413 || isAboutContext(code ?? "", message)) return "context-too-long";
  if (status === 429) {
    const isQuota = code === "insufficient_quota" || headers?.get("x-should-retry") === "false";
    return isQuota ? "authentication" : "rate-limit";
  }
  return status >= 500 ? "overload" : "internal";
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function isAboutContext(code: string, message: string): boolean {
  return (
    /context_length|exceed_context/u.test(code) ||
    /maximum context|context (?:length|size|window)|(?:prompt|input) is too long/iu.test(message)
  );
}

type Explain = (refusal: Refusal, situation: CallSituation) => string;

const rejected: Explain = ({ status }, { host }) =>
  `${host} hat die Anfrage abgelehnt (Status ${status}).`;

const redirected: Explain = ({ status, headers }, { host, key }) => {
  const target = maskSecret(headers?.get("location") ?? "eine andere Adresse", key);
  return (
    `${host} leitet um auf ${target} (Status ${status}); dorthin wird nichts geschickt. ` +
    "Gehört diese Adresse dem Betreiber des Modells, tragen Sie ihren Anfang als baseURL ein; sonst prüfen Sie baseURL, oder fragen Sie ihn."
  );
};

/** What happened and what to do, by failure code. */
const explanations: Readonly<Record<FailureCode, Explain>> = {
  network: rejected,
  authentication: ({ status }, { host, apiKeyEnv }) => {
    if (status === 402 || status === 429) {
      return `${host} nimmt keine Anfragen mehr an (Status ${status}): Guthaben oder Kontingent ist aufgebraucht. Laden Sie es beim Anbieter auf, und setzen Sie den Lauf mit --resume fort.`;
    }
    const step =
      apiKeyEnv === undefined
        ? "Nennen Sie mit apiKeyEnv die Variable mit dem Schlüssel"
        : `Prüfen Sie den Schlüssel in ${apiKeyEnv}`;
    return `${host} lässt den Zugriff nicht zu (Status ${status}). ${step}, und lassen Sie sich Berechtigung und Guthaben bestätigen.`;
  },
  "model-not-found": (refusal, situation) => {
    if (isRedirect(refusal.status)) return redirected(refusal, situation);
    const { host, model, missingModelAdvice } = situation;
    return (
      `${host} kennt das Modell „${model}“ oder diese Adresse nicht (Status 404). ` +
      (missingModelAdvice ?? "Prüfen Sie model und baseURL.")
    );
  },
  "context-too-long": ({ status }, { model }) =>
    `Der Prompt ist zu lang für „${model}“ (Status ${status}). Kürzen Sie den Text oder senken Sie maxTokens.`,
  "rate-limit": (_, { host }) =>
    `${host} nimmt gerade nicht mehr Anfragen an (Status 429). Senken Sie limits.requestsPerMinute oder limits.concurrency, wenn das bleibt.`,
  overload: ({ status }, { host }) => `${host} ist gestört oder überlastet (Status ${status}).`,
  timeout: ({ status }, { host }) => `${host} hat zu lange gewartet (Status ${status}).`,
  "malformed-answer": rejected,
  unanswered: rejected,
  budget: rejected,
  aborted: rejected,
  internal: rejected,
};

/** A call that failed. */
export function failed(code: FailureCode, message: string): Failed {
  return { status: "failed", code, message };
}
