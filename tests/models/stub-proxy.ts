import { createServer, request as forward } from "node:http";
import { connect } from "node:net";
import { listenOnLoopback } from "../helpers/listen-on-loopback.ts";

/** A proxy on the loopback: whatever host is wanted, it leads to one port of this machine. */
export interface StubProxy {
  readonly address: string;
  /** What was asked of it: `CONNECT host:port` or `POST http://host/path`. */
  readonly asked: string[];
}

interface ProxyRule {
  /** Port that every request is led to. */
  readonly port: number;
  /** Value that `Proxy-Authorization` must have; without it 407 is answered. */
  readonly login?: string;
}

/** Starts a proxy that ends with the test. */
export async function startProxy({ port, login }: ProxyRule): Promise<StubProxy> {
  const asked: string[] = [];
  const isWelcome = (given: string | undefined) => login === undefined || given === login;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (!isWelcome(request.headers["proxy-authorization"])) {
      response.writeHead(407, { "proxy-authenticate": "Basic" }).end();
      return;
    }
    const { method } = request;
    const { "proxy-authorization": _login, ...headers } = request.headers;
    const { pathname } = new URL(request.url ?? "");
    const onward = forward(
      { host: "127.0.0.1", port, method, headers, path: pathname },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    request.pipe(onward);
  });
  server.on("connect", (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    if (!isWelcome(request.headers["proxy-authorization"])) {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n");
      return;
    }
    const onward = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.pipe(socket);
      socket.pipe(onward);
    });
    for (const end of [socket, onward]) end.on("error", () => onward.destroy());
  });
  const own = await listenOnLoopback(server);
  return { address: `http://127.0.0.1:${own}`, asked };
}
