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
  // The last is a permitted name of the attempts; where it leads is decided when it is looked up.
  return /^(?:undefined$|127\.|::1$|localhost$|::ffff:127\.|umgelenkt\.example$)/u.test(
    String(host),
  );
}

function stop(what: string): Error {
  if (file !== "") appendFileSync(file, `${what}\n`);
  return new Error("stopped by the watch");
}

const connect = Reflect.get(net.Socket.prototype, "connect") as Method;
net.Socket.prototype.connect = function watched(this: net.Socket, ...words: unknown[]) {
  const [first, second] = Array.isArray(words[0]) ? (words[0] as unknown[]) : words;
  const given = first as { host?: string; path?: string } | number | string | undefined;
  const host = typeof given === "object" ? given.host : second;
  const isPath = typeof given === "object" && given.path !== undefined;
  if (isPath || isHere(typeof host === "function" ? undefined : host)) {
    return Reflect.apply(connect, this, words) as net.Socket;
  }
  const error = stop(`connect ${String(host)}`);
  process.nextTick(() => this.destroy(error));
  return this;
};

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
