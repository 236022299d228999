import { UserError, exitCodes } from "../core/user-error.ts";
import type { ConnectionKind } from "./egress/connections.ts";
import { permitAddress } from "./egress/permits.ts";
import { noteSecret } from "./egress/secrets.ts";
import type { CallSituation } from "./endpoint-failure.ts";
import type { EndpointLine } from "./endpoint-transport.ts";
import { defaultDeadlineMs, type ModelContext, type ModelOrder } from "./model-context.ts";

/** Everything about the endpoint that stays the same from call to call. */
export interface EndpointCard extends Omit<CallSituation, "signal" | "deadline"> {
  readonly baseURL: string;
  readonly keyHeader: string | undefined;
  readonly line: EndpointLine;
}

/** What a way knows by itself, so that nobody has to configure it. */
export interface Provider {
  /** Its row in the table of connections. */
  readonly kind: ConnectionKind;
  /** The provider's own address. */
  readonly baseURL: string;
  /** Variable with the key where the configuration names none. */
  readonly apiKeyEnv?: string | undefined;
}

/**
 * Reads the card from the configuration and the environment; throws a `UserError`. With a provider,
 * its address, the name after the colon and its variable are the defaults. A key is needed where the
 * configuration names its variable and at the provider's own address. From here on the address may be
 * connected to.
 */
export function readEndpointCard(order: ModelOrder, provider?: Provider): EndpointCard {
  const { config, context } = order;
  const baseURL = config.baseURL ?? provider?.baseURL;
  const model = config.model ?? (provider === undefined ? undefined : order.name);
  if (baseURL === undefined || model === undefined) {
    const missing = baseURL === undefined ? "baseURL" : "model";
    throw configError(`Für das Modell „${config.id}“ fehlt ${missing}.`, "model-config");
  }
  const address = new URL(baseURL);
  if (!/^https?:$/u.test(address.protocol) || address.username !== "" || address.password !== "") {
    const problem = "muss mit http:// oder https:// beginnen und darf keine Zugangsdaten enthalten";
    throw configError(`Die Adresse (baseURL) von „${config.id}“ ${problem}.`, "model-config");
  }
  const apiKeyEnv = config.apiKeyEnv ?? provider?.apiKeyEnv;
  const isNeeded = config.apiKeyEnv !== undefined || config.baseURL === undefined;
  const key = apiKeyEnv === undefined ? undefined : readKey(apiKeyEnv, context, isNeeded);
  permitAddress(baseURL, config.baseURL === undefined ? (provider?.kind ?? "model") : "model");
  const deadlineMs = context.deadlineMs ?? defaultDeadlineMs;
  const { network, environment } = context;
  const line = { network, environment, headers: config.headers };
  const { apiKeyHeader: keyHeader } = config;
  return { baseURL, host: address.host, model, apiKeyEnv, key, keyHeader, deadlineMs, line };
}

function readKey(name: string, context: ModelContext, isNeeded: boolean): string | undefined {
  const key = (context.environment[name] ?? "").trim();
  if (key === "" && !isNeeded) return undefined;
  if (/^[\u0021-\u007E]+$/u.test(key)) {
    noteSecret(key);
    return key;
  }
  const problem =
    key === "" ? "ist nicht gesetzt" : "enthält Zeichen, die kein Schlüssel haben darf";
  throw new UserError(`Die Umgebungsvariable ${name} ${problem}.`, {
    code: "missing-key",
    exitCode: exitCodes.usage,
    nextStep:
      `Setzen Sie ${name} auf den Schlüssel des Endpunkts, zum Beispiel mit: export ${name}=… ` +
      "Braucht ein eigener Endpunkt keinen Schlüssel, lassen Sie apiKeyEnv weg.",
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
