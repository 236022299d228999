import { UserError, exitCodes } from "../core/user-error.ts";
import type { CallSituation } from "./endpoint-failure.ts";
import { defaultDeadlineMs, type ModelOrder } from "./model-context.ts";

/** Everything about the endpoint that stays the same from call to call. */
export interface EndpointCard extends Omit<CallSituation, "signal" | "deadline"> {
  readonly baseURL: string;
}

/** Reads the card from the configuration and the environment; throws a `UserError`. */
export function readEndpointCard({ config, context }: ModelOrder): EndpointCard {
  const { id, baseURL, model, apiKeyEnv } = config;
  if (baseURL === undefined || model === undefined) {
    const missing = baseURL === undefined ? "baseURL" : "model";
    throw configError(`Für das Modell „${id}“ fehlt ${missing}.`, "model-config");
  }
  const address = new URL(baseURL);
  if (!/^https?:$/u.test(address.protocol) || address.username !== "" || address.password !== "") {
    const problem = "muss mit http:// oder https:// beginnen und darf keine Zugangsdaten enthalten";
    throw configError(`Die Adresse (baseURL) von „${id}“ ${problem}.`, "model-config");
  }
  const key = apiKeyEnv === undefined ? undefined : readKey(apiKeyEnv, context.environment);
  const deadlineMs = context.deadlineMs ?? defaultDeadlineMs;
  return { baseURL, host: address.host, model, apiKeyEnv, key, deadlineMs };
}

function readKey(name: string, environment: Readonly<Record<string, string | undefined>>): string {
  const key = (environment[name] ?? "").trim();
  if (/^[\u0021-\u007E]+$/u.test(key)) return key;
  const problem =
    key === "" ? "ist nicht gesetzt" : "enthält Zeichen, die kein Schlüssel haben darf";
  throw new UserError(`Die Umgebungsvariable ${name} ${problem}.`, {
    code: "missing-key",
    exitCode: exitCodes.usage,
    nextStep: `Setzen Sie ${name} auf den Schlüssel des Endpunkts, zum Beispiel mit: export ${name}=… Braucht der Endpunkt keinen Schlüssel, lassen Sie apiKeyEnv weg.`,
  });
}

function configError(message: string, code: string): UserError {
  return new UserError(message, {
    code,
    exitCode: exitCodes.usage,
    nextStep:
      "Tragen Sie in amtsprobe.yaml beim Modell baseURL (zum Beispiel http://127.0.0.1:8080/v1), " +
      "model und, wenn nötig, apiKeyEnv ein, und nennen Sie die Datei mit --config amtsprobe.yaml.",
  });
}
