import dgram from "node:dgram";
import dns from "node:dns";
import dnsPromises from "node:dns/promises";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const isHere = (host: string) => /^(?:127\.|localhost$|::1$|\[::1\]$)/u.test(host);

/**
 * Makes every way out of this machine fail and tells of each attempt: sockets (and with them TLS, fetch
 * and undici), names to look up, datagrams. Loopback and local sockets work as before.
 */
export function watchConnections(onOutside: (host: string) => void): void {
  const refuse = (name: string): never => {
    onOutside(name);
    throw new Error("no way out of this machine");
  };
  watchSockets(onOutside);
  const { lookup } = dns;
  dns.lookup = ((name: string, ...rest: unknown[]) =>
    isHere(name) ? Reflect.apply(lookup, dns, [name, ...rest]) : refuse(name)) as never;
  for (const method of ["resolve", "resolve4", "resolve6"] as const) {
    dns[method] = refuse as never;
  }
  for (const method of ["lookup", "resolve", "resolve4", "resolve6"] as const) {
    dnsPromises[method] = async (name: string) => refuse(name);
  }
  dgram.Socket.prototype.send = (() => refuse("datagram")) as never;
  syncBuiltinESMExports();
}

function watchSockets(onOutside: (host: string) => void): void {
  const { prototype } = net.Socket;
  const connect = Reflect.get(prototype, "connect") as (...args: unknown[]) => net.Socket;
  prototype.connect = function watched(this: net.Socket, ...args: unknown[]) {
    const options = (Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0]) as
      { host?: string; path?: string } | undefined;
    const host = typeof args[1] === "string" ? args[1] : (options?.host ?? "localhost");
    if (options?.path !== undefined || isHere(host)) return Reflect.apply(connect, this, args);
    onOutside(host);
    process.nextTick(() => this.destroy(new Error("no way out of this machine")));
    return this;
  };
}
