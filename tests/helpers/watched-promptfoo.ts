import dns from "node:dns";
import dnsPromises from "node:dns/promises";
import net from "node:net";
import dgram from "node:dgram";
import { syncBuiltinESMExports } from "node:module";
import { modelConfigSchema } from "../../core/model.ts";
import { openModel } from "../../models/registry.ts";

/*
 * A program of its own: asks one question through promptfoo at the loopback address that is its first
 * argument, while every way out of this machine fails and is counted. Promises of `dns` are counted
 * too, and datagrams. Writes one line of JSON when nothing is left to do, so that nothing late is missed.
 */
const [baseURL = "", cacheFolder = ""] = process.argv.slice(2);
const outside: string[] = [];
const isHere = (host: string) => /^(?:127\.|localhost$|::1$)/u.test(host);

const { prototype } = net.Socket;
const connect = Reflect.get(prototype, "connect") as (...args: unknown[]) => net.Socket;
prototype.connect = function watched(this: net.Socket, ...args: unknown[]) {
  const options = (Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0]) as
    { host?: string; path?: string } | undefined;
  const host = typeof args[1] === "string" ? args[1] : (options?.host ?? "localhost");
  if (options?.path !== undefined || isHere(host)) {
    return Reflect.apply(connect, this, args);
  }
  outside.push(host);
  process.nextTick(() => this.destroy(new Error("no way out of this machine")));
  return this;
};

function refuse(name: string): never {
  outside.push(name);
  throw new Error("no way out of this machine");
}
const lookup = dns.lookup;
dns.lookup = ((name: string, ...rest: unknown[]) =>
  isHere(name) ? Reflect.apply(lookup, dns, [name, ...rest]) : refuse(name)) as never;
dns.resolve = refuse as never;
for (const method of ["lookup", "resolve", "resolve4", "resolve6"] as const) {
  dnsPromises[method] = async (name: string) => refuse(name);
}
dgram.Socket.prototype.send = (() => refuse("datagram")) as never;
syncBuiltinESMExports();

if (process.argv[4] === "probe") await fetch("http://192.0.2.1/").catch(() => undefined);
const config = { id: "promptfoo:openai:chat:gpt-4.1", baseURL, apiKeyEnv: "HAUS_KEY" };
const context = { environment: { HAUS_KEY: "sk-0123456789abcdef" }, cacheFolder };
const model = await openModel(modelConfigSchema.parse(config), context);
await model.prepare(() => {});
const messages = [{ role: "user" as const, content: "Was kostet der Ausweis?" }];
const request = { messages, temperature: 0, seed: 7, maxTokens: 50 };
const { status } = await model.call(request, new AbortController().signal);
await model.close();
process.once("exit", () => process.stdout.write(`${JSON.stringify({ status, outside })}\n`));
