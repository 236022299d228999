import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { completionOf } from "../loopback-chat.ts";
import { wrongAnswers } from "../small-suite.ts";
import { echoOf } from "./planted.ts";

/** Does something wrong and says the key while doing so. */
type Fault = (response: ServerResponse, echo: string) => void;

const json = { "content-type": "application/json" };

function refuse(status: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return (response, echo) => {
    response.writeHead(status, `Nein ${status}`, { ...json, "retry-after-ms": "1", ...headers });
    response.end(JSON.stringify({ error: { message: `Abgelehnt: ${echo}`, code: echo } }));
  };
}

function say(body: (echo: string) => string, contentType = "application/json"): Fault {
  return (response, echo) => {
    response.writeHead(200, { "content-type": contentType }).end(body(echo));
  };
}

/** Every row of the fault table, by the first part of the path; see `tests/helpers`. */
export const faults: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(
    wrongAnswers.map((text, at) => [
      at === 0 ? "antwort" : `antwort-${at}`,
      say((echo) => completionOf(`${text} Mein Schlüssel ist ${echo}.`)),
    ]),
  ),
  "400": refuse(400),
  "401": refuse(401),
  "402": refuse(402),
  "403": refuse(403),
  "404": refuse(404),
  "407": refuse(407),
  "408": refuse(408),
  "413": refuse(413),
  "429": refuse(429),
  "429-kontingent": refuse(429, { "x-should-retry": "false" }),
  "500": refuse(500),
  "503": refuse(503),
  "529": refuse(529),
  umleitung: (response, echo) => {
    const location = `http://fremd.example/?key=${encodeURIComponent(echo)}`;
    response.writeHead(307, { location }).end(echo);
  },
  anmeldeseite: say((echo) => `<!doctype html><html><body>${echo}</body></html>`, "text/html"),
  fehlerobjekt: say((echo) => JSON.stringify({ error: { message: echo, type: echo } })),
  fehlertext: say((echo) => JSON.stringify({ error: echo })),
  "kein-json": say((echo) => `{"choices": [{"message": "${echo}`),
  "andere-form": say((echo) => JSON.stringify({ text: echo, [echo]: echo })),
  leer: say(() => ""),
  abbruch: (response) => response.socket?.resetAndDestroy(),
  "abbruch-mittendrin": (response, echo) => {
    response.writeHead(200, json);
    response.write(completionOf(echo).slice(0, -30), () => response.socket?.resetAndDestroy());
  },
  "falsche-länge": (response, echo) => {
    response.writeHead(200, { ...json, "content-length": 100_000 });
    response.write(completionOf(echo), () => response.socket?.end());
  },
  filter: (response, echo) => {
    response.writeHead(400, json);
    response.end(JSON.stringify({ error: { message: echo, code: "content_filter" } }));
  },
};

/** The server and how many requests with a key it got. */
export interface EchoServer {
  readonly port: number;
  readonly requests: () => number;
  readonly close: () => void;
}

/**
 * Starts a server whose path begins with the name of a fault. It sends the key it was given back, in
 * every form; asked for its models, it answers well, and with the key in it.
 */
export async function startEchoServer(): Promise<EchoServer> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const echo = echoFor(request);
    const { pathname } = new URL(request.url ?? "", "http://echo.example");
    const [, name = ""] = decodeURIComponent(pathname).split("/");
    request.resume().on("end", () => {
      if (request.method === "GET") {
        const data = [{ id: "stub" }, { id: echo }];
        response.writeHead(200, json).end(JSON.stringify({ object: "list", data }));
      } else (faults[name] ?? refuse(404))(response, echo);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    requests: () => requests,
    close: () => {
      server.close().closeAllConnections();
    },
  };
}

function echoFor({ headers }: IncomingMessage): string {
  const key = (headers["authorization"] ?? "").replace(/^Bearer /u, "");
  const login = (headers["proxy-authorization"] ?? "").replace(/^Basic /u, "");
  const password = Buffer.from(login, "base64").toString().split(":").slice(1).join(":");
  const secrets = [key, password].filter((value) => value !== "");
  return secrets.map(echoOf).join(" ");
}
