import { z } from "zod";
import { UserError, exitCodes } from "../core/user-error.ts";
import type { EndpointCard } from "./endpoint-card.ts";
import type { EndpointClient } from "./endpoint-client.ts";
import { connectionFailure, refusalOutcome } from "./endpoint-failure.ts";

interface EndpointCheck {
  readonly card: EndpointCard;
  readonly report: (message: string) => void;
}

/** Milliseconds after which an endpoint that does not even list its models counts as gone. */
const patienceMs = 30_000;

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/**
 * Asks an endpoint for its list of models before the first call. Nobody there and a refused key are
 * a `UserError`; a missing list is not, and a list without the model is only reported.
 */
export async function checkEndpoint(
  { client }: EndpointClient,
  check: EndpointCheck,
): Promise<void> {
  const { card, report } = check;
  const { APIError } = await import("openai");
  const deadlineMs = Math.min(card.deadlineMs, patienceMs);
  const deadline = AbortSignal.timeout(deadlineMs);
  const situation = { ...card, deadlineMs, signal: new AbortController().signal, deadline };
  try {
    const response = await client.get("/models", { signal: deadline }).asResponse();
    reportMissing(await response.text(), check);
  } catch (error) {
    if (!(error instanceof APIError) || typeof error.status !== "number") {
      throw unreachable(connectionFailure(error, situation).message, card);
    }
    const { status, message, code, headers } = error;
    const outcome = refusalOutcome({ status, message, code, headers }, situation);
    if (outcome.status !== "failed") return;
    if (outcome.code === "network") throw unreachable(outcome.message, card);
    if (outcome.code === "authentication") throw unauthorized(outcome.message, card);
    report(`${card.host} nennt seine Modelle nicht (Status ${status}); es geht trotzdem weiter.`);
  }
}

function reportMissing(body: string, { card, report }: EndpointCheck): void {
  const ids = readIds(body);
  if (ids === undefined) {
    report(`${card.host} antwortet auf /models nicht wie eine OpenAI-kompatible Schnittstelle.`);
  } else if (!ids.includes(card.model)) {
    const known = ids.slice(0, 10).join(", ");
    report(`${card.host} nennt das Modell „${card.model}“ nicht, wohl aber: ${known}.`);
  }
}

function readIds(body: string): string[] | undefined {
  try {
    return listSchema.parse(JSON.parse(body)).data.map(({ id }) => id);
  } catch {
    return undefined;
  }
}

function unreachable(message: string, card: EndpointCard): UserError {
  return new UserError(message, {
    code: "endpoint-unreachable",
    exitCode: exitCodes.infrastructure,
    nextStep: `Starten Sie den Server hinter ${card.baseURL}, oder lassen Sie dieses Modell mit --model weg.`,
  });
}

function unauthorized(message: string, card: EndpointCard): UserError {
  const { apiKeyEnv } = card;
  return new UserError(message, {
    code: "endpoint-authentication",
    exitCode: exitCodes.usage,
    nextStep:
      apiKeyEnv === undefined
        ? "Tragen Sie in amtsprobe.yaml apiKeyEnv ein: den Namen der Variablen mit dem Schlüssel."
        : `Setzen Sie ${apiKeyEnv} auf einen Schlüssel, der für „${card.model}“ gilt.`,
  });
}
