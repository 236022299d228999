import { readFileSync } from "node:fs";
import { getCACertificates } from "node:tls";
import type { Dispatcher } from "undici";
import { UserError, exitCodes } from "../core/user-error.ts";
import { isOffline, permitAddress } from "./egress/permits.ts";
import { loadUndici } from "./load-undici.ts";
import { notePassword } from "./egress/secrets.ts";

/** How requests leave the house. */
export interface NetworkSettings {
  /** Address of the proxy; wins over the variables. */
  readonly proxy?: string | undefined;
  /** Hosts that are reached directly; on top of `NO_PROXY` and this machine. */
  readonly noProxy?: readonly string[] | undefined;
  /** PEM file with further certificate authorities. */
  readonly caFile?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy that a run uses, with what is reached without it. */
export interface ProxyChoice {
  readonly http: string;
  readonly https: string;
  readonly none: string;
}

const thisMachine = ["localhost", "127.0.0.1", "::1"];

/**
 * The proxy for each protocol, empty for none: the configuration first, then `HTTPS_PROXY` and
 * `HTTP_PROXY` in either spelling. This machine is never reached by a proxy.
 */
export function chooseProxy(settings: NetworkSettings, environment: Environment): ProxyChoice {
  const read = (name: string) => environment[name.toLowerCase()] ?? environment[name] ?? "";
  const http = settings.proxy ?? read("HTTP_PROXY");
  return {
    http,
    https: settings.proxy ?? (read("HTTPS_PROXY") || http),
    none: [read("NO_PROXY"), ...(settings.noProxy ?? []), ...thisMachine]
      .filter((hosts) => hosts !== "")
      .join(","),
  };
}

/**
 * The connections of a model: through the proxy where there is one, trusting the usual authorities and
 * those of `caFile`. undici's own time limits are off. Throws a `UserError` (`proxy-address`,
 * `ca-file`).
 */
export async function openDispatcher(
  settings: NetworkSettings,
  environment: Environment,
): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await loadUndici();
  const { none, ...chosen } = chooseProxy(settings, environment);
  const { http, https } = isOffline() ? { http: "", https: "" } : chosen;
  const tls = settings.caFile === undefined ? {} : { ca: readAuthorities(settings.caFile) };
  try {
    for (const proxy of new Set([http, https].filter((address) => address !== ""))) {
      notePassword(proxy);
      permitAddress(proxy, "proxy");
    }
    return new EnvHttpProxyAgent({
      httpProxy: http,
      httpsProxy: https,
      noProxy: none,
      connect: tls,
      requestTls: tls,
      proxyTls: tls,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError("Die Adresse des Proxys ist keine Adresse.", {
      code: "proxy-address",
      exitCode: exitCodes.usage,
      nextStep:
        "Schreiben Sie HTTPS_PROXY oder proxy in amtsprobe.yaml wie http://proxy.amt.example:3128.",
      cause,
    });
  }
}

function readAuthorities(file: string): string[] {
  const text = readText(file);
  if (!text.includes("-----BEGIN CERTIFICATE-----")) {
    throw caError(file, "enthält kein Zertifikat im Format PEM");
  }
  return [...getCACertificates("default"), text];
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw caError(file, "lässt sich nicht lesen", cause);
  }
}

function caError(file: string, problem: string, cause?: unknown): UserError {
  return new UserError(`Die Datei mit der Zertifizierungsstelle ${file} ${problem}.`, {
    code: "ca-file",
    exitCode: exitCodes.usage,
    nextStep:
      "Nennen Sie mit caFile oder AMTSPROBE_CA_FILE die PEM-Datei, die Ihre IT herausgibt (beginnt mit -----BEGIN CERTIFICATE-----).",
    cause,
  });
}
