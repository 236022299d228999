import { z } from "zod";
import { UserError, exitCodes } from "../core/user-error.ts";
import type { EndpointCard } from "./endpoint-card.ts";
import { isWebPage } from "./reply-body.ts";
import { connectionFailure } from "./connection-failure.ts";
import { proxyLoginStatus, readRefusal, refusalOutcome } from "./endpoint-failure.ts";
import { nearestName } from "../core/nearest-name.ts";

export interface EndpointCheck {
  readonly card: EndpointCard;
  readonly report: (message: string) => void;
  /** Fetches the endpoint's list of models. */
  readonly list: (signal: AbortSignal) => Promise<string>;
}

/** What the list of models gave away of the endpoint. */
export interface EndpointFinding {
  /** A web page came in its place: if the first answer is one too, this is no interface. */
  readonly isWebPage: boolean;
}

/** Milliseconds after which an endpoint that does not even list its models counts as gone. */
const patienceMs = 30_000;

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/**
 * Asks an endpoint for its list of models before the first call. Nobody there and a refused key are
 * a `UserError`; a missing list is not, and a list without the model is only reported.
 */
export async function checkEndpoint(check: EndpointCheck): Promise<EndpointFinding> {
  const body = await fetchList(check);
  if (body !== undefined) reportMissing(body, check);
  return { isWebPage: body !== undefined && isWebPage(body) };
}

/**
 * Fetches a list of models. Reports when the endpoint gives none; throws a `UserError` when nobody is
 * there or the key is refused.
 */
export async function fetchList({
  card,
  report,
  list,
}: EndpointCheck): Promise<string | undefined> {
  const deadlineMs = Math.min(card.deadlineMs, patienceMs);
  const deadline = AbortSignal.timeout(deadlineMs);
  const situation = { ...card, deadlineMs, signal: new AbortController().signal, deadline };
  try {
    return await list(deadline);
  } catch (error) {
    const refusal = readRefusal(error);
    if (refusal === undefined) {
      const { code, message } = connectionFailure(error, situation);
      throw unreachable(message, card, code === "timeout");
    }
    const outcome = refusalOutcome(refusal, situation);
    if (outcome.status === "failed" && outcome.code === "authentication") {
      const isProxy = refusal.status === proxyLoginStatus;
      throw (isProxy ? unreachable : unauthorized)(outcome.message, card);
    }
    const { status } = refusal;
    report(`${card.host} nennt seine Modelle nicht (Status ${status}); es geht trotzdem weiter.`);
    return undefined;
  }
}

function reportMissing(body: string, { card, report }: EndpointCheck): void {
  const ids = readIds(body);
  if (ids === undefined) {
    report(`${card.host} antwortet auf /models nicht wie eine Schnittstelle für Sprachmodelle.`);
  } else if (!ids.includes(card.model)) {
    const known = ids.slice(0, 10).join(", ");
    const nearest = nearestName(card.model, ids);
    const guess = nearest === undefined ? "" : ` Meinten Sie „${nearest}“?`;
    report(`${card.host} nennt das Modell „${card.model}“ nicht, wohl aber: ${known}.${guess}`);
  }
}

function readIds(body: string): string[] | undefined {
  try {
    return listSchema.parse(JSON.parse(body)).data.map(({ id }) => id);
  } catch {
    return undefined;
  }
}

/** The message of any other trouble than silence says itself what to do about it. */
function unreachable(message: string, { baseURL }: EndpointCard, isSilent = false): UserError {
  const step = isSilent ? `Prüfen Sie, ob der Server hinter ${baseURL} läuft. ` : "";
  return new UserError(message, {
    code: "endpoint-unreachable",
    exitCode: exitCodes.infrastructure,
    nextStep: `${step}Bis dahin geht es ohne ${baseURL}: Nennen Sie mit --model die anderen Modelle.`,
  });
}

function unauthorized(message: string, card: EndpointCard): UserError {
  const { apiKeyEnv } = card;
  return new UserError(message, {
    code: "endpoint-authentication",
    exitCode: exitCodes.infrastructure,
    nextStep:
      apiKeyEnv === undefined
        ? "Tragen Sie in amtsprobe.yaml apiKeyEnv ein: den Namen der Variablen mit dem Schlüssel."
        : `Setzen Sie ${apiKeyEnv} auf einen Schlüssel, der für „${card.model}“ gilt.`,
  });
}
