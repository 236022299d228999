import dgram from "node:dgram";
import dns from "node:dns";
import net, { type LookupFunction, type TcpSocketConnectOpts } from "node:net";
import type { UserError } from "../../core/user-error.ts";
import { canonicalHost, classOf } from "./address-class.ts";
import { destinationOf, isProxy, refusalOf, resolvedRefusal, type Destination } from "./permits.ts";

type Report = (refusal: UserError) => void;
type Options = Partial<TcpSocketConnectOpts> & { readonly path?: string };

/**
 * Puts a check before every connection of this process. TLS, HTTP, undici and `fetch` all come
 * through `net.Socket.prototype.connect`. Sockets of the file system stay on this machine and pass.
 */
export function guardSockets(report: Report): void {
  const { prototype } = net.Socket;
  const connect = Reflect.get(prototype, "connect") as (...args: unknown[]) => net.Socket;
  prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
    const { options, callback } = readArguments(args);
    if (options.path !== undefined) return Reflect.apply(connect, this, args);
    const destination = { host: options.host ?? "localhost", port: Number(options.port) };
    const own = isName(destination.host) ? options.lookup : undefined;
    const refusal = own === undefined ? refusalOf(destination) : undefined;
    if (refusal !== undefined) return refuse(this, refusal, report);
    if (isProxy(destination)) guardProxy(this, report);
    const lookup =
      own === undefined
        ? checkedLookup(destination.host, report)
        : ownLookup(this, { destination, own, report });
    return Reflect.apply(connect, this, [{ ...options, lookup }, callback]);
  };
}

/** Datagrams: to this machine only; nothing here has a reason to send others. */
export function guardDatagrams(report: Report): void {
  for (const method of ["send", "connect"] as const) {
    const original = Reflect.get(dgram.Socket.prototype, method) as (...args: unknown[]) => unknown;
    const guarded = function guarded(this: dgram.Socket, ...args: unknown[]): unknown {
      const host = args.slice(1).findLast((word) => typeof word === "string") ?? "localhost";
      const port = Number(args.slice(1).findLast((word) => typeof word === "number"));
      const refusal = refusalOf({ host, port });
      if (refusal === undefined) return Reflect.apply(original, this, args);
      report(refusal);
      throw refusal;
    };
    Reflect.set(dgram.Socket.prototype, method, guarded);
  }
}

/** `connect` takes options, a list that Node.js itself has made of them, port and host, or a path. */
function readArguments(args: readonly unknown[]): { options: Options; callback: unknown } {
  const [first, ...rest] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  const callback = rest.find((word) => typeof word === "function");
  if (typeof first === "object" && first !== null) return { options: first, callback };
  if (typeof first === "string" && !/^\d+$/u.test(first)) {
    return { options: { path: first }, callback };
  }
  const [host] = rest;
  const options = { port: Number(first), ...(typeof host === "string" && { host }) };
  return { options, callback };
}

function refuse(socket: net.Socket, refusal: UserError, report: Report): net.Socket {
  report(refusal);
  process.nextTick(() => socket.destroy(refusal));
  return socket;
}

/** What a name leads to is checked when it is known, so that nothing is asked twice. */
function checkedLookup(host: string, report: Report): LookupFunction {
  return (name, options, callback) => {
    dns.lookup(name, options, (error, address, family) => {
      const refusal = error === null ? resolvedRefusal(host, listOf(address)) : undefined;
      if (refusal !== undefined) report(refusal);
      callback(refusal ?? error, address, family);
    });
  };
}

interface OwnLookup {
  readonly destination: Destination;
  readonly own: LookupFunction;
  readonly report: Report;
}

/**
 * A library that brings its own way to look a name up uses the name as a label only: undici gives a
 * proxy the name of the target. What counts is the address that comes of it.
 */
function ownLookup(socket: net.Socket, { destination, own, report }: OwnLookup): LookupFunction {
  const { host, port } = destination;
  return (name, options, callback) => {
    own(name, options, (error, address, family) => {
      const places = listOf(address).map((found) => ({ host: found, port }));
      const isFree = error !== null || places.every((place) => refusalOf(place) === undefined);
      const refusal = isFree
        ? undefined
        : (refusalOf(destination) ?? resolvedRefusal(host, listOf(address)));
      if (refusal !== undefined) report(refusal);
      if (places.some(isProxy)) guardProxy(socket, report);
      callback(refusal ?? error, address, family);
    });
  };
}

function listOf(address: string | dns.LookupAddress[] | undefined): string[] {
  return typeof address === "string" ? [address] : (address ?? []).map(addressOf);
}

function isName(host: string): boolean {
  return classOf(canonicalHost(host)) === "name";
}

function addressOf({ address }: dns.LookupAddress): string {
  return address;
}

/**
 * A proxy would go anywhere for us, so what it is asked for is checked: `CONNECT host:port`, and
 * `GET http://host/…` where the target speaks no TLS.
 */
function guardProxy(socket: net.Socket, report: Report): void {
  const write = Reflect.get(socket, "write") as (...args: unknown[]) => boolean;
  const guarded = (...args: unknown[]): boolean => {
    const target = proxyTarget(args[0]);
    const refusal = target === undefined ? undefined : refusalOf(destinationOf(target));
    if (refusal === undefined) return Reflect.apply(write, socket, args);
    refuse(socket, refusal, report);
    return false;
  };
  Reflect.set(socket, "write", guarded);
}

function proxyTarget(chunk: unknown): string | undefined {
  const isText = typeof chunk === "string" || chunk instanceof Uint8Array;
  const head = isText ? Buffer.from(chunk.slice(0, 2048) as string).toString("latin1") : "";
  const { method, target } =
    /^(?<method>[A-Z]+) (?<target>\S+) HTTP\/1\.[01]\r\n/u.exec(head)?.groups ?? {};
  const address = method === "CONNECT" ? `https://${target}` : (target ?? "");
  return URL.canParse(address) ? address : undefined;
}
