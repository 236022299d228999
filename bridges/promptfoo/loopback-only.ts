import http from "node:http";
import net from "node:net";

/**
 * Servers of this process listen on 127.0.0.1, whatever they were told: promptfoo's viewer names no
 * address and would be open to the whole network. Its pages may load nothing from elsewhere (they would
 * report to PostHog from the browser). Requests of other pages get no answer: promptfoo lets every origin
 * read, and a foreign name may be turned to this machine (DNS rebinding).
 */
export function serveLoopbackOnly(): void {
  const listen = Reflect.get(net.Server.prototype, "listen") as (...args: unknown[]) => net.Server;
  net.Server.prototype.listen = function onLoopback(this: net.Server, ...args: unknown[]) {
    return Reflect.apply(listen, this, loopbackArguments(args));
  };
  const emit = Reflect.get(http.Server.prototype, "emit") as (...args: unknown[]) => boolean;
  http.Server.prototype.emit = function guarded(this: http.Server, ...args: unknown[]) {
    const [event, request, response] = args as [string, http.IncomingMessage, http.ServerResponse];
    if (event !== "request") return Reflect.apply(emit, this, args);
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Referrer-Policy", "no-referrer");
    const { host, origin } = request.headers;
    const isOwn = isOwnName(host) && (origin === undefined || isOwnName(originHost(origin)));
    if (isOwn) return Reflect.apply(emit, this, args);
    response.statusCode = 403;
    response.end();
    return true;
  };
}

const policy =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws://127.0.0.1:* ws://localhost:*; " +
  "worker-src 'self' blob:; form-action 'self'; frame-ancestors 'none'";

/** A port gets an address; a local socket has none. */
function loopbackArguments(args: readonly unknown[]): unknown[] {
  const [first, ...rest] = args;
  if (typeof first === "object" && first !== null && "port" in first) {
    return [{ ...first, host: "127.0.0.1" }, ...rest];
  }
  const isPort = typeof first === "number" || (typeof first === "string" && /^\d+$/u.test(first));
  if (!isPort) return [...args];
  return [first, "127.0.0.1", ...(typeof rest[0] === "string" ? rest.slice(1) : rest)];
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function isOwnName(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u.test(host ?? "");
}
