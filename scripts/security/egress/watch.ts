import { appendFileSync } from "node:fs";
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

/*
 * Loaded into a process before anything else, so that it lies below the guard and shares no line with
 * it: whatever the guard lets through to elsewhere is written down and stopped. The variable
 * EGRESS_WATCH names the file.
 */
type Method = (...words: unknown[]) => unknown;

const file = process.env["EGRESS_WATCH"] ?? "";

function isHere(host: unknown): boolean {
  return /^(?:undefined$|127\.|::1$|localhost$|::ffff:127\.)/u.test(String(host));
}

function stop(what: string): Error {
  if (file !== "") appendFileSync(file, `${what}\n`);
  return new Error("stopped by the watch");
}

interface Options {
  readonly host?: string;
  readonly path?: string;
  readonly lookup?: net.LookupFunction;
}

const connect = Reflect.get(net.Socket.prototype, "connect") as Method;
net.Socket.prototype.connect = function watched(this: net.Socket, ...words: unknown[]) {
  const [first, second] = Array.isArray(words[0]) ? (words[0] as unknown[]) : words;
  const options: Options = typeof first === "object" && first !== null ? first : {};
  const host = options.host ?? (typeof second === "string" ? second : undefined);
  if (options.path !== undefined || isHere(host)) {
    return Reflect.apply(connect, this, words) as net.Socket;
  }
  const { lookup } = options;
  if (lookup !== undefined && net.isIP(String(host)) === 0) {
    const rest = words.filter((word) => typeof word === "function");
    const watching = { ...options, lookup: watchedLookup(lookup) };
    return Reflect.apply(connect, this, [watching, ...rest]) as net.Socket;
  }
  const error = stop(`connect ${String(host)}`);
  process.nextTick(() => this.destroy(error));
  return this;
};

/** A name by itself says nothing where somebody brings a lookup along; the address does. */
function watchedLookup(lookup: net.LookupFunction): net.LookupFunction {
  return (name, options, callback) => {
    lookup(name, options, (error, address, family) => {
      const found = typeof address === "string" ? [address] : (address ?? []).map(addressOf);
      const foreign = error === null ? found.find((one) => !isHere(one)) : undefined;
      const stopped = foreign === undefined ? error : stop(`connect ${name} at ${foreign}`);
      callback(stopped, address, family);
    });
  };
}

function addressOf({ address }: dns.LookupAddress): string {
  return address;
}

for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(owner)) {
    if (!/^(?:lookup|resolve|reverse)/u.test(name)) continue;
    const original = Reflect.get(owner, name) as Method;
    Reflect.set(owner, name, function watched(this: unknown, ...words: unknown[]) {
      if (isHere(words[0])) return Reflect.apply(original, this, words);
      throw stop(`${name} ${String(words[0])}`);
    });
  }
}

const send = Reflect.get(dgram.Socket.prototype, "send") as Method;
Reflect.set(dgram.Socket.prototype, "send", function watched(this: unknown, ...words: unknown[]) {
  const host = words.slice(1).findLast((word) => typeof word === "string");
  if (isHere(host)) return Reflect.apply(send, this, words);
  throw stop(`datagram ${String(host)}`);
});
syncBuiltinESMExports();
