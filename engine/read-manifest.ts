import { existsSync } from "node:fs";
import { manifestSchema, type Manifest } from "../core/manifest.ts";
import { checkValue, describeFlaw } from "../core/messages.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { readJson } from "./read-json.ts";
import { runFiles } from "./run-files.ts";

/** Reads a run's manifest; a folder that is no run, or one of another version, is refused. */
export function readManifest(folder: string): Manifest {
  const file = runFiles(folder).manifest;
  if (!existsSync(file)) {
    throw new UserError("In diesem Ordner liegt kein Lauf (manifest.json fehlt).", {
      code: "no-run",
      exitCode: exitCodes.usage,
      place: { file: folder },
      nextStep: "Geben Sie den Ordner an, den „npm run eval“ am Ende nennt, zum Beispiel runs/….",
    });
  }
  const value = parseJson(file);
  const version = (value as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (version !== 1) throw otherVersion(file, version);
  const result = checkValue(manifestSchema, value);
  if (result.ok) return result.value;
  const flaw = result.flaws[0];
  throw new UserError(`Das Manifest passt nicht zum Format: ${describeFlaw(flaw)}`, {
    code: "manifest-format",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep: "Das Format steht in docs/schemas/manifest.schema.json.",
  });
}

function parseJson(file: string): unknown {
  const read = readJson(file);
  if (read !== undefined) return read.value;
  throw new UserError("Das Manifest ist kein gültiges JSON.", {
    code: "manifest-damaged",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep: "Stellen Sie die Datei aus einer Sicherung her oder beginnen Sie einen neuen Lauf.",
  });
}

function otherVersion(file: string, version: unknown): UserError {
  return new UserError(
    `Der Lauf hat die Format-Version ${JSON.stringify(version) ?? "„ohne“"}; dieses Programm liest Version 1.`,
    {
      code: "other-version",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep:
        "Verwenden Sie die Amtsprobe-Version, mit der der Lauf entstand, oder beginnen Sie einen neuen Lauf. Der Ordner wurde nicht verändert.",
    },
  );
}
