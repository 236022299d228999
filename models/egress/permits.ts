import { UserError, exitCodes } from "../../core/user-error.ts";
import { canonicalHost, classOf, type AddressClass } from "./address-class.ts";
import type { ConnectionKind } from "./connections.ts";

/** Where a connection would go. */
export interface Destination {
  readonly host: string;
  readonly port: number;
}

const permitted = new Set<string>();
const proxies = new Set<string>();
const firstClasses = new Map<string, ReadonlySet<AddressClass>>();
let offline = false;

/** From now on only this machine may be reached. */
export function goOffline(): void {
  offline = true;
}

export function isOffline(): boolean {
  return offline;
}

/** What a child process has to know to keep to the same rule; see {@link readPermits}. */
export function writePermits(): string {
  return JSON.stringify({ offline, permitted: [...permitted], proxies: [...proxies] });
}

/** Takes over what {@link writePermits} of the parent process wrote. */
export function readPermits(text: string): void {
  const state = JSON.parse(text) as { offline: boolean; permitted: string[]; proxies: string[] };
  offline ||= state.offline;
  for (const key of state.permitted) permitted.add(key);
  for (const key of state.proxies) proxies.add(key);
}

/**
 * Permits connections to the host and port of an address that the person configured or asked for;
 * `kind` is the row of the table of connections that it belongs to. Throws a `UserError` (`offline`)
 * when only this machine may be reached.
 */
export function permitAddress(address: string, kind: ConnectionKind): void {
  const destination = destinationOf(address);
  if (offline && classOf(destination.host) !== "loopback") throw offlineError(destination.host);
  permitted.add(keyOf(destination));
  if (kind === "proxy") proxies.add(keyOf(destination));
}

/** The host and port an address leads to. */
export function destinationOf(address: string): Destination {
  const { hostname, port, protocol } = new URL(address);
  const usual = protocol === "http:" ? 80 : 443;
  return { host: canonicalHost(hostname), port: port === "" ? usual : Number(port) };
}

export function isProxy({ host, port }: Destination): boolean {
  return proxies.has(keyOf({ host: canonicalHost(host), port }));
}

/** Why a connection may not be made; absent when it may. This machine may always be reached. */
export function refusalOf(destination: Destination): UserError | undefined {
  const host = canonicalHost(destination.host);
  if (classOf(host) === "loopback") return undefined;
  if (offline) return offlineError(host);
  if (permitted.has(keyOf({ host, port: destination.port }))) return undefined;
  return foreign(`${host}:${destination.port}`);
}

/** Why a name may not be looked up: the question alone tells the name server whom it is about. */
export function lookupRefusal(name: string): UserError | undefined {
  const host = canonicalHost(name);
  if (classOf(host) === "loopback") return undefined;
  if (offline) return offlineError(host);
  const isKnown = [...permitted].some((key) => key.slice(0, key.lastIndexOf(":")) === host);
  return isKnown ? undefined : foreign(host);
}

/** Never behind a name: nobody configures them by name, and what answers there is not what was meant. */
const neverByName: ReadonlySet<AddressClass> = new Set([
  "loopback",
  "unspecified",
  "link-local",
  "multicast",
]);

/**
 * Why the addresses that a name was resolved to may not be connected to: `localhost` has to lead to
 * this machine, any other name never does, and a name that led to the house's own network or to the
 * internet before keeps doing so (protection against DNS rebinding). Absent when they may.
 */
export function resolvedRefusal(name: string, addresses: readonly string[]): UserError | undefined {
  const host = canonicalHost(name);
  const found = new Set(addresses.map((address) => classOf(canonicalHost(address))));
  if (classOf(host) === "loopback") {
    return [...found].every((one) => one === "loopback") ? undefined : rebound(host, addresses);
  }
  if (classOf(host) !== "name") return undefined;
  const known = firstClasses.get(host) ?? found;
  if ([...found].some((one) => neverByName.has(one) || !known.has(one))) {
    return rebound(host, addresses);
  }
  firstClasses.set(host, known);
  return undefined;
}

function keyOf({ host, port }: Destination): string {
  return `${host}:${port}`;
}

function foreign(destination: string): UserError {
  return new UserError(
    `Amtsprobe verbindet sich nicht mit „${destination}“: Diese Adresse ist nirgends eingestellt.`,
    {
      code: "egress-refused",
      exitCode: exitCodes.usage,
      nextStep:
        "Ist die Verbindung gewollt, nennen Sie die Adresse als baseURL des Modells. Sonst zeigen Sie diese Meldung Ihrer IT; alle vorgesehenen Verbindungen stehen in docs/datenschutz.md.",
    },
  );
}

/** Also for what would need the network and is not there. */
export function offlineError(host: string): UserError {
  return new UserError(`„${host}“ liegt nicht auf diesem Rechner, und --offline ist gesetzt.`, {
    code: "offline",
    exitCode: exitCodes.usage,
    nextStep:
      "Lassen Sie --offline (oder AMTSPROBE_OFFLINE) weg, oder nehmen Sie nur Modelle auf diesem Rechner.",
  });
}

function rebound(host: string, addresses: readonly string[]): UserError {
  return new UserError(
    `Der Name „${host}“ führt zu ${addresses.join(", ")}; das passt nicht zu dem, was eingestellt ist.`,
    {
      code: "egress-rebound",
      exitCode: exitCodes.infrastructure,
      nextStep:
        "Steht das Modell wirklich dort, nennen Sie als baseURL die Adresse selbst statt des Namens. Sonst zeigen Sie diese Meldung Ihrer IT: Vielleicht antwortet der Namensdienst falsch.",
    },
  );
}
