import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { noteSecrets } from "../models/egress/secrets.ts";
import { nearestName } from "../core/nearest-name.ts";
import { readBytes } from "../datasets/read-text.ts";
import { printError } from "./print.ts";
import { startFolder } from "./start-folder.ts";

/** Bytes of a file of variables at the most. */
const largestEnv = 1024 * 1024;

export type Environment = Readonly<Record<string, string | undefined>>;

/** What each variable of our own does; the left column of the table in docs/einstellungen.md. */
export const ownVariables = {
  AMTSPROBE_CONFIG: "Einstellungsdatei, wie --config",
  AMTSPROBE_CACHE: "Ordner für Modelldateien und Antworten früherer Läufe",
  AMTSPROBE_PROFILE: "wie --profile",
  AMTSPROBE_BUDGET: "wie --budget",
  AMTSPROBE_STRICT: "ja: wie --strict",
  AMTSPROBE_PROXY: "wie proxy in amtsprobe.yaml",
  AMTSPROBE_CA_FILE: "wie caFile in amtsprobe.yaml",
  AMTSPROBE_OFFLINE: "ja: wie --offline",
} as const satisfies Readonly<Record<`AMTSPROBE_${string}`, string>>;

/**
 * The variables of the process, and below them those of a file `.env` in the folder where the command
 * was typed. A variable that is set and empty in the process counts as set. From here on no output shows
 * the secrets among them.
 */
export function readEnvironment(): Environment {
  const file = join(startFolder(), ".env");
  const written = existsSync(file) ? parseEnv(readBytes(file, largestEnv).toString("utf8")) : {};
  const environment = { ...written, ...process.env };
  noteSecrets(environment);
  return environment;
}

/** Says when a variable looks like one of ours and is none: a typing error would do nothing. */
export function warnOfUnknownVariables(environment: Environment): void {
  const known = Object.keys(ownVariables);
  for (const name of Object.keys(environment).filter((key) => key.startsWith("AMTSPROBE_"))) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    const guess = nearest === undefined ? "" : ` Meinten Sie ${nearest}?`;
    printError(`Achtung: Die Variable ${name} kennt Amtsprobe nicht.${guess}`);
  }
}
