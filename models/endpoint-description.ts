import type { ModelDescription } from "../core/model.ts";
import type { EndpointCard } from "./endpoint-card.ts";
import type { ModelOrder } from "./model-context.ts";

/** What a way says of itself in the description of a model. */
export interface WayDescription {
  readonly way: string;
  readonly version: string;
  /** Name of the provider, when the address is its own; German. */
  readonly provider?: string | undefined;
  readonly details: Readonly<Record<string, string>>;
}

/** The description of a model behind an address; it holds no secret. */
export function describeEndpoint(
  { baseURL, host, model }: EndpointCard,
  { config }: ModelOrder,
  { way, version, provider, details }: WayDescription,
): ModelDescription {
  const elsewhere = config.baseURL === undefined ? provider : undefined;
  return {
    id: config.id,
    kind: "model",
    way,
    wayVersion: version,
    endpoint: baseURL,
    name: model,
    place: isLocalAddress(host)
      ? "auf diesem Rechner"
      : (elsewhere ?? `beim Betreiber von ${host}`),
    details: {
      ...details,
      ...(config.headers !== undefined && { headers: JSON.stringify(config.headers) }),
    },
    reads: [],
    parameters: config.parameters,
    ...(config.price !== undefined && { price: config.price }),
    limits: config.limits,
    ...(config.dataClasses !== undefined && { dataClasses: config.dataClasses }),
  };
}

/** Whether a host (with or without port) is this machine. */
export function isLocalAddress(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/u.test(host);
}
