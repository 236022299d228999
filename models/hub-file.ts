import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { UserError, exitCodes } from "../core/user-error.ts";
import { destinationOf, permitAddress } from "./egress/permits.ts";
import type { ModelContext } from "./model-context.ts";
import { openDispatcher } from "./network.ts";

/** Where files are fetched from; `HF_ENDPOINT` names a mirror, as for Hugging Face's own tools. */
const hub = "https://huggingface.co";

/**
 * Fetches `OWNER/REPOSITORY/FILE` from Hugging Face into the user's cache, once, and returns its path.
 * The hash is computed while it comes in, compared with the one the hub names (`X-Linked-ETag`), and
 * reported. Throws a `UserError` (`hub-name`, `hub-unreachable`, `hub-redirect`, `weights-hash`, `offline`).
 */
export async function fetchFromHub(name: string, context: ModelContext): Promise<string> {
  const parts = /^(?<owner>[\w.-]+)\/(?<repository>[\w.-]+)\/(?<file>[\w./-]+\.gguf)$/iu.exec(name);
  if (parts?.groups === undefined || name.includes("..")) throw badName(name);
  const { owner, repository, file } = parts.groups;
  const target = join(context.cacheFolder, "models", "hf", name);
  const isThere = await stat(target).then(
    () => true,
    () => false,
  );
  if (isThere) return target;
  const endpoint = context.environment["HF_ENDPOINT"] ?? hub;
  const address = `${endpoint}/${owner}/${repository}/resolve/main/${file}`;
  permitAddress(endpoint, "hub");
  context.report?.(`${name}: wird einmalig von ${new URL(address).host} geholt`);
  const sha256 = await download(address, { name, target, context });
  context.report?.(`${name}: geholt, SHA-256 ${sha256}`);
  return target;
}

interface Download {
  readonly name: string;
  readonly target: string;
  readonly context: ModelContext;
}

/** Under a temporary name first: what is not complete is never seen. Gives the SHA-256 in hex. */
async function download(address: string, { name, target, context }: Download): Promise<string> {
  const temporary = `${target}.${process.pid}.teil`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await rm(temporary, { force: true });
    const { body, wanted } = await openAddress(address, context);
    const hash = createHash("sha256");
    const counted = async function* counted(pieces: AsyncIterable<Uint8Array>) {
      for await (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    };
    await pipeline(body, counted, createWriteStream(temporary, { flags: "wx" }));
    const found = hash.digest("hex");
    if (wanted !== undefined && wanted !== found) throw wrongHash(name, { wanted, found });
    await rename(temporary, target);
    return found;
  } catch (error) {
    throw error instanceof UserError
      ? error
      : unreachable(address, { name, target, context, error });
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * The hub names hash and size in the first answer and then leads to where the file lies; both are
 * needed, so the way there is followed by hand: to the same host, and from Hugging Face itself to
 * its own hosts for files. Anywhere else nothing is asked.
 */
async function openAddress(
  address: string,
  context: ModelContext,
): Promise<{ readonly body: Readable; readonly wanted: string | undefined }> {
  const { fetch } = await import("undici");
  const dispatcher = await openDispatcher(context.network ?? {}, context.environment);
  let wanted: string | undefined;
  let next = address;
  for (let step = 0; step < 5; step += 1) {
    const response = await fetch(next, { redirect: "manual", dispatcher });
    const tag = response.headers.get("x-linked-etag")?.replaceAll('"', "");
    if (tag !== undefined && /^[0-9a-f]{64}$/u.test(tag)) wanted = tag;
    const location = response.headers.get("location");
    if (response.status === 200 && response.body !== null) {
      return { body: Readable.fromWeb(response.body as never), wanted };
    }
    if (location === null) throw new Error(`Status ${response.status}`);
    const onward = new URL(location, next).href;
    permitOnward(address, onward);
    next = onward;
  }
  throw new Error("zu viele Umleitungen");
}

function permitOnward(from: string, onward: string): void {
  const [start, target] = [destinationOf(from), destinationOf(onward)];
  if (start.host === target.host && start.port === target.port) return;
  const isOwn = from.startsWith(`${hub}/`) && /\.(?:hf\.co|huggingface\.co)$/u.test(target.host);
  if (isOwn && onward.startsWith("https:")) {
    permitAddress(onward, "hub");
    return;
  }
  throw new UserError(
    `${start.host} leitet um auf ${target.host}:${target.port}; von dort wird nichts geholt.`,
    {
      code: "hub-redirect",
      exitCode: exitCodes.infrastructure,
      nextStep:
        "Ist dieser Rechner Ihr Spiegel, nennen Sie ihn mit HF_ENDPOINT. Sonst holen Sie die Datei von Hand und nennen Sie sie als llama:/pfad/zur/datei.gguf.",
    },
  );
}

function badName(name: string): UserError {
  return new UserError(`„hf:${name}“ ist keine Datei bei Hugging Face.`, {
    code: "hub-name",
    exitCode: exitCodes.usage,
    nextStep: "Schreiben Sie llama:hf:BESITZER/REPOSITORY/DATEI.gguf.",
  });
}

function wrongHash(name: string, hashes: { wanted: string; found: string }): UserError {
  return new UserError(
    `Die geholte Datei ${name} ist nicht die angekündigte: SHA-256 erwartet ${hashes.wanted}, gefunden ${hashes.found}.`,
    {
      code: "weights-hash",
      exitCode: exitCodes.infrastructure,
      nextStep:
        "Sie wurde gelöscht. Starten Sie noch einmal; bleibt der Fehler, fragen Sie Ihre IT.",
    },
  );
}

function unreachable(address: string, { name, target, error }: Download & Caught): UserError {
  const reason = error instanceof Error ? causeOf(error) : String(error);
  return new UserError(`Die Modelldatei ${name} konnte nicht geholt werden (${reason}).`, {
    code: "hub-unreachable",
    exitCode: exitCodes.infrastructure,
    cause: error,
    nextStep:
      `Ohne Internet: Holen Sie ${address} auf einem anderen Rechner, und legen Sie die Datei unter ` +
      `${target} ab, oder nennen Sie Ihren Spiegel mit HF_ENDPOINT.`,
  });
}

interface Caught {
  readonly error: unknown;
}

function causeOf(error: Error): string {
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
