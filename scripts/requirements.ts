import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Manifest } from "../core/manifest.ts";
import type { RecordedRequirements, Requirements } from "../core/requirements.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { parseRequirements } from "../datasets/read-requirements.ts";
import { readText } from "../datasets/read-text.ts";

/** Requirements as a run keeps them, and what they say. */
export interface KnownRequirements {
  readonly recorded: RecordedRequirements;
  readonly requirements: Requirements;
}

/**
 * Reads `anforderungen.yaml` for a run that begins at `now`. Refuses a file that names a later day:
 * requirements are fixed before the run.
 */
export function readRequirements(file: string, now: Date): KnownRequirements {
  const text = wholeText(file);
  const requirements = parseRequirements(text, file);
  refuseYounger(requirements, now, file);
  return { recorded: { file: basename(file), sha256: sha256(text), text }, requirements };
}

/**
 * The requirements that a run was started with; absent when there were none. Refuses a manifest
 * whose text does not have the hash it was recorded with, and requirements younger than the run.
 */
export function requirementsOfRun(
  manifest: Manifest,
  manifestFile: string,
): Requirements | undefined {
  const { requirements: recorded, createdAt } = manifest;
  if (recorded === undefined) return undefined;
  if (sha256(recorded.text) !== recorded.sha256) {
    throw new UserError(
      "Die Anforderungen im Manifest wurden nach dem Start des Laufs verändert: Ihr Text hat nicht mehr die festgehaltene Prüfsumme.",
      {
        code: "requirements-changed",
        exitCode: exitCodes.usage,
        place: { file: manifestFile },
        nextStep:
          "Stellen Sie manifest.json aus einer Sicherung her, oder beginnen Sie einen neuen Lauf mit den neuen Anforderungen.",
      },
    );
  }
  const requirements = parseRequirements(recorded.text, recorded.file);
  const start = Date.parse(createdAt);
  if (!Number.isNaN(start)) refuseYounger(requirements, new Date(start), recorded.file);
  return requirements;
}

/** Refuses a file that is not the one the run was started with. */
export function refuseOtherRequirements(manifest: Manifest, file: string): void {
  const { requirements: recorded } = manifest;
  const place = { file };
  if (recorded === undefined) {
    throw new UserError(
      "Dieser Lauf begann ohne Anforderungen; nachträglich lassen sie sich nicht festlegen.",
      {
        code: "requirements-too-late",
        exitCode: exitCodes.usage,
        place,
        nextStep:
          "Beginnen Sie einen neuen Lauf mit „npm run eval -- --requirements DATEI“. Antworten, die ein früherer Lauf schon hat, werden nicht noch einmal gefragt.",
      },
    );
  }
  const given = sha256(wholeText(file));
  if (given === recorded.sha256) return;
  throw new UserError(
    `Diese Anforderungen (SHA-256 ${given.slice(0, 12)}…) sind nicht die, mit denen der Lauf begann (${recorded.sha256.slice(0, 12)}…).`,
    {
      code: "other-requirements",
      exitCode: exitCodes.usage,
      place,
      nextStep:
        "Lassen Sie --requirements weg: Die Auswertung nimmt die Anforderungen aus dem Lauf. Für andere Anforderungen beginnen Sie einen neuen Lauf.",
    },
  );
}

function refuseYounger({ date }: Requirements, begin: Date, file: string): void {
  const day = berlinDay.format(begin);
  if (date <= day) return;
  throw new UserError(
    `Die Anforderungen tragen das Datum ${date}, der Lauf begann am ${day}. Festgelegt wird vor dem Lauf.`,
    {
      code: "requirements-younger",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep:
        "Tragen Sie unter date den Tag ein, an dem die Anforderungen festgelegt wurden, und beginnen Sie einen neuen Lauf.",
    },
  );
}

/** ISO day as a German authority counts it. */
const berlinDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });

/** The file to the byte, once it is known to be UTF-8; `readText` takes the byte-order mark off. */
function wholeText(file: string): string {
  readText(file);
  return readFileSync(file, "utf8");
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
