import type { Failed } from "../core/outcome.ts";
import { UserError } from "../core/user-error.ts";
import { failed, proxyLogin, type CallSituation } from "./endpoint-failure.ts";
import { maskSecret } from "./mask-secret.ts";

/**
 * Trouble without a status: aborted, too slow, no connection, or broken off. A proxy that wants a
 * login and a certificate that is not trusted need a person, so they are `authentication`, which
 * ends the model's calls at once.
 */
export function connectionFailure(error: unknown, situation: CallSituation): Failed {
  if (situation.signal.aborted) return failed("aborted", "Der Aufruf wurde abgebrochen.");
  const { host, deadlineMs } = situation;
  if (situation.deadline.aborted) {
    return failed("timeout", `${host} war nach ${deadlineMs / 1000} s nicht fertig.`);
  }
  const refusal = causes(error).find((cause) => cause instanceof UserError);
  if (refusal !== undefined) return failed("network", `${refusal.message} ${refusal.nextStep}`);
  const code = causes(error).find((cause) => typeof cause.code === "string")?.code ?? "";
  if (
    causes(error).some(({ message }) =>
      /proxy response \(407\)|proxy authentication required/iu.test(message ?? ""),
    )
  ) {
    return failed("authentication", proxyLogin);
  }
  if (/CERT|VERIFY/u.test(code)) {
    const text = `Dem Zertifikat von ${host} wird nicht vertraut (${code}). ${certificateAdvice(code)}`;
    return failed("authentication", text);
  }
  if (/SSL|TLS|EPROTO/u.test(code)) {
    const help = "Prüfen Sie, ob baseURL mit https:// oder mit http:// beginnen muss.";
    return failed("network", `Mit ${host} kam keine Verschlüsselung zustande (${code}). ${help}`);
  }
  const reason = code === "" ? (causes(error).at(-1)?.message ?? String(error)) : code;
  const help = "Prüfen Sie, ob der Server läuft, die Adresse stimmt und das Netz erreichbar ist.";
  const text = `Die Verbindung zu ${host} ist gescheitert oder abgerissen (${reason}). ${help}`;
  return failed("network", maskSecret(text, situation.key));
}

/** What to do about a certificate, by the code of OpenSSL or Node.js. */
function certificateAdvice(code: string): string {
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") {
    return "Es gilt heute nicht: Prüfen Sie die Uhr dieses Rechners, oder lassen Sie den Betreiber das Zertifikat erneuern.";
  }
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return "Es ist für einen anderen Namen ausgestellt: Tragen Sie als baseURL den Namen ein, für den es gilt.";
  }
  return "Nennen Sie mit caFile in amtsprobe.yaml (oder AMTSPROBE_CA_FILE) die Zertifizierungsstelle Ihres Hauses.";
}

interface Cause {
  readonly code?: string;
  readonly message?: string;
}

/** An error and what caused it, outermost first. */
function causes(error: unknown): Cause[] {
  const chain: Cause[] = [];
  let next = error;
  while (next instanceof Error && chain.length < 10) {
    chain.push(next);
    next = next.cause;
  }
  return chain;
}
