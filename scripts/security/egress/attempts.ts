import { execFileSync, spawn } from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import dnsPromises from "node:dns/promises";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import tls from "node:tls";
import { Worker } from "node:worker_threads";
import { exitCodes, type ExitCode } from "../../../core/user-error.ts";
import { permitAddress } from "../../../models/egress/permits.ts";
import { printLine } from "../../print.ts";

/** Kept free for documentation (RFC 5737, RFC 3849, RFC 2606): nobody is ever there. */
const [address, address6, name] = ["192.0.2.1", "2001:db8::1", "fremd.example"];

const code = `fetch("http://${address}/").then(() => process.exit(9), () => process.exit(0))`;

/** Every way out of a process that somebody has thought of. Each has to end in an error. */
const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
  "net.connect, IPv4": async () => ended(net.connect(80, address)),
  "net.connect, IPv6": async () => ended(net.connect({ port: 80, host: address6 })),
  "net.connect, IPv4 in IPv6": async () =>
    ended(net.connect({ port: 80, host: "::ffff:192.0.2.1" })),
  "net.connect, a name": async () => ended(net.connect(443, name)),
  "a socket of one's own": async () => ended(new net.Socket().connect(443, address)),
  "tls.connect": async () => ended(tls.connect(443, address)),
  "http.get": async () => once(http.get(`http://${address}/`), "response"),
  "https.get": async () => once(https.get(`https://${name}/`), "response"),
  fetch: async () => fetch(`http://${address}/`),
  "fetch, number as address": async () => fetch("http://3221225985/"),
  "fetch, IPv6": async () => fetch(`http://[${address6}]/`),
  undici: async () => (await import("undici")).request(`https://${name}/`),
  WebSocket: async () =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${address}/`);
      socket.addEventListener("open", resolve);
      socket.addEventListener("error", reject);
    }),
  "dns.lookup": async () =>
    new Promise((resolve, reject) => {
      dns.lookup(name, (error) => (error === null ? resolve("found") : reject(error)));
    }),
  "dns.resolve4": async () =>
    new Promise((resolve, reject) => {
      dns.resolve4(name, (error) => (error === null ? resolve("found") : reject(error)));
    }),
  "dns.promises.lookup": async () => dnsPromises.lookup(name),
  "dns.promises.Resolver": async () => new dnsPromises.Resolver().resolveTxt(name),
  "a datagram": async () =>
    new Promise((resolve, reject) => {
      const socket = dgram.createSocket("udp4").unref();
      socket.send("x", 53, address, (error) => (error === null ? resolve("sent") : reject(error)));
    }),
  "a proxy, CONNECT": async () => throughProxy("https"),
  "a proxy, plain": async () => throughProxy("http"),
  "a name that leads to this machine": async () => rebound("127.0.0.1"),
  "a name that leads to a cloud's metadata": async () => rebound("169.254.169.254"),
  "a lookup of one's own": async () => {
    const lookup: net.LookupFunction = (_, options, callback) => {
      if (options.all === true) callback(null, [{ address, family: 4 }]);
      else callback(null, address, 4);
    };
    return ended(net.connect({ host: name, port: 443, lookup }));
  },
  "a program": async () => Promise.resolve(execFileSync("curl", [`http://${address}/`])),
  "a shell": async () => once(spawn(`curl http://${address}/`, { shell: true }), "exit"),
  "Node.js as a child": async () => failing(spawn(process.execPath, ["-e", code])),
  "a worker thread": async () => failing(new Worker(code, { eval: true })),
};

/** `npm run check -- --security egress` runs this under the guard and under the watch. */
export async function main(): Promise<ExitCode> {
  const open: string[] = [];
  for (const [title, attempt] of Object.entries(attempts)) {
    const outcome = await attempt().then(
      () => "went through",
      () => "refused",
    );
    if (outcome !== "refused") open.push(title);
  }
  printLine(JSON.stringify({ tried: Object.keys(attempts).length, open }));
  process.exit(exitCodes.done);
}

/** A connection counts as made when it is ready; it never is, and the error is what is wanted. */
async function ended(socket: net.Socket): Promise<unknown> {
  return once(socket, "connect");
}

/** A permitted proxy on this machine that would lead anywhere. */
async function throughProxy(protocol: "http" | "https"): Promise<unknown> {
  const server = http.createServer((_, response) => response.end("led on"));
  server.on("connect", (_, socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    const { port } = server.address() as net.AddressInfo;
    permitAddress(`http://127.0.0.1:${port}`, "proxy");
    const { EnvHttpProxyAgent, request } = await import("undici");
    const proxy = `http://127.0.0.1:${port}`;
    const dispatcher = new EnvHttpProxyAgent({ httpProxy: proxy, httpsProxy: proxy });
    return await request(`${protocol}://${name}/`, { dispatcher });
  } finally {
    server.close().closeAllConnections();
  }
}

/** The name is permitted, but the name server lies. */
async function rebound(to: string): Promise<unknown> {
  const server = net.createServer((socket) => socket.end());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as net.AddressInfo;
  permitAddress(`http://umgelenkt.example:${port}`, "model");
  const { lookup } = dns;
  const lying: net.LookupFunction = (_, options, callback) => {
    if (options.all === true) callback(null, [{ address: to, family: 4 }]);
    else callback(null, to, 4);
  };
  Reflect.set(dns, "lookup", lying);
  try {
    return await ended(net.connect({ host: "umgelenkt.example", port }));
  } finally {
    Reflect.set(dns, "lookup", lookup);
    server.close();
  }
}

/** A child or thread that ends well has reached nobody. */
async function failing(child: NodeJS.EventEmitter): Promise<unknown> {
  const [exit] = (await once(child, "exit")) as [number | null];
  if (exit === 0) throw new Error("it reached nobody");
  return exit;
}
